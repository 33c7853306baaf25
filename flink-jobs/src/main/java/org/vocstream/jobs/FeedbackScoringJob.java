package org.vocstream.jobs;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.DailyCells;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.StandingCells;
import org.vocstream.elasticsearch.Target;
import org.vocstream.feedback.Feedback;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.kafka.KafkaTopics;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.alert.AlertRule;
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
 *                                                                                |
 *                              packs and competitor sets -> [to every scorer] -/ |
 *  what stands in the index -> [by feedback] contribute -> gather -> [by cell] sum -> daily cells
 *                                                  \                                  \-> alerts
 *                                                   \-> late feedback
 * </pre>
 *
 * The stream is keyed by feedback all the way, so that versions of one feedback keep their order to
 * the sink. A feedback goes on at once; where it turns out to be suspect, or no longer to be, it
 * comes again.
 */
public final class FeedbackScoringJob {
  /**
   * How late a feedback may come behind the newest one and still be in time: the cells of a day
   * close so long after its end.
   */
  public static final Duration OUT_OF_ORDER = Duration.ofDays(2);

  private FeedbackScoringJob() {}

  /**
   * The entry on a cluster: arguments as of {@code voc run}, the hash key and the credentials of
   * Elasticsearch from the environment.
   */
  public static void main(String[] arguments) throws Exception {
    run(JobArguments.parse(arguments, System.getenv()));
  }

  /**
   * Runs the job on the cluster that Flink's context names and returns at its end.
   *
   * @throws org.vocstream.elasticsearch.ElasticsearchUnavailable where Elasticsearch does not
   *     answer or lacks an index
   */
  public static void run(FeedbackScoringOptions options) throws Exception {
    try (ElasticsearchConnection connection =
        ElasticsearchConnection.open(options.elasticsearch(), Credentials.of(System.getenv()))) {
      connection.verify();
      new Schema(connection.client()).require();
    }
    StreamExecutionEnvironment env = ClusterEnvironment.open();
    prepare(env, options);
    // Submitted through REST or detached, it returns at once.
    env.execute(name(options));
  }

  /**
   * Starts the job in this environment (a cluster, or inside this process) and returns at once.
   *
   * @throws org.vocstream.jobs.kafka.KafkaUnavailable where it shall read from a Kafka that does
   *     not answer or has nothing to read
   * @throws Exception where the job cannot be started
   */
  public static JobClient start(StreamExecutionEnvironment env, FeedbackScoringOptions options)
      throws Exception {
    prepare(env, options);
    return env.executeAsync(name(options));
  }

  private static String name(FeedbackScoringOptions options) {
    return "voc feedback scoring, pack " + options.pack();
  }

  private static void prepare(StreamExecutionEnvironment env, FeedbackScoringOptions options)
      throws Exception {
    if (options.kafka() != null) {
      try (KafkaTopics topics = KafkaTopics.open(options.kafka().connection())) {
        topics.requireForReading(options.kafka().deadLetterTopic());
      }
    }
    define(env, options);
  }

  /** The topology from files or Kafka into Elasticsearch. */
  static void define(StreamExecutionEnvironment env, FeedbackScoringOptions options) {
    // A checkpoint waits for all that is to be written: it must not fail while the sink still
    // hopes.
    CheckpointConfig checkpoints = env.getCheckpointConfig();
    checkpoints.setCheckpointTimeout(
        checkpoints.getCheckpointTimeout() + options.retryFor().toMillis());
    env.setParallelism(options.parallelism());
    URI elasticsearch = options.elasticsearch();
    Duration retryFor = options.retryFor();
    String zone = options.envelope().zone();
    KafkaOptions kafka = options.kafka();
    boolean endless = kafka == null ? options.watch() : kafka.endless();
    define(
        env,
        options,
        Scoring.with(options.pack(), options.scoring(), options.modelsAt()),
        new JobEnds(
            kafka == null
                ? Arrivals.inOrder(
                    FeedbackFiles.source(options.inputs(), options.watch()), options.watch())
                : KafkaEnds.arrivals(kafka),
            SettingArrivals.of(options.watchedSettings(), kafka, endless),
            new IndexSource<>(
                    IndexRead.of(
                        elasticsearch,
                        c -> new StandingCells(c.client(), Target.current(), ZoneId.of(zone))),
                    retryFor)
                .within(endless),
            scored ->
                index(
                    scored,
                    Indexers.feedback(elasticsearch, Target.current()),
                    retryFor,
                    "feedback and mentions"),
            deadLetters -> {
              index(deadLetters, Indexers.deadLetters(elasticsearch), retryFor, "dead letters");
              if (kafka != null && kafka.deadLetterTopic() != null) {
                KafkaEnds.deadLetters(deadLetters, kafka);
              }
            },
            cells -> {
              index(cells, Indexers.cells(elasticsearch, zone), retryFor, "daily cells");
              defineAlerts(cells, options, endless);
            },
            late -> index(late, Indexers.late(elasticsearch), retryFor, "late feedback")));
  }

