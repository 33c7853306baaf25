package org.vocstream.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far the index moved from one wave to the next, and why: because parts were judged otherwise
 * (score effect), or because more or less of the talk was about parts that are judged well (mix
 * effect). Immutable.
 *
 * <p>With s a part's share of the mentions, S its index, before 0 and after 1, and S̄ the mean of
 * the two totals: {@code mix = (s1 - s0)·((S0 + S1)/2 - S̄)} and {@code score = (S1 - S0)·(s0 +
 * s1)/2} (Kitagawa, Journal of the American Statistical Association 50, 1955; taking S̄ off changes
 * no sum, as the shares add up to 1 in both waves, and makes a part's mix effect positive where it
 * is better than the rest and grew). The effects of all parts add up to the change, but for the
 * last binary digits. A part that is in one wave only has no score effect, its index there standing
 * for both.
 *
 * <p>Worked example: before 50 of A at 80 and 50 of B at 40 (60 in all), after 80 of A at 75 and 20
 * of B at 40 (68): change 8. S̄ = 64. A: mix 0.3 · (77.5 - 64) = 4.05, score -5 · 0.65 = -3.25. B:
 * mix -0.3 · (40 - 64) = 7.2, score 0. Together 8.
 *
 * @param change after minus before, over all mentions; where it is not enough, the effects are no
 *     more to be shown than the change
 * @param significant true where the change of the whole is beyond chance at 5%
 * @param mix sum of the parts' mix effects, in points
 * @param score sum of the parts' score effects, in points
 * @param parts what each part adds
 */
public record WaveChange(
    Gap change, boolean significant, double mix, double score, SortedMap<String, Part> parts) {

  /**
   * What one part adds to the change.
   *
   * @param mix its mix effect, in points of the whole
   * @param score its score effect, in points of the whole
   * @param change its own index, after minus before, in its own points
   * @param significant true where its own index moved, Benjamini-Hochberg over all parts
   */
  public record Part(double mix, double score, Gap change, boolean significant) {}

  /**
   * The change between two waves that have no cluster in common.
   *
   * @throws IllegalArgumentException where a wave has no mention
   */
  public static WaveChange between(Wave before, Wave after) {
    double n0 = before.total().n();
    double n1 = after.total().n();
    if (n0 == 0 || n1 == 0) {
      throw new IllegalArgumentException(
          "the wave " + (n0 == 0 ? "before" : "after") + " has no mentions: nothing to compare");
    }
    double middle = (before.total().mean() + after.total().mean()) / 2;
    List<String> names = names(before, after);
    List<Gap> gaps = new ArrayList<>();
    for (String name : names) {
      gaps.add(Gap.between(cell(after, name), cell(before, name)));
    }
    List<Verdict> verdicts = Verdict.of(gaps);
    SortedMap<String, Part> parts = new TreeMap<>();
    double mix = 0;
    double score = 0;
    for (int i = 0; i < names.size(); i++) {
      ClusterSums old = cell(before, names.get(i));
      ClusterSums now = cell(after, names.get(i));
      double s0 = old.n() / n0;
      double s1 = now.n() / n1;
      double index0 = old.n() == 0 ? now.mean() : old.mean();
      double index1 = now.n() == 0 ? old.mean() : now.mean();
      Part part =
          new Part(
              (s1 - s0) * ((index0 + index1) / 2 - middle),
              (index1 - index0) * (s0 + s1) / 2,
              gaps.get(i),
              verdicts.get(i).claims());
      mix += part.mix;
      score += part.score;
      parts.put(names.get(i), part);
    }
    Gap change = Gap.between(after.total(), before.total());
    return new WaveChange(
        change,
        Verdict.of(List.of(change)).get(0).claims(),
        mix,
        score,
        Collections.unmodifiableSortedMap(parts));
  }

  /** The names of the parts that have a mention in either wave. */
  private static List<String> names(Wave before, Wave after) {
    TreeSet<String> names = new TreeSet<>(before.parts().keySet());
    names.addAll(after.parts().keySet());
    names.removeIf(name -> cell(before, name).n() + cell(after, name).n() == 0);
    return List.copyOf(names);
  }

  private static ClusterSums cell(Wave wave, String name) {
    return wave.parts().getOrDefault(name, ClusterSums.NONE);
  }
}
