package org.vocstream.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vocstream.feedback.Feedback;
import org.vocstream.sentiment.Sentiment;

/** What is suspect about a feedback. A flag marks and never deletes. */
public enum Flag {
  /**
   * The stars say one thing and the words clearly another: {@code rating} at most {@value #LOW} or
   * {@code nps} at most {@value #DETRACTOR}, with a sentiment score of at least {@value #CLEAR}; or
   * {@code rating} at least {@value #HIGH} or {@code nps} at least {@value #PROMOTER}, with a score
   * of at most -{@value #CLEAR}. Detractors and promoters are those of the net promoter score
   * (Reichheld, 2003); a rating of 3 and an nps of 7 or 8 go with any words. Of the held-out shop,
   * takeaway and hotel reviews whose score is that clear, 2.6% were scored on the wrong side.
   */
  RATING_CONFLICT,
  /** A copy of an earlier feedback, or nearly so. */
  DUPLICATE,
  /** Praise that a shop's system writes where the customer wrote none (系统默认好评). */
  DEFAULT_PRAISE,
  /** One of many in a short time. */
  BURST;

  private static final double LOW = 2;
  private static final double HIGH = 4;
  private static final int DETRACTOR = 6;
  private static final int PROMOTER = 9;
  private static final double CLEAR = 0.8;

  /** The name in outputs and documents: {@code rating_conflict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The flags of a feedback with this sentiment, which may be null. */
  static List<Flag> of(Feedback feedback, Sentiment sentiment) {
    List<Flag> flags = new ArrayList<>();
    if (sentiment != null && isConflict(feedback, sentiment.score())) {
      flags.add(RATING_CONFLICT);
    }
    return List.copyOf(flags);
  }

  private static boolean isConflict(Feedback feedback, double score) {
    Double rating = feedback.rating();
    Integer nps = feedback.nps();
    boolean low = (rating != null && rating <= LOW) || (nps != null && nps <= DETRACTOR);
    boolean high = (rating != null && rating >= HIGH) || (nps != null && nps >= PROMOTER);
    return (low && score >= CLEAR) || (high && score <= -CLEAR);
  }
}
