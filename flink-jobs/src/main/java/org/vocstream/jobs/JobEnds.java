package org.vocstream.jobs;

import java.util.function.Consumer;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.elasticsearch.LateFeedback;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.statistics.ScoreCell;

/**
 * Where the streams of the scoring job begin and end. Immutable.
 *
 * @param arrivals what comes in
 * @param settings packs and competitor sets that come while the job runs
 * @param standing what stood in the index when the job began, bounded
 * @param scored takes every scored feedback, withdrawals included
 * @param deadLetters takes every record that could not be taken in, and every setting that was
 *     refused
 * @param cells takes every daily cell that has changed, an empty one where nothing is left of it
 * @param late takes every feedback that came too late for its cells
 */
public record JobEnds(
    Arrivals arrivals,
    SettingArrivals settings,
    Source<FeedbackCells, ?, ?> standing,
    Consumer<DataStream<ScoredFeedback>> scored,
    Consumer<DataStream<DeadLetter>> deadLetters,
    Consumer<DataStream<ScoreCell>> cells,
    Consumer<DataStream<LateFeedback>> late) {}
