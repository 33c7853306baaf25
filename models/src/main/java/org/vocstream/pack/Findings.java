package org.vocstream.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that an author hears of everything at once. Not thread-safe. */
public final class Findings {
  private static final Comparator<PackFinding> AS_READ =
      Comparator.comparing(PackFinding::file)
          .thenComparingInt(PackFinding::line)
          .thenComparingInt(PackFinding::column);

  /** Findings that are kept at the most: who has so many reads no further. */
  private static final int MOST = 500;

  /** UTF-16 units of a message at the most: it may quote what a file of another kind holds. */
  private static final int LONGEST = 2_000;

  private final List<PackFinding> found = new ArrayList<>();

  /** One more, at this place. */
  public void add(Place at, String message) {
    if (found.size() < MOST) {
      found.add(
          at.finding(message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message));
    } else if (found.size() == MOST) {
      found.add(at.finding("there is more that is wrong; correct what is told first"));
    }
  }

  /** All findings in order of file and line. */
  public List<PackFinding> all() {
    return found.stream().distinct().sorted(AS_READ).toList();
  }

  /**
   * Tells them all.
   *
   * @throws PackException where there is one
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new PackException(all());
    }
  }
}
