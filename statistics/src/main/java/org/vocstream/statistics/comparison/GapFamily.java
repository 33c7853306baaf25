package org.vocstream.statistics.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.statistics.BenjaminiHochberg;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.Verdict;

/**
 * All gaps that are shown together. First all are added, then each is judged. For one thread.
 *
 * @param <K> what tells the gaps apart
 */
final class GapFamily<K> {
  private final Map<K, Integer> places = new HashMap<>();
  private final List<Measured> gaps = new ArrayList<>();
  private List<Verdict> verdicts = List.of();
  private List<Double> adjusted = List.of();

  /** A gap that has no verdict yet. */
  record Measured(Gap gap, boolean onMix, Gap raw) {
    /** The gap on the mix where there is one, else the raw one. */
    static Measured of(Gap onMix, Gap raw) {
      return onMix.enough() ? new Measured(onMix, true, raw) : new Measured(raw, false, raw);
    }
  }

  void add(K key, Measured gap) {
    places.put(key, gaps.size());
    gaps.add(gap);
  }

  void judge() {
    List<Gap> shown = gaps.stream().map(Measured::gap).toList();
    verdicts = Verdict.of(shown);
    adjusted =
        BenjaminiHochberg.adjusted(shown.stream().filter(Gap::enough).map(Gap::pValue).toList());
  }

  /** Number of gaps that have enough feedback for a verdict. */
  int judged() {
    return adjusted.size();
  }

  JudgedGap of(K key) {
    int place = places.get(key);
    Measured measured = gaps.get(place);
    long before = gaps.subList(0, place).stream().filter(g -> g.gap.enough()).count();
    return new JudgedGap(
        measured.gap,
        measured.onMix,
        measured.raw,
        verdicts.get(place),
        measured.gap.enough() ? adjusted.get((int) before) : 1);
  }
}
