package org.vocstream.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.Generation;
import org.vocstream.elasticsearch.StoredFeedback;
import org.vocstream.elasticsearch.StoredFeedbackQuery;
import org.vocstream.scoring.ScoredFeedback;

/**
 * Scores the stored feedback anew, with another pack or other models, into a generation that nobody
 * reads yet.
 *
 * <pre>
 * stored feedback -> score -> feedback and mentions of the new generation -> it is complete
 * </pre>
 *
 * What {@link FeedbackScoringJob} does before it scores is done already: the index holds one
 * version of each feedback, masked, with why it is suspect. Scoring and indexing are the same. The
 * job has no state and makes no checkpoints; after a failure it reads from the beginning and writes
 * the same documents again. {@link Rescoring} says when it runs.
 */
public final class RescoreJob {
  private RescoreJob() {}

  /**
   * The entry on a cluster: begins the new generation and starts the job that fills it and writes
   * down when it is complete. {@code voc rescore} compares it then and switches to it.
   */
  public static void main(String[] arguments) throws Exception {
    run(JobArguments.rescoring(arguments));
  }

  /** Starts the job on the cluster that Flink's context names and returns at once. */
  public static void run(RescoreOptions options) throws Exception {
    try (ElasticsearchConnection connection =
        ElasticsearchConnection.open(options.elasticsearch(), Credentials.of(System.getenv()))) {
      Rescoring.Runner onCluster =
          (job, expected) -> {
            var unused =
                job.start(StreamExecutionEnvironment.getExecutionEnvironment(configuration()));
            return 0;
          };
      new Rescoring(connection.client(), onCluster, Clock.systemUTC()).build(options);
    }
  }

  /**
   * Starts one pass in this environment and returns at once.
   *
   * @param from the generation whose feedback is scored
   * @param since only what was written there at or after this instant; null for all
   * @param into the generation that takes the scores
   * @param begin what was written before stands in it afterwards
   * @throws Exception where the job cannot be started
   */
  public static JobClient start(
      StreamExecutionEnvironment env,
      RescoreOptions options,
      Generation from,
      Instant since,
      Generation into,
      Instant begin)
      throws Exception {
    env.setParallelism(options.parallelism());
    String stored = from.target().feedback();
    define(
        env,
        new IndexSource<>(
            IndexRead.of(
                options.elasticsearch(), c -> new StoredFeedbackQuery(c.client(), stored, since)),
            options.retryFor()),
        Scoring.with(options.pack(), options.scoring(), options.modelsAt()),
        scored ->
            scored
                .transform(
                    "index feedback and mentions",
                    Types.VOID,
                    new FillGeneration(options.elasticsearch(), into.target(), options.retryFor()))
                .uid("fill-generation")
                .transform(
                    "complete the generation",
                    Types.VOID,
                    new CompleteGeneration(
                        options.elasticsearch(), into.number(), begin, options.retryFor()))
                .uid("complete-generation")
                .setParallelism(1)
                .setMaxParallelism(1));
    return env.executeAsync("voc rescore, pack " + options.pack());
  }

  /**
   * The topology, with open ends.
   *
   * @param source each feedback once
   * @param scoring how feedback is scored
   * @param scoredSink takes every scored feedback
   */
  static void define(
      StreamExecutionEnvironment env,
      Source<StoredFeedback, ?, ?> source,
      Scoring scoring,
      Consumer<DataStream<ScoredFeedback>> scoredSink) {
    scoredSink.accept(
        env.fromSource(
                source,
                WatermarkStrategy.noWatermarks(),
                "stored feedback",
                TypeInformation.of(StoredFeedback.class))
            .uid("stored-feedback")
            .setParallelism(1)
            .map(new ScoreStored(scoring))
            .returns(ScoredFeedback.class)
            .uid("score")
            .name("score"));
  }

  /** Settings that this job needs wherever it runs. */
  public static Configuration configuration() {
    Configuration configuration = FeedbackScoringJob.configuration();
    configuration.removeKey("execution.checkpointing.interval");
    return configuration;
  }
}
