package org.vocstream.jobs;

import java.util.List;
import org.vocstream.statistics.ScoreCell;

/**
 * What a feedback has added to the daily cells so far. Immutable.
 *
 * @param live whether the stream brought it; else the index
 * @param cells what it added; none where it was taken back
 */
public record Contributed(boolean live, List<ScoreCell> cells) {}
