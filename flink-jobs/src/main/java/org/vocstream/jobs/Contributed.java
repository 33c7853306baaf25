package org.vocstream.jobs;

import java.util.List;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.statistics.ScoreCell;

/**
 * What a feedback has added to the daily cells so far. Immutable.
 *
 * @param live whether the stream brought it; else the index
 * @param parts what it added; none where it was taken back
 */
public record Contributed(boolean live, List<FeedbackCells> parts) {
  /** What it added, one entry for each cell. */
  List<ScoreCell> cells() {
    return parts.stream().flatMap(part -> part.cells().stream()).toList();
  }
}
