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

  private final List<PackFinding> found = new ArrayList<>();

  /** One more, at this place. */
  public void add(Place at, String message) {
    found.add(at.finding(message));
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
