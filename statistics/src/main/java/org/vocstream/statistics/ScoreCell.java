package org.vocstream.statistics;

/**
 * All that is known of the mentions of one daily cell: enough for index and interval, and in the
 * cell of a brand also for importance and perceived value. Sums only, so cells add up, and what a
 * feedback added can be taken back exactly. Immutable.
 *
 * @param key which mentions
 * @param sums their numbers, one cluster for each feedback
 * @param benefitCost what mentions of benefits and of costs share; nothing but in the scope brand
 * @param judgements how indicators go with the sentiment of the feedback; empty but in the scope
 *     brand
 */
public record ScoreCell(
    CellKey key, ClusterSums sums, SharedSums benefitCost, Judgements judgements) {

  /** A cell without mentions. */
  public static ScoreCell empty(CellKey key) {
    return new ScoreCell(key, ClusterSums.NONE, SharedSums.NONE, Judgements.NONE);
  }

  /** True where nothing stands in the cell. */
  public boolean isEmpty() {
    return sums.clusters() == 0;
  }

  /** The cell with those mentions, too; they must be of other feedback. */
  public ScoreCell plus(ScoreCell other) {
    return new ScoreCell(
        key,
        sums.plus(other.sums),
        benefitCost.plus(other.benefitCost),
        judgements.plus(other.judgements));
  }

  /** What takes this cell's mentions back where it is added. */
  public ScoreCell negated() {
    return new ScoreCell(key, sums.negated(), benefitCost.negated(), judgements.negated());
  }
}
