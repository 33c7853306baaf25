package org.vocstream.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.Names;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.Suspicion;
import org.vocstream.scoring.TranscriptScore;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.text.Language;

/**
 * Scored reviews, of one brand where none is named, on delivery, for tests of daily cells; days are
 * in Shanghai.
 */
final class CellStory {
  static final String ZONE = "Asia/Shanghai";

  /** Monday, noon in Shanghai. */
  static final Instant T0 = Instant.parse("2026-10-05T04:00:00Z");

  static final long DAY = 24L * 60 * 60 * 1000;

  /** Day of T0, in days since 1970-01-01. */
  static final long DAY0 = 20_731;

  private CellStory() {}

  /** A review with these polarities on delivery. */
  static ScoredFeedback review(String id, Instant at, int... polarities) {
    return review(id, "青禾", at, polarities);
  }

  /** A review of this brand with these polarities on delivery. */
  static ScoredFeedback review(String id, String brand, Instant at, int... polarities) {
    return scored(feedback(id, brand, at, false), polarities);
  }

  static ScoredFeedback withdrawn(String id, Instant at) {
    return scored(feedback(id, "青禾", at, true));
  }

  private static ScoredFeedback scored(Feedback feedback, int... polarities) {
    List<Mention> mentions = new ArrayList<>();
    for (int polarity : polarities) {
      mentions.add(
          new Mention(
              "delivery",
              "delivery",
              new Names("物流", "Delivery"),
              "delivery",
              "cost.time",
              polarity,
              1,
              1,
              feedback.brand(),
              null,
              0,
              1,
              "快",
              null,
              null,
              "story"));
    }
    return new ScoredFeedback(
        feedback,
        null,
        Language.ZH,
        "快",
        new Sentiment(1, 0.5),
        mentions,
        List.of(),
        List.of(),
        TranscriptScore.NONE,
        Suspicion.NONE,
        "story");
  }

  private static Feedback feedback(String id, String brand, Instant at, boolean deleted) {
    return new Feedback(
        id,
        "default",
        Channel.REVIEW,
        "快",
        List.of(),
        null,
        brand,
        null,
        null,
        null,
        null,
        null,
        at,
        null,
        null,
        null,
        null,
        null,
        deleted,
        Map.of());
  }

  /** The key of the story's cell on delivery. */
  static CellKey delivery(Long day) {
    return new CellKey(Scope.GROUP, "delivery", "青禾", "review", null, null, "zh", day, false);
  }

  /** What a review adds to its cell on delivery. */
  static ScoreCell delivery(ScoredFeedback review) {
    return FeedbackCells.of(review, ZoneId.of(ZONE)).cells().stream()
        .filter(cell -> cell.key().scope() == Scope.GROUP)
        .findFirst()
        .orElseThrow();
  }
}
