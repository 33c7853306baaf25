package org.vocstream.jobs;

import org.vocstream.statistics.alert.DayCounts;

/**
 * A daily cell as it stood in the index and as it is now. Immutable.
 *
 * @param now the newest state of it
 * @param n mentions when the job began, 0 where it was not there
 * @param negative negative ones among them
 */
public record KnownCell(SeriesCell now, long n, long negative) {
  /** What the cell counts now. */
  DayCounts counts() {
    return new DayCounts(now.day(), now.n(), now.negative());
  }

  /** What it counted when the job began. */
  DayCounts before() {
    return new DayCounts(now.day(), n, negative);
  }

  /** With one more state of the cell; what the stream tells is newer than what stood there. */
  KnownCell with(SeriesCell cell) {
    return cell.standing()
        ? new KnownCell(now.standing() ? cell : now, cell.n(), cell.negative())
        : new KnownCell(cell, n, negative);
  }
}
