package org.vocstream.pack;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody who mistyped most likely meant. */
public final class NearestName {
  private NearestName() {}

  /** {@code ; did you mean "terms"? Known: except, terms}, with what is known in every case. */
  public static String advice(String typed, Collection<String> names) {
    String known = String.join(", ", names);
    return of(typed, names)
        .map(n -> "; did you mean \"" + n + "\"? Known: " + known)
        .orElse("; use one of: " + known);
  }

  /** The nearest name by edit distance, as long as a third of the letters at most differ. */
  public static Optional<String> of(String typed, Collection<String> names) {
    int atMost = Math.max(1, typed.length() / 3);
    return names.stream()
        .filter(n -> distance(typed, n) <= atMost)
        .min(Comparator.comparingInt((String n) -> distance(typed, n)).thenComparing(n -> n));
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
