package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.RawRecord;
import org.vocstream.jobs.kafka.FeedbackTopics;
import org.vocstream.jobs.kafka.KafkaConnection;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.kafka.KafkaProperties;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.suspect.SuspectOptions;

@Timeout(120)
class FeedbackScoringJobTest {
  private static final Path STORY = Path.of("src/test/resources/stories/one-morning.jsonl");
  private static final FeedbackScoringOptions OPTIONS =
      JobOptions.ofEnds(STORY, SuspectOptions.STANDARD);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(2)
              .setNumberSlotsPerTaskManager(1)
              .build());

  private static final CompetitorSet BRANDS =
      new CompetitorSet(
          "skin",
          "1.0.0",
          "青禾本草",
          List.of(
              new CompetitorSet.Brand("青禾本草", List.of("青禾"), List.of()),
              new CompetitorSet.Brand("露白", List.of(), List.of())));

  @TempDir Path directory;

  private final Collected<ScoredFeedback> scored = new Collected<>();
  private final Collected<DeadLetter> deadLetters = new Collected<>();

  @Test
  void aMorningOfFeedbackIsTakenInScoredAndCounted() throws Exception {
    RunCounts counts =
        run(
            Scoring.with("cosmetics", ScoringOptions.STANDARD.among(BRANDS)),
            FeedbackFiles.source(List.of(STORY), false));

    Map<String, ScoredFeedback> standing = standing(scored);
    assertThat(standing.keySet())
        .containsExactly("default/c1", "default/r1", "forum/p1", "weibo/p1");
    assertThat(standing.get("default/r1").feedback().brand()).isEqualTo("青禾本草");
    assertThat(standing.get("default/r1").feedback().text()).isEqualTo("包装破了，客服态度很差");
    assertThat(standing.get("default/r1").mentions())
        .extracting(Mention::group, Mention::polarity)
        .contains(tuple("packaging", -1), tuple("service", -1));
    assertThat(standing.get("default/c1").transcript().turns()).hasSize(3);
    assertThat(standing.get("default/c1").mentions())
        .extracting(Mention::group, Mention::polarity, Mention::turn)
        .contains(tuple("delivery", -1, 0));

    Map<String, String> reasons =
        deadLetters.all().stream()
            .collect(Collectors.toMap(DeadLetter::origin, DeadLetter::reason));
    assertThat(reasons.keySet())
        .containsExactlyInAnyOrder(
            "one-morning.jsonl:3",
            "one-morning.jsonl:4",
            "one-morning.jsonl:6",
            "one-morning.jsonl:8",
            "one-morning.jsonl:12");
    assertThat(reasons)
        .contains(
            entry("one-morning.jsonl:6", "the line is empty; one line holds one JSON object"),
            entry("one-morning.jsonl:8", "rating must be a number from 1 to 5, not \"9\""),
            entry("one-morning.jsonl:12", "text is missing or empty; text or turns is needed"));
    assertThat(deadLetters.all().toString()).doesNotContain("13812345678");

    assertThat(counts).isEqualTo(new RunCounts(12, STORY.toFile().length(), 5, 1, 1, 4, 0, 0));
  }

  @Test
  void versionsOfOneFeedbackArriveInTheirOrder() throws Exception {
    int feedback = 40;
    int versions = 25;
    run(
        new NeutralScoring(),
        records(
            (long) feedback * versions,
            RateLimiterStrategy.noOp(),
            i -> review(i % feedback, "版本" + i / feedback)));
    Map<String, List<String>> texts =
        scored.all().stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.feedback().key(),
                    Collectors.mapping(s -> s.feedback().text(), Collectors.toList())));
    List<String> inOrder = IntStream.range(0, versions).mapToObj(v -> "版本" + v).toList();
    assertThat(texts)
        .hasSize(feedback)
        .allSatisfy((key, seen) -> assertThat(seen).isEqualTo(inOrder));
  }

  @Test
  void aReplayGivesTheSame() throws Exception {
    Source<RawRecord, ?, ?> source = FeedbackFiles.source(List.of(STORY), false);
    RunCounts first = run(new NeutralScoring(), source);
    Collected<ScoredFeedback> scoredAgain = new Collected<>();
    Collected<DeadLetter> deadLettersAgain = new Collected<>();
    RunCounts second = run(new NeutralScoring(), source, scoredAgain, deadLettersAgain);
    assertThat(second).isEqualTo(first);
    assertThat(standing(scoredAgain)).isEqualTo(standing(scored));
    assertThat(deadLettersAgain.all()).containsExactlyInAnyOrderElementsOf(deadLetters.all());
  }

  @Test
  void theDailyCellsDoNotDependOnTheOrderOfTheInput() throws Exception {
    List<String> versions = new ArrayList<>();
    List<String> texts = List.of("发货很快", "包装破了", "价格有点贵，效果不错", "客服态度很差");
    for (int i = 0; i < 60; i++) {
      String at = Instant.parse("2026-10-05T00:00:00Z").plus(Duration.ofHours(i)).toString();
      versions.add(dated(i, at, texts.get(i % texts.size())));
    }
    Map<CellKey, ScoreCell> inOrder = cells(versions);
    assertThat(inOrder.keySet()).extracting(CellKey::day).containsOnly(20_731L, 20_732L, 20_733L);
    assertThat(inOrder.values().stream().filter(c -> c.key().scope() == Scope.FEEDBACK))
        .extracting(c -> c.sums().n())
        .containsExactlyInAnyOrder(24L, 24L, 12L);
    Collections.shuffle(versions, new Random(3));
    assertThat(cells(versions)).isEqualTo(inOrder);
    versions.addAll(List.copyOf(versions));
    assertThat(cells(versions)).as("everything twice").isEqualTo(inOrder);
  }

  private Map<CellKey, ScoreCell> cells(List<String> lines) throws Exception {
    Path feed = Files.write(directory.resolve("feed.jsonl"), lines);
    Collected<ScoreCell> written = new Collected<>();
    run(
        Scoring.with("cosmetics", ScoringOptions.STANDARD),
        FeedbackFiles.source(List.of(feed), false),
        new Collected<>(),
        new Collected<>(),
        written,
        "100 ms");
    Map<CellKey, ScoreCell> cells = new HashMap<>();
    written.all().forEach(cell -> cells.put(cell.key(), cell));
    cells.values().removeIf(ScoreCell::isEmpty);
    return cells;
  }

  private static String dated(int id, String at, String text) {
    return String.format(
        "{\"id\":\"r%d\",\"channel\":\"review\",\"brand\":\"青禾\",\"published_at\":\"%s\",\"text\":\"%s\"}",
        id, at, text);
  }

  @Test
  void afterAFailureNothingIsLostAndNothingCountedTwice() throws Exception {
    // Twenty records between two checkpoints: the failure comes after at least two of them.
    int count = 100;
    SabotagedScoring sabotage = new SabotagedScoring("default/r54");
    RunCounts counts =
        run(
            sabotage,
            records(
                count,
                RateLimiterStrategy.perCheckpoint(20),
                i -> i % 10 == 9 ? broken() : review(i - i % 2, "第" + i + "版")));
    assertThat(sabotage.failures()).as("failures").isEqualTo(1);
    assertThat(sabotage.scorers()).as("scorers made, twice by two subtasks").isEqualTo(4);
    assertThat(standing(scored)).hasSize(50);
    assertThat(new TreeMap<>(standing(scored)).get("default/r88").feedback().text())
        .isEqualTo("第88版");
    assertThat(standing(scored).get("default/r86").feedback().text()).isEqualTo("第87版");
    assertThat(counts).isEqualTo(new RunCounts(100, 10_000, 10, 40, 0, 50, 0, 0));
  }

  @Test
  void afterAFailureAFileIsReadOnAndLosesNothing() throws Exception {
    Path feed = directory.resolve("feed.jsonl");
    Files.write(feed, IntStream.range(0, 20_000).mapToObj(i -> review(i, "第" + i + "条")).toList());
    SabotagedScoring sabotage = new SabotagedScoring("default/r15000");
    RunCounts counts =
        run(sabotage, FeedbackFiles.source(List.of(feed), false), scored, deadLetters, "10 ms");
    assertThat(sabotage.failures()).isEqualTo(1);
    assertThat(standing(scored)).hasSize(20_000);
    assertThat(counts).isEqualTo(new RunCounts(20_000, Files.size(feed), 0, 0, 0, 20_000, 0, 0));
  }

  @Test
  void aRunEndsWithoutWaitingForACheckpoint() throws Exception {
    long begin = System.nanoTime();
    run(new NeutralScoring(), FeedbackFiles.source(List.of(STORY), false), "1 h");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void everyOperatorHasAnIdAndAName() {
    Configuration configuration = FeedbackScoringJob.configuration();
    configuration.setString("pipeline.auto-generate-uids", "false");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    FeedbackScoringJob.define(env, OPTIONS);
    Map<String, String> names = new TreeMap<>();
    for (StreamNode node : env.getStreamGraph(false).getStreamNodes()) {
      names.put(String.valueOf(node.getTransformationUID()), node.getOperatorName());
    }
    assertThat(names)
        .containsOnly(
            entry("records", "Source: records"),
            entry("read-envelopes", "read envelopes: parse and mask"),
            entry("take-in", "take in"),
            entry("event-time", "event time"),
            entry("count-versions", "count versions"),
            entry("leave-traces", "leave traces"),
            entry("find-suspects", "find suspects"),
            entry("mark-suspects", "mark suspects"),
            entry("stand-still", "stand still"),
            entry("setting-files", "Source: setting files"),
            entry("settings", "settings"),
            entry("score", "score"),
            entry("standing", "Source: what stands in the index"),
            entry("reckon-cells", "reckon daily cells"),
            entry("contribute-to-cells", "contribute to daily cells"),
            entry("gather-changes", "gather changes of daily cells"),
            entry("sum-daily-cells", "sum daily cells"),
            entry("index-feedback-and-mentions", "index feedback and mentions: Writer"),
            entry("index-daily-cells", "index daily cells: Writer"),
            entry("standing-cells", "Source: daily cells in the index"),
            entry("watched-changed", "cells that are watched, changed"),
            entry("watched-standing", "cells that are watched, standing"),
            entry("watch-series", "watch series"),
            entry("index-alerts", "index alerts: Writer"),
            entry("index-late-feedback", "index late feedback: Writer"),
            entry("index-dead-letters", "index dead letters: Writer"));
  }

  @Test
  void withKafkaEveryOperatorHasAnIdToo() {
    Configuration configuration = FeedbackScoringJob.configuration();
    configuration.setString("pipeline.auto-generate-uids", "false");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    KafkaOptions kafka =
        new KafkaOptions(
            new KafkaConnection(
                "broker:9092", FeedbackTopics.parse(FeedbackTopics.STANDARD), KafkaProperties.NONE),
            KafkaOptions.GROUP,
            KafkaOptions.DEAD_LETTERS,
            KafkaOptions.SETTINGS,
            true,
            Duration.ofSeconds(30));
    FeedbackScoringJob.define(
        env,
        JobOptions.ofKafka(URI.create("http://127.0.0.1:9"), kafka, 3, ScoringOptions.STANDARD));
    Map<String, Integer> parallelism = new TreeMap<>();
    for (StreamNode node : env.getStreamGraph(false).getStreamNodes()) {
      parallelism.put(String.valueOf(node.getTransformationUID()), node.getParallelism());
    }
    assertThat(parallelism)
        .contains(entry("messages", 3), entry("take-in", 3), entry("send-dead-letters", 3))
        .contains(entry("setting-messages", 1), entry("settings", 1), entry("score", 3))
        .doesNotContainKeys("records", "event-time");
  }

  private RunCounts run(Scoring scoring, Source<RawRecord, ?, ?> source) throws Exception {
    return run(scoring, source, scored, deadLetters);
  }

  private RunCounts run(Scoring scoring, Source<RawRecord, ?, ?> source, String interval)
      throws Exception {
    return run(scoring, source, scored, deadLetters, interval);
  }

  private static RunCounts run(
      Scoring scoring,
      Source<RawRecord, ?, ?> source,
      Collected<ScoredFeedback> scored,
      Collected<DeadLetter> deadLetters)
      throws Exception {
    return run(scoring, source, scored, deadLetters, "100 ms");
  }

  private static RunCounts run(
      Scoring scoring,
      Source<RawRecord, ?, ?> source,
      Collected<ScoredFeedback> scored,
      Collected<DeadLetter> deadLetters,
      String interval)
      throws Exception {
    return run(scoring, source, scored, deadLetters, new Collected<>(), interval);
  }

  private static RunCounts run(
      Scoring scoring,
      Source<RawRecord, ?, ?> source,
      Collected<ScoredFeedback> scored,
      Collected<DeadLetter> deadLetters,
      Collected<ScoreCell> cells,
      String interval)
      throws Exception {
    Configuration configuration = FeedbackScoringJob.configuration();
    configuration.setString("execution.checkpointing.interval", interval);
    configuration.setString("restart-strategy.exponential-delay.initial-backoff", "10 ms");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(2);
    FeedbackScoringJob.define(
        env,
        OPTIONS,
        scoring,
        new JobEnds(
            Arrivals.inOrder(source, false),
            SettingArrivals.none(),
            Collected.nothing(),
            s -> s.sinkTo(new IndexSink<>(scored, Duration.ofMinutes(1))),
            d -> d.sinkTo(new IndexSink<>(deadLetters, Duration.ofMinutes(1))),
            c -> c.sinkTo(new IndexSink<>(cells, Duration.ofMinutes(1))),
            late -> {}));
    return RunCounts.of(env.execute().getAllAccumulatorResults());
  }

  /** What an index would hold: the last version of each key, less what was withdrawn. */
  private static Map<String, ScoredFeedback> standing(Collected<ScoredFeedback> written) {
    Map<String, ScoredFeedback> standing = new TreeMap<>();
    for (ScoredFeedback version : written.all()) {
      standing.put(version.feedback().key(), version);
    }
    standing.values().removeIf(version -> version.feedback().deleted());
    return standing;
  }

  private static Source<RawRecord, ?, ?> records(
      long count, RateLimiterStrategy<?> rate, GeneratorFunction<Long, String> json) {
    return new DataGeneratorSource<>(
        i -> new RawRecord("generated:" + (i + 1), json.map(i), 100, null),
        count,
        rate,
        TypeInformation.of(RawRecord.class));
  }

  private static String review(long id, String text) {
    return "{\"id\":\"r" + id + "\",\"channel\":\"review\",\"text\":\"" + text + "\"}";
  }

  private static String broken() {
    return "{\"id\":";
  }
}
