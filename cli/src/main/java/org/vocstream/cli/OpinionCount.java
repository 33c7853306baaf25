package org.vocstream.cli;

import java.util.Locale;

/**
 * How many opinions there are, and for how many of them the pack has no indicator. Immutable.
 *
 * @param opinions mentions that are good or bad, and unassigned opinions
 * @param unassigned clear opinions in which no indicator was found
 */
record OpinionCount(long opinions, long unassigned) {
  /** As commands tell it: {@code 1,204 opinions, 96 of them unassigned (8.0 %)}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d opinions, %,d of them unassigned (%.1f %%)",
        opinions,
        unassigned,
        opinions == 0 ? 0 : 100.0 * unassigned / opinions);
  }
}
