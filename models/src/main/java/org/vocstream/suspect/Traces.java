package org.vocstream.suspect;

import java.time.Instant;
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
    String key = feedback.key();
    Instant at = feedback.publishedAt();
    String author = feedback.author();
    String bare = bareText.of(said(feedback));
    Fingerprint fingerprint = Fingerprint.of(bare);
    if (fingerprint != null) {
      // A later comment may repeat what its author wrote first: together they are one voice.
      long voice = Fingerprint.hash(feedback.threadKey() + "\n" + author);
      for (String band : fingerprint.bands()) {
        traces.add(new Trace(band, key, voice, at, fingerprint.signature()));
      }
    }
    if (isPublic(feedback) && at != null && feedback.brand() != null) {
      long each = Fingerprint.hash(key);
      if (author != null) {
        String place = place(AUTHOR, feedback.source(), author, feedback.brand());
        traces.add(new Trace(place, key, each, at, null));
      }
      if (isBestRated(feedback) && BareText.length(bare) < SHORT) {
        String product = feedback.product() == null ? "" : feedback.product();
        long voice = author == null ? each : Fingerprint.hash(author);
        traces.add(new Trace(place(PRAISE, feedback.brand(), product), key, voice, at, null));
      }
    }
    return traces;
  }

  /** What makes a burst at a place where only the time counts. */
  public static SuspectOptions.Burst burstAt(String place, SuspectOptions options) {
    return place.startsWith(AUTHOR + "\n") ? options.author() : options.praise();
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
