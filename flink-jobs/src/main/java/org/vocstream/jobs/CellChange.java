package org.vocstream.jobs;

import org.vocstream.statistics.ScoreCell;

/**
 * What a daily cell gains or loses. Immutable.
 *
 * @param cell mentions that come to the cell, or with negative numbers leave it
 * @param standing true where they stand in the index already, so that there is nothing to write
 */
public record CellChange(ScoreCell cell, boolean standing) {

  /** Both, of the same cell; nothing to write only where both stand in the index. */
  CellChange plus(CellChange later) {
    return new CellChange(cell.plus(later.cell), standing && later.standing);
  }
}
