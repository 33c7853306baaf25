/**
 * What many pieces of feedback say together: indices with their intervals, gaps with their
 * verdicts, change from wave to wave, importance. All of it is reckoned from sums over clusters
 * ({@link org.vocstream.statistics.ClusterSums}), which a stream can keep. Whether suspects are
 * among them is for the caller to choose: every number can be had with and without.
 */
package org.vocstream.statistics;