  private static void defineAlerts(
      DataStream<ScoreCell> cells, FeedbackScoringOptions options, boolean endless) {
    URI elasticsearch = options.elasticsearch();
    String zone = options.envelope().zone();
    AlertRules rules = options.alerts();
    Set<Scope> scopes = rules.rules().stream().map(AlertRule::scope).collect(Collectors.toSet());
    AlertJob.define(
        cells,
        new IndexSource<>(
                IndexRead.of(
                    elasticsearch,
                    c -> new DailyCells(c.client(), Target.current(), scopes, null, null)),
                options.retryFor())
            .within(endless),
        rules,
        zone,
        alerts -> index(alerts, Indexers.alerts(elasticsearch, zone), options.retryFor(), "alerts"),
        alerts ->
            alerts
                .sinkTo(new AlertSink(rules.destinations()))
                .setParallelism(1)
                .uid("deliver-alerts")
                .name("deliver alerts"));
  }

  /** The way of a stream into the index. */
  static <T> void index(
      DataStream<T> stream, BatchIndexer.Factory<T> indexers, Duration retryFor, String what) {
    stream
        .sinkTo(new IndexSink<>(indexers, retryFor))
        .uid("index-" + what.replace(' ', '-'))
        .name("index " + what);
  }

  /**
   * The topology, with open ends: a test or another job brings its own.
   *
   * @param scoring how feedback is scored
   */
  public static void define(
      StreamExecutionEnvironment env,
      FeedbackScoringOptions options,
      Scoring scoring,
      JobEnds ends) {
    SingleOutputStreamOperator<Arrival> arrivals =
        ends.arrivals().define(env, EnvelopeReading.of(options));
    SingleOutputStreamOperator<Feedback> feedback =
        arrivals
            .process(new TakeIn())
            .returns(Feedback.class)
            .uid("take-in")
            .name("take in")
            .setParallelism(arrivals.getParallelism());
    SingleOutputStreamOperator<Feedback> counted =
        feedback
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
    SingleOutputStreamOperator<ScoredFeedback> scored =
        stillByFeedback(traced)
            .connect(findings.keyBy(finding -> finding.trace().key(), Types.STRING))
            .process(new MarkSuspects(options.suspects()))
            .returns(MarkedFeedback.class)
            .uid("mark-suspects")
            .name("mark suspects")
            .transform("stand still", TypeInformation.of(MarkedFeedback.class), new StandStill<>())
            .uid("stand-still")
            .connect(ends.settings().define(env).broadcast(ScoreFeedback.IN_FORCE))
            .process(new ScoreFeedback(scoring))
            .returns(ScoredFeedback.class)
            .uid("score")
            .name("score");
    ends.scored().accept(scored);
    ends.deadLetters()
        .accept(
            feedback
                .getSideOutput(TakeIn.DEAD_LETTERS)
                .union(scored.getSideOutput(ScoreFeedback.REFUSED)));
    DataStream<FeedbackCells> standing =
        env.fromSource(
                ends.standing(),
                WatermarkStrategy.noWatermarks(),
                "what stands in the index",
                TypeInformation.of(FeedbackCells.class))
            .uid("standing")
            .setParallelism(1);
    defineCells(scored, standing, options.envelope().zone(), ends);
  }

  /** What comes from a stream keyed by feedback, without sending it round again. */
  private static KeyedStream<Feedback, String> stillByFeedback(DataStream<Feedback> feedback) {
    return DataStreamUtils.reinterpretAsKeyedStream(feedback, Feedback::key, Types.STRING);
  }

  /** Daily cells from scored feedback and from what stood in the index before. */
  private static void defineCells(
      DataStream<ScoredFeedback> scored,
      DataStream<FeedbackCells> standing,
      String zone,
      JobEnds ends) {
    SingleOutputStreamOperator<CellChange> changes =
        scored
            // Before the shuffle: the cells need but a fraction of a scored feedback.
            .map(new ReckonCells(zone))
            .returns(FeedbackCells.class)
            .uid("reckon-cells")
            .name("reckon daily cells")
            .keyBy(FeedbackCells::feedback, Types.STRING)
            .connect(standing.keyBy(FeedbackCells::feedback, Types.STRING))
            .process(new ContributeToCells(zone))
            .returns(CellChange.class)
            .uid("contribute-to-cells")
            .name("contribute to daily cells");
    ends.late().accept(changes.getSideOutput(ContributeToCells.LATE));
    ends.cells()
        .accept(
            changes
                .transform(
                    "gather changes of daily cells",
                    TypeInformation.of(CellChange.class),
                    new GatherChanges(zone))
                .uid("gather-changes")
                .keyBy(change -> change.cell().key().id(), Types.STRING)
                .process(new SumDailyCells(zone))
                .returns(ScoreCell.class)
                .uid("sum-daily-cells")
                .name("sum daily cells"));
  }

  /**
   * Settings for an environment inside this process, where a job gives up after some failures, for
   * somebody looks on.
   */
  public static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.setString("pipeline.generic-types", "false");
    // All that travels is immutable, so nothing need be copied between chained operators.
    configuration.setString("pipeline.object-reuse", "true");
    // A state backend on the heap writes its whole state each time: every 10 s that was half of all
    // the job's work, and more the more it remembered. What a restart repeats changes nothing.
    configuration.setString("execution.checkpointing.interval", "60 s");
    configuration.setString("restart-strategy.type", "exponential-delay");
    configuration.setString("restart-strategy.exponential-delay.initial-backoff", "1 s");
    configuration.setString("restart-strategy.exponential-delay.max-backoff", "30 s");
    configuration.setString(
        "restart-strategy.exponential-delay.attempts-before-reset-backoff", "5");
    return configuration;
  }
}
