package org.vocstream.jobs;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.RawRecord;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.suspect.Finding;

/**
 * The main job: records become feedback (or dead letters), each feedback is scored, and the result
 * goes to the index.
 *
 * <pre>
 * records -> take in (parse, mask) -> [by feedback] count versions -> leave traces -> mark suspects
 *                 \-> dead letters                                       |              |   |
 *                                              [by place] find suspects <-/              |   |
 *                                                         \-> [by feedback] -------------/   |
 *                                                     feedback and mentions <- score <-------/
 * </pre>
 *
 * The stream is keyed by feedback all the way, so that versions of one feedback keep their order to
 * the sink. A feedback goes on at once; where it turns out to be suspect, or no longer to be, it
 * comes again.
 */
public final class FeedbackScoringJob {
  /** How late a feedback may come behind the newest one and still be in time. */
  public static final Duration OUT_OF_ORDER = Duration.ofDays(2);

  private static final Duration IDLE = Duration.ofSeconds(30);

  private FeedbackScoringJob() {}

  /**
   * The entry on a cluster: arguments as of {@code voc run}, the hash key and the credentials of
   * Elasticsearch from the environment.
   */
  public static void main(String[] arguments) throws Exception {
    run(JobArguments.parse(arguments, System.getenv()));
  }

  /** Runs the job on the cluster that Flink's context names and returns at its end. */
  public static void run(FeedbackScoringOptions options) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration());
    start(env, options).getJobExecutionResult().get();
  }

  /**
   * Starts the job in this environment (a cluster, or inside this process) and returns at once.
   *
   * @throws Exception where the job cannot be started
   */
  public static JobClient start(StreamExecutionEnvironment env, FeedbackScoringOptions options)
      throws Exception {
    define(env, options);
    return env.executeAsync("voc feedback scoring, pack " + options.pack());
  }

  /** The topology from files into Elasticsearch. */
  static void define(StreamExecutionEnvironment env, FeedbackScoringOptions options) {
    // A checkpoint waits for all that is to be written: it must not fail while the sink still
    // hopes.
    CheckpointConfig checkpoints = env.getCheckpointConfig();
    checkpoints.setCheckpointTimeout(
        checkpoints.getCheckpointTimeout() + options.retryFor().toMillis());
    env.setParallelism(options.parallelism());
    define(
        env,
        FeedbackFiles.source(options.inputs(), options.watch()),
        options,
        Scoring.with(options.pack(), options.scoring()),
        scored ->
            scored
                .sinkTo(
                    new IndexSink<>(Indexers.feedback(options.elasticsearch()), options.retryFor()))
                .uid("index-feedback")
                .name("index feedback and mentions"),
        deadLetters ->
            deadLetters
                .sinkTo(
                    new IndexSink<>(
                        Indexers.deadLetters(options.elasticsearch()), options.retryFor()))
                .uid("index-dead-letters")
                .name("index dead letters"));
  }

  /**
   * The topology, with open ends: a test or another job brings its own source and sinks.
   *
   * @param source records; ordered and read by one subtask
   * @param scoring how feedback is scored
   * @param scoredSink takes every scored feedback, withdrawals included
   * @param deadLetterSink takes every record that could not be taken in
   */
  public static void define(
      StreamExecutionEnvironment env,
      Source<RawRecord, ?, ?> source,
      FeedbackScoringOptions options,
      Scoring scoring,
      Consumer<DataStream<ScoredFeedback>> scoredSink,
      Consumer<DataStream<DeadLetter>> deadLetterSink) {
    SingleOutputStreamOperator<Feedback> feedback =
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "records")
            .uid("records")
            .setParallelism(1)
            .process(new TakeIn(options.envelope(), options.hashKey().bytes(), options.customers()))
            .returns(Feedback.class)
            .uid("take-in")
            .name("take in: parse and mask")
            .setParallelism(1);
    deadLetterSink.accept(feedback.getSideOutput(TakeIn.DEAD_LETTERS));
    SingleOutputStreamOperator<Feedback> counted =
        feedback
            .assignTimestampsAndWatermarks(eventTime())
            .uid("event-time")
            .name("event time")
            .setParallelism(1)
            .keyBy(Feedback::key, Types.STRING)
            .process(new CountVersions())
            .returns(Feedback.class)
            .uid("count-versions")
            .name("count versions");
    SingleOutputStreamOperator<Feedback> traced =
        stillByFeedback(counted)
            .process(new LeaveTraces(options.suspects()))
            .returns(Feedback.class)
            .uid("leave-traces")
            .name("leave traces");
    DataStream<Finding> findings =
        traced
            .getSideOutput(LeaveTraces.TRACES)
            .keyBy(left -> left.trace().place(), Types.STRING)
            .process(new FindSuspects(options.suspects()))
            .returns(Finding.class)
            .uid("find-suspects")
            .name("find suspects");
    DataStream<ScoredFeedback> scored =
        stillByFeedback(traced)
            .connect(findings.keyBy(finding -> finding.trace().key(), Types.STRING))
            .process(new MarkSuspects(options.suspects()))
            .returns(MarkedFeedback.class)
            .uid("mark-suspects")
            .name("mark suspects")
            .map(new ScoreFeedback(scoring))
            .returns(ScoredFeedback.class)
            .uid("score")
            .name("score");
    scoredSink.accept(scored);
  }

  /** What comes from a stream keyed by feedback, without sending it round again. */
  private static KeyedStream<Feedback, String> stillByFeedback(DataStream<Feedback> feedback) {
    return DataStreamUtils.reinterpretAsKeyedStream(feedback, Feedback::key, Types.STRING);
  }

  /** A feedback without a date has no event time and moves no watermark. */
  static WatermarkStrategy<Feedback> eventTime() {
    return WatermarkStrategy.<Feedback>forBoundedOutOfOrderness(OUT_OF_ORDER)
        .withTimestampAssigner(
            (f, before) ->
                f.publishedAt() == null
                    ? TimestampAssigner.NO_TIMESTAMP
                    : f.publishedAt().toEpochMilli())
        .withIdleness(IDLE);
  }

  /** Settings that this job needs wherever it runs, for a configuration of a local environment. */
  public static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.setString("pipeline.generic-types", "false");
    configuration.setString("execution.checkpointing.interval", "10 s");
    configuration.setString("restart-strategy.type", "exponential-delay");
    configuration.setString("restart-strategy.exponential-delay.initial-backoff", "1 s");
    configuration.setString("restart-strategy.exponential-delay.max-backoff", "30 s");
    configuration.setString(
        "restart-strategy.exponential-delay.attempts-before-reset-backoff", "5");
    return configuration;
  }
}
