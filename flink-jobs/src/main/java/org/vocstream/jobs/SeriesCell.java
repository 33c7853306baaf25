package org.vocstream.jobs;

import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.alert.AlertSeries;

/**
 * Of a daily cell what alerts need. Immutable.
 *
 * @param series which mentions it counts
 * @param id id of the cell
 * @param day its day, in days since 1970-01-01
 * @param channel channel of its feedback
 * @param suspect whether its feedback is suspect
 * @param n number of mentions
 * @param negative negative ones among them
 * @param standing true where it was read out of the index, as it stood before the job began
 */
public record SeriesCell(
    AlertSeries series,
    String id,
    long day,
    String channel,
    boolean suspect,
    long n,
    long negative,
    boolean standing) {

  /** Of a cell with a day. */
  static SeriesCell of(ScoreCell cell, boolean standing) {
    CellKey key = cell.key();
    return new SeriesCell(
        new AlertSeries(key.brand(), key.scope(), key.code()),
        key.id(),
        key.day(),
        key.channel(),
        key.suspect(),
        cell.sums().n(),
        cell.sums().negative(),
        standing);
  }
}
