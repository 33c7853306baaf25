package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.CellCheck;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.FeedbackIndexer;
import org.vocstream.elasticsearch.Generation;
import org.vocstream.elasticsearch.GenerationDiff;
import org.vocstream.elasticsearch.Generations;
import org.vocstream.elasticsearch.Outcome;
import org.vocstream.elasticsearch.RescoreDiff;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.ServerOptions;
import org.vocstream.elasticsearch.Target;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.jobs.Rescoring.Switched;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;

/** Three hundred reviews and a morning's calls and posts, scored with one pack and then another. */
@Timeout(240)
class RescoringIT {
  private static final Path SERVER = Path.of("../elasticsearch/embedded/target/server");
  private static final ScoringOptions FAST =
      new ScoringOptions(Effort.FAST, ModelFolder.bundled(), null);
  private static final Path MORNING = Path.of("src/test/resources/stories/one-morning.jsonl");

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir static Path home;
  @TempDir Path inputs;

  private static EmbeddedElasticsearch server;
  private static ElasticsearchConnection connection;

  private final Rescoring rescoring = rescoring((job, expected) -> run(job).read());
  private Generations generations;

  @BeforeAll
  static void start() throws Exception {
    server =
        EmbeddedElasticsearch.start(
            ServerOptions.of(SERVER, home).withPort(0).withJvmOptions("-XX:TieredStopAtLevel=1"),
            System.out::println);
    connection = ElasticsearchConnection.open(server.uri(), Credentials.none());
  }

  @AfterAll
  static void stop() throws IOException {
    connection.close();
    server.close();
  }

  @BeforeEach
  void scoreWithTheBasePack() throws Exception {
    List<String> indices =
        List.copyOf(client().indices().get(g -> g.index("voc-*")).result().keySet());
    if (!indices.isEmpty()) {
      client().indices().delete(d -> d.index(indices));
    }
    new Schema(client()).ensure();
    generations = new Generations(client());
    List<String> lines = new ArrayList<>(Files.readAllLines(MORNING));
    List<String> texts = List.of("发货很快，包装也很好", "价格有点贵，但是效果不错", "气味太刺鼻了");
    for (int i = 0; i < 300; i++) {
      lines.add(review("s" + i, texts.get(i % texts.size())));
    }
    take("commerce", lines);
  }

  @Test
  void readersSeeTheOldScoresUntilTheSwitchAndTheNewOnesAfterIt() throws Exception {
    Map<String, ObjectNode> before = documents();
    AtomicBoolean done = new AtomicBoolean();
    Set<Set<String>> seen = new CopyOnWriteArraySet<>();
    CompletableFuture<Void> reader =
        CompletableFuture.runAsync(
            () -> {
              while (!done.get()) {
                seen.add(packsSeen());
              }
            });

    Generation made = rescoring.build(options("cosmetics"));
    assertThat(documents()).isEqualTo(before);
    assertThat(packsSeen()).containsExactly("commerce");

    Switched switched = rescoring.switchTo(made, options("cosmetics"));
    assertThat(packsSeen()).containsExactly("cosmetics");
    done.set(true);
    reader.get(30, TimeUnit.SECONDS);
    assertThat(seen).containsExactlyInAnyOrder(Set.of("commerce"), Set.of("cosmetics"));

    assertThat(switched).isEqualTo(new Switched(switched.before(), 0, 0, 0));
    assertThat(documents().keySet()).containsAll(feedback(before));
    assertThat(generations.all())
        .extracting(g -> g.number() + (g.current() ? " in use" : " kept"))
        .containsExactly("1 kept", "2 in use");
    assertThatThrownBy(() -> generations.drop(generations.current()))
        .hasMessageContaining("in use");
    assertCellsAreRight();
    generations.drop(switched.before());
    assertThat(generations.all()).extracting(Generation::number).containsExactly(2);
    assertThat(packsSeen()).containsExactly("cosmetics");
  }

  @Test
  void theSamePackGivesTheSameDocuments() throws Exception {
    Map<String, ObjectNode> before = documents();
    rescoring.switchTo(rescoring.build(options("commerce")), options("commerce"));
    assertThat(documents()).isEqualTo(before);
  }

  @Test
  void whatTheNewPackFindsStandsInTheDiffWithItsWords() throws Exception {
    Generation made = rescoring.build(options("cosmetics"));
    RescoreDiff diff =
        new GenerationDiff(client()).compare(generations.current(), made, 2, compared -> {});
    assertThat(diff.feedback()).isEqualTo(304);
    assertThat(diff.onlyBefore()).isZero();
    assertThat(diff.onlyAfter()).isZero();
    assertThat(
            diff.indicators().values().stream()
                .flatMap(i -> i.examples().stream())
                .filter(e -> e.kind().equals("new"))
                .filter(e -> e.after().evidence().contains("气味"))
                .map(e -> e.after().scoredBy()))
        .as("the smell, of which the base pack knows nothing")
        .isNotEmpty()
        .allMatch(scoredBy -> scoredBy.startsWith("cosmetics@"));
  }

  @Test
  void whatHappensWhileItIsMadeHappensToTheNewGenerationToo() throws Exception {
    Generation made = rescoring.build(options("cosmetics"));
    take(
        "commerce",
        List.of(
            review("s0", "气味太刺鼻了"),
            review("s900", "发货很快"),
            "{\"id\":\"s1\",\"channel\":\"review\",\"deleted\":true}"));
    Switched switched = rescoring.switchTo(made, options("cosmetics"));
    assertThat(switched).isEqualTo(new Switched(switched.before(), 2, 1, 0));
    assertThat(packsSeen()).containsExactly("cosmetics");
    Map<String, ObjectNode> after = documents();
    assertThat(after).containsKey("default/s900").doesNotContainKey("default/s1");
    assertThat(after.keySet()).noneMatch(id -> id.startsWith("default/s1#"));
    assertThat(after.get("default/s0").path("text").asText()).isEqualTo("气味太刺鼻了");
    assertThat(after.keySet().stream().filter(id -> id.startsWith("default/s0#")))
        .as("two mentions before the edit")
        .hasSize(1);
    assertCellsAreRight();
  }

