package org.vocstream.statistics;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the indicators that feedback speaks of go with the sentiment of the whole: the sums that
 * {@link ImportanceSums} needs, as whole numbers by name, so that they add up exactly in any order.
 * Of each feedback counts the sentiment label y (1, 0, -1) and of each indicator it mentions the
 * net polarity x (1, 0, -1: the sign of positive less negative mentions). Names: {@code n}
 * feedback, {@code y}, {@code yy}, and of an indicator {@code m:a} feedback that mention it, {@code
 * x:a}, {@code xy:a}, {@code xx:a|b} with a not after b. Sums of 0 are left out. Immutable.
 *
 * @param sums the sums by name
 */
public record Judgements(Map<String, Long> sums) {
  /** Of no feedback. */
  public static final Judgements NONE = new Judgements(Map.of());

  /** Those of one feedback with this label and these net polarities by indicator. */
  public static Judgements of(int label, Map<String, Integer> polarities) {
    Map<String, Long> sums = new TreeMap<>();
    put(sums, "n", 1);
    put(sums, "y", label);
    put(sums, "yy", (long) label * label);
    TreeMap<String, Integer> sorted = new TreeMap<>(polarities);
    sorted.forEach(
        (a, x) -> {
          put(sums, "m:" + a, 1);
          put(sums, "x:" + a, x);
          put(sums, "xy:" + a, (long) x * label);
          sorted.tailMap(a).forEach((b, z) -> put(sums, "xx:" + a + "|" + b, (long) x * z));
        });
    return new Judgements(sums);
  }

  /** The sums over both; they must have no feedback in common. */
  public Judgements plus(Judgements other) {
    if (other.sums.isEmpty()) {
      return this;
    }
    Map<String, Long> both = new TreeMap<>(sums);
    other.sums.forEach(
        (name, sum) -> both.merge(name, sum, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b)));
    return new Judgements(both);
  }

  /** What takes these back where it is added. */
  Judgements negated() {
    Map<String, Long> negated = new TreeMap<>();
    sums.forEach((name, sum) -> negated.put(name, -sum));
    return new Judgements(negated);
  }

  /** The same as sums for the importance of these indicators. */
  public ImportanceSums importance(Collection<String> indicators) {
    return ImportanceSums.of(indicators, this::sum);
  }

  private double sum(String name) {
    return sums.getOrDefault(name, 0L);
  }

  private static void put(Map<String, Long> sums, String name, long value) {
    if (value != 0) {
      sums.put(name, value);
    }
  }
}
