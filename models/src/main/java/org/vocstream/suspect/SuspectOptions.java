package org.vocstream.suspect;

import java.io.Serializable;
import java.time.Duration;

/**
 * From when on a feedback is suspect. Immutable.
 *
 * @param window how long after a feedback a near copy of it is found; so long every feedback stays
 *     in the state of the stream, some 5 kB each
 * @param author how many by one author on one brand are a burst
 * @param praise how many short ones with the best rating on one product, each by another author,
 *     are a burst
 */
public record SuspectOptions(Duration window, Burst author, Burst praise) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** 30 days; 5 by one author in an hour; 30 of short praise in ten minutes. */
  public static final SuspectOptions STANDARD =
      new SuspectOptions(
          Duration.ofDays(30),
          new Burst(5, Duration.ofHours(1)),
          new Burst(30, Duration.ofMinutes(10)));

  /** Checks the window. */
  public SuspectOptions {
    if (window.isNegative() || window.isZero() || window.toDays() > 3650) {
      throw new IllegalArgumentException(
          "the window of copies is " + window.toDays() + " days; give 1 to 3650");
    }
  }

  /** The standard options with another window. */
  public static SuspectOptions within(Duration window) {
    return new SuspectOptions(window, STANDARD.author, STANDARD.praise);
  }

  /**
   * Many in a short time.
   *
   * @param size how many at least, 2 or more
   * @param within in what time at most, from the first to the last of them; up to a day
   */
  public record Burst(int size, Duration within) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks the size and the time. */
    public Burst {
      if (size < 2) {
        throw new IllegalArgumentException("a burst of " + size + " is none; give 2 or more");
      }
      if (within.isNegative() || within.compareTo(Duration.ofDays(1)) > 0) {
        throw new IllegalArgumentException(
            "a burst within " + within + " cannot be found; give a day at most");
      }
    }
  }
}
