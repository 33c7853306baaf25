package org.vocstream.suspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;

/**
 * Finds what a feedback leaves behind for others to be compared with. Of a transcript the words of
 * the customer count. What a shop's system wrote leaves nothing, nor does what is withdrawn.
 * Immutable and safe for several threads.
 */
public final class Traces {
  private static final String AUTHOR = "author";
  private static final String PRAISE = "praise";
  private static final String COPY = "copy";

  /** Praise below so many Chinese characters says nothing of its own. */
  private static final int SHORT = 20;

  private static final double BEST_RATING = 5;
  private static final int PROMOTER = 9;

  private final BareText bareText = new BareText();
  private final DefaultPraise defaultPraise = new DefaultPraise();

  /** The traces of a feedback, none of them at the same place as another. */
  public List<Trace> of(Feedback feedback) {
    List<Trace> traces = new ArrayList<>();
    if (feedback.deleted() || defaultPraise.test(feedback.text())) {
      return traces;
    }
    String bare = bareText.of(said(feedback));
    Fingerprint fingerprint = Fingerprint.of(bare);
    if (fingerprint != null) {
      for (String band : fingerprint.bands()) {
        traces.add(trace(place(COPY, band), feedback, feedback.author(), fingerprint.signature()));
      }
    }
    if (isPublic(feedback) && feedback.publishedAt() != null && feedback.brand() != null) {
      if (feedback.author() != null) {
        // One author is meant to count more than once here: none is named.
        traces.add(
            trace(
                place(AUTHOR, feedback.source(), feedback.author(), feedback.brand()),
                feedback,
                null,
                null));
      }
      if (isBestRated(feedback) && BareText.length(bare) < SHORT) {
        traces.add(
            trace(
                place(
                    PRAISE, feedback.brand(), feedback.product() == null ? "" : feedback.product()),
                feedback,
                feedback.author(),
                null));
      }
    }
    return traces;
  }

  /** What makes a burst at a place where only the time counts. */
  public static SuspectOptions.Burst burstAt(String place, SuspectOptions options) {
    return place.startsWith(AUTHOR + "\n") ? options.author() : options.praise();
  }

  private static Trace trace(String place, Feedback feedback, String author, String signature) {
    return new Trace(
        place, feedback.key(), feedback.threadKey(), author, feedback.publishedAt(), signature);
  }

  private static String said(Feedback feedback) {
    return feedback.isTranscript()
        ? feedback.turns().stream()
            .filter(t -> t.speaker() == Speaker.CUSTOMER)
            .map(Turn::text)
            .collect(Collectors.joining("\n"))
        : feedback.text();
  }

  /** Who is cut off calls again, and again: that is no burst. */
  private static boolean isPublic(Feedback feedback) {
    return feedback.channel() == Channel.REVIEW || feedback.channel() == Channel.SOCIAL;
  }

  private static boolean isBestRated(Feedback feedback) {
    return (feedback.rating() != null && feedback.rating() >= BEST_RATING)
        || (feedback.nps() != null && feedback.nps() >= PROMOTER);
  }

  private static String place(String... parts) {
    return String.join("\n", parts);
  }
}