  @Test
  void aWriterWaitsDuringTheSwitchAndThenWritesToTheNewGeneration() throws Exception {
    Generation made = rescoring.build(options("cosmetics"));
    FeedbackIndexer writer = new FeedbackIndexer(client(), Target.current(), Clock.systemUTC());
    Feedback late = Feedback.of("late", Channel.REVIEW, "青禾", "发货很快");
    AtomicReference<Outcome> during = new AtomicReference<>();
    Rescoring.Runner writesMeanwhile =
        (job, expected) -> {
          during.set(writer.index(List.of(NeutralScoring.score(late))).get(0));
          return run(job).read();
        };
    rescoring(writesMeanwhile).switchTo(made, options("cosmetics"));
    assertThat(during.get().kind()).isEqualTo(Outcome.Kind.RETRY);
    assertThat(writer.index(List.of(NeutralScoring.score(late))).get(0).kind())
        .isEqualTo(Outcome.Kind.CREATED);
    assertThat(documents()).containsKey("default/late");
  }

  @Test
  void aFailureLeavesTheCurrentGenerationAloneAndTheNextRescoringCleansUp() throws Exception {
    Map<String, ObjectNode> before = documents();
    Rescoring.Runner fails =
        (job, expected) -> {
          throw new IOException("the cluster is gone");
        };
    assertThatThrownBy(() -> rescoring(fails).build(options("cosmetics")))
        .hasMessage("the cluster is gone");
    assertThat(generations.all()).filteredOn(Generation::isHalfBuilt).hasSize(1);

    Generation made = rescoring.build(options("cosmetics"));
    assertThat(generations.all()).extracting(Generation::number).containsExactly(1, 2);
    assertThatThrownBy(() -> rescoring(fails).switchTo(made, options("cosmetics")))
        .hasMessage("the cluster is gone");
    assertThat(documents()).isEqualTo(before);
    take("commerce", List.of(review("s900", "发货很快")));
    assertThat(documents()).as("it takes writes again").containsKey("default/s900");
  }

  @Test
  void aGenerationIsOnlyCompletedByThePackThatMadeIt() throws Exception {
    Generation made = rescoring.build(options("cosmetics"));
    assertThatThrownBy(() -> rescoring.switchTo(made, options("hotel")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("generation 2 was scored by cosmetics@")
        .hasMessageEndingWith("rescore again");
    assertThat(packsSeen()).containsExactly("commerce");
  }

  private static void assertCellsAreRight() throws IOException {
    CellCheck.Findings found = new CellCheck(client(), ZoneOffset.UTC).compare(read -> {});
    assertThat(found.cells()).isPositive();
    assertThat(found.differences()).isEmpty();
  }

  private static Rescoring rescoring(Rescoring.Runner runner) {
    return new Rescoring(connection.client(), runner, Clock.systemUTC());
  }

  private static RunCounts run(Rescoring.Job job) throws Exception {
    return RunCounts.of(
        job.start(StreamExecutionEnvironment.getExecutionEnvironment(RescoreJob.configuration()))
            .getJobExecutionResult()
            .get(120, TimeUnit.SECONDS)
            .getAllAccumulatorResults());
  }

  private static RescoreOptions options(String pack) {
    return new RescoreOptions(
        pack, FAST, null, null, "UTC", server.uri(), 2, Duration.ofMinutes(1));
  }

  /** Takes lines in as the main job does. */
  private void take(String pack, List<String> lines) throws Exception {
    Path feed = Files.write(inputs.resolve("feed.jsonl"), lines);
    run(
        env ->
            FeedbackScoringJob.start(
                env, JobOptions.into(server.uri(), feed, pack, FAST, Duration.ofMinutes(1))));
    new Counts(client()).refresh();
  }

  private static String review(String id, String text) {
    return "{\"id\":\""
        + id
        + "\",\"channel\":\"review\",\"brand\":\"青禾\",\"published_at\":\"2026-10-05T09:00:00Z\",\"text\":\""
        + text
        + "\"}";
  }

  private static ElasticsearchClient client() {
    return connection.client();
  }

  /** The packs that have scored what readers of feedback and mentions see at one moment. */
  private static Set<String> packsSeen() {
    try {
      return client()
          .search(
              s ->
                  s.index("voc-feedback", "voc-mentions")
                      .size(0)
                      .aggregations("by", a -> a.terms(t -> t.field("scored_by"))),
              Void.class)
          .aggregations()
          .get("by")
          .sterms()
          .buckets()
          .array()
          .stream()
          .map(StringTermsBucket::key)
          .map(key -> key.stringValue().replaceFirst("@.*", ""))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> feedback(Map<String, ObjectNode> documents) {
    return documents.keySet().stream().filter(id -> !id.contains("#")).toList();
  }

  /** What readers find by the aliases, without the time of its writing. */
  private static Map<String, ObjectNode> documents() throws IOException {
    new Counts(client()).refresh();
    Map<String, ObjectNode> documents = new TreeMap<>();
    for (Hit<ObjectNode> hit :
        client()
            .search(s -> s.index("voc-feedback", "voc-mentions").size(10_000), ObjectNode.class)
            .hits()
            .hits()) {
      documents.put(hit.id(), hit.source().without("ingested_at"));
    }
    return documents;
  }
}
