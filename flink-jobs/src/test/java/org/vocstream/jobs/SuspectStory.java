package org.vocstream.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.suspect.SuspectOptions;
import org.vocstream.suspect.Trace;

/** Feedback of one morning for the operators that look for suspects. */
final class SuspectStory {
  static final Instant T0 = Instant.parse("2026-10-05T09:00:00Z");
  static final Duration WINDOW = Duration.ofDays(7);
  static final SuspectOptions OPTIONS =
      new SuspectOptions(
          WINDOW,
          new SuspectOptions.Burst(3, Duration.ofHours(1)),
          new SuspectOptions.Burst(3, Duration.ofMinutes(10)));
  static final String LEAK = "买了三瓶身体乳，三瓶泵头全漏，箱子底都泡烂了，客服让我自己擦干净再用";

  private SuspectStory() {}

  /** A review of an unknown author, published so many hours after T0. */
  static Feedback review(String id, String text, int hour) {
    return feedback(id, text, null, hour, false);
  }

  /** A short review by an author, which leaves one trace, at author and brand. */
  static Feedback by(String author, String id, int hour) {
    return feedback(id, "好", author, hour, false);
  }

  static Feedback withdrawn(String id) {
    return feedback(id, "", null, 0, true);
  }

  private static Feedback feedback(
      String id, String text, String author, int hour, boolean deleted) {
    return new Feedback(
        id,
        "shop",
        Channel.REVIEW,
        text,
        List.of(),
        null,
        "青禾",
        null,
        author,
        null,
        null,
        null,
        deleted ? null : at(hour),
        null,
        null,
        null,
        null,
        null,
        deleted,
        Map.of());
  }

  /** A trace of a feedback at a place where copies meet. */
  static Trace copy(String id, int hour) {
    return new Trace("1", "shop/" + id, id.hashCode(), at(hour), "x".repeat(64));
  }

  /** A trace of a feedback at author and brand, so many minutes after T0. */
  static Trace inTime(String id, int minute) {
    return new Trace(
        "author\nshop\nann\n青禾", "shop/" + id, id.hashCode(), T0.plusSeconds(60L * minute), null);
  }

  static Instant at(int hour) {
    return T0.plus(Duration.ofHours(hour));
  }

  /** Event time after everything of that hour is to be dropped, lateness and rounding included. */
  static long past(int hour) {
    return at(hour)
        .plus(WINDOW)
        .plus(FeedbackScoringJob.OUT_OF_ORDER)
        .plus(Duration.ofHours(2))
        .toEpochMilli();
  }
}
