package org.vocstream.elasticsearch;

/**
 * The mentions of one brand and one reported indicator within one cluster: what a cluster-robust
 * interval is computed from. Immutable.
 *
 * @param brand the brand
 * @param group code of the reported indicator
 * @param cluster the feedback's id, or the author, see {@link CellQuery.Cluster}
 * @param positive number of positive mentions
 * @param neutral number of neutral mentions
 * @param negative number of negative mentions
 */
public record ClusterCell(
    String brand, String group, String cluster, long positive, long neutral, long negative) {
  /** Number of mentions. */
  public long n() {
    return positive + neutral + negative;
  }
}
