package org.vocstream.statistics.survey;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.statistics.BenjaminiHochberg;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.Verdict;

/**
 * A difference with what may be claimed of it among all of its kind that are shown together.
 * Immutable.
 *
 * @param gap the difference, in points of the scale 0..100
 * @param verdict higher ({@link Verdict#AHEAD}), lower, or nothing to claim
 * @param adjusted its probability, adjusted over all of its kind, 0..1; 1 where there is not enough
 */
public record Judged(Gap gap, Verdict verdict, double adjusted) {

  /** Judges all of a kind together. */
  static List<Judged> all(List<Gap> shown) {
    List<Verdict> verdicts = Verdict.of(shown);
    List<Double> adjusted =
        BenjaminiHochberg.adjusted(shown.stream().filter(Gap::enough).map(Gap::pValue).toList());
    List<Judged> judged = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < shown.size(); i++) {
      boolean enough = shown.get(i).enough();
      judged.add(new Judged(shown.get(i), verdicts.get(i), enough ? adjusted.get(next++) : 1));
    }
    return judged;
  }
}
