package org.vocstream.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * What may be claimed of a gap. A gap is claimed where its probability, adjusted over all the cells
 * shown together ({@link BenjaminiHochberg}), is at most 0.05; cells without enough feedback get no
 * verdict and do not count among those shown. Immutable.
 */
public enum Verdict {
  /** The own index is higher. */
  AHEAD("领先", "ahead"),
  /** The own index is lower. */
  BEHIND("落后", "behind"),
  /** The gap may be chance; that the two are equal is not claimed. */
  NO_DIFFERENCE("无显著差异", "no significant difference"),
  /** One side is below the minimum n. */
  NOT_ENOUGH("样本不足", "not enough data");

  private final String label;
  private final String english;

  Verdict(String label, String english) {
    this.label = label;
    this.english = english;
  }

  /** The verdict as analysts read it. */
  public String label() {
    return label;
  }

  /** The same in English. */
  public String english() {
    return english;
  }

  /** The verdicts on all the gaps that are shown together, in the order given. */
  public static List<Verdict> of(List<Gap> shown) {
    List<Double> adjusted =
        BenjaminiHochberg.adjusted(shown.stream().filter(Gap::enough).map(Gap::pValue).toList());
    List<Verdict> verdicts = new ArrayList<>(shown.size());
    int next = 0;
    for (Gap gap : shown) {
      if (!gap.enough()) {
        verdicts.add(NOT_ENOUGH);
      } else if (adjusted.get(next++) > BenjaminiHochberg.LEVEL || gap.value() == 0) {
        verdicts.add(NO_DIFFERENCE);
      } else {
        verdicts.add(gap.value() > 0 ? AHEAD : BEHIND);
      }
    }
    return List.copyOf(verdicts);
  }

  /** True for a claim: ahead or behind. */
  public boolean claims() {
    return this == AHEAD || this == BEHIND;
  }
}
