package org.vocstream.suspect;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * What a feedback leaves at a place where others like it come by: near copies at the bands of its
 * fingerprint, others of its author at author and brand, other short praise at the product.
 * Immutable.
 *
 * @param place name of the place
 * @param key key of the feedback
 * @param thread key of the feedback on which it is a later comment, or its own
 * @param author its author, or null
 * @param publishedAt when it was published, or null
 * @param signature of its fingerprint; null where only the time counts
 */
public record Trace(
    String place, String key, String thread, String author, Instant publishedAt, String signature) {
  /** By time, what has none last; at the same time by key. */
  static final Comparator<Trace> ORDER =
      Comparator.comparing(Trace::publishedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Trace::key);

  /** Whether it comes earlier; of two feedback one always does. */
  public boolean isBefore(Trace other) {
    return ORDER.compare(this, other) < 0;
  }

  /** A later comment may repeat what its author wrote first: together they are one voice. */
  boolean isOneVoiceWith(Trace other) {
    return thread.equals(other.thread) && Objects.equals(author, other.author);
  }

  /** Whether it lies more than the window before the other; unknown times lie within any. */
  boolean isLongBefore(Trace other, Duration window) {
    return publishedAt != null
        && other.publishedAt != null
        && publishedAt.isBefore(other.publishedAt.minus(window));
  }
}
