package org.vocstream.jobs;

import org.vocstream.statistics.alert.AlertSeries;

/**
 * How far a series is judged. Immutable.
 *
 * @param series which one
 * @param judgedUntil last day that was judged, in days since 1970-01-01; null before the first time
 * @param settledUntil last day that cannot change any more, or null
 * @param changed whether a cell has changed since it was judged
 */
public record SeriesProgress(
    AlertSeries series, Long judgedUntil, Long settledUntil, boolean changed) {
  SeriesProgress judged(long until) {
    return new SeriesProgress(series, until, settledUntil, false);
  }

  SeriesProgress settled(long until) {
    return new SeriesProgress(series, judgedUntil, until, changed);
  }
}
