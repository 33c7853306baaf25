package org.vocstream.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that an author hears of everything at once. Not thread-safe. */
final class Findings {
  private static final Comparator<PackFinding> AS_READ =
      Comparator.comparing(PackFinding::file)
          .thenComparingInt(PackFinding::line)
          .thenComparingInt(PackFinding::column);

  private final List<PackFinding> found = new ArrayList<>();

  void add(Place at, String message) {
    found.add(at.finding(message));
  }

  /** All findings in order of file and line. */
  List<PackFinding> all() {
    return found.stream().distinct().sorted(AS_READ).toList();
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new PackException(all());
    }
  }
}
