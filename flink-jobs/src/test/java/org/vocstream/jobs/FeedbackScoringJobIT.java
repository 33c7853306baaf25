package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectClusterClient;
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
import org.vocstream.elasticsearch.DocumentId;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.ScoreDocument;
import org.vocstream.elasticsearch.ServerOptions;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.scoring.ScoringOptions;

@Timeout(180)
class FeedbackScoringJobIT {
  private static final Path SERVER = Path.of("../elasticsearch/embedded/target/server");
  private static final Path STORIES = Path.of("src/test/resources/stories");

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

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedElasticsearch.start(options(0), System.out::println);
    connection = ElasticsearchConnection.open(server.uri(), Credentials.none());
  }

  @AfterAll
  static void stop() throws IOException {
    connection.close();
    server.close();
  }

  @BeforeEach
  void beginWithAnEmptyIndex() throws IOException {
    List<String> indices =
        List.copyOf(client().indices().get(g -> g.index("voc-*")).result().keySet());
    if (!indices.isEmpty()) {
      client().indices().delete(d -> d.index(indices));
    }
    new Schema(client()).ensure();
  }

  @Test
  void runningTwiceLeavesTheSameDocumentsAndTheCountsAddUp() throws Exception {
    Path feed = Files.write(inputs.resolve("feed.jsonl"), reviews(300, 7));
    RunCounts first = run(feed);
    Map<String, ObjectNode> before = documents();
    assertThat(first.refused()).isEqualTo(43);
    assertThat(count(VocIndex.FEEDBACK)).isEqualTo(first.standing());
    assertThat(count(VocIndex.DEAD_LETTERS)).isEqualTo(first.refused());
    assertThat(first.standing() + first.refused()).isEqualTo(first.read()).isEqualTo(300);
    assertThat(count(VocIndex.MENTIONS)).isGreaterThan(first.standing());

    RunCounts second = run(feed);
    assertThat(second).isEqualTo(first);
    assertThat(documents()).isEqualTo(before);
  }

  @Test
  void anEditedFeedbackLosesItsSurplusMentionsAndAWithdrawnOneDisappears() throws Exception {
    Path feed = inputs.resolve("feed.jsonl");
    Files.write(
        feed,
        List.of(review("r1", "发货很快，包装也很精美，就是价格有点贵"), review("r2", "气味太刺鼻了"), review("r3", "包装破了")));
    run(feed);
    assertThat(mentionsOf("r1")).hasSize(3);
    assertThat(mentionsOf("r2")).isNotEmpty();

    Files.write(
        feed,
        List.of(review("r1", "包装破了"), "{\"id\":\"r2\",\"channel\":\"review\",\"deleted\":true}"));
    RunCounts counts = run(feed);
    assertThat(mentionsOf("r1")).hasSize(1);
    assertThat(mentionsOf("r1").get(0).path("evidence").asText()).contains("包装");
    assertThat(mentionsOf("r2")).isEmpty();
    assertThat(documents())
        .containsKeys("default/r1", "default/r3")
        .doesNotContainKey("default/r2");
    assertThat(counts.withdrawn()).isEqualTo(1);
  }

  @Test
  void aJobWithoutAStateGoesOnFromWhatStandsInTheIndex() throws Exception {
    Path feed = Files.write(inputs.resolve("monday.jsonl"), reviews(200, 50));
    run(feed);
    assertThat(check().differences()).isEmpty();
    assertThat(check().feedback()).isEqualTo(196);

    Path more = inputs.resolve("tuesday.jsonl");
    Files.write(
        more,
        List.of(
            review("r1", "价格有点贵"),
            review("new", "发货很快"),
            "{\"id\":\"r2\",\"channel\":\"review\",\"deleted\":true}"));
    run(more);
    assertThat(check().differences()).as("edit, addition and withdrawal").isEmpty();
    assertThat(check().feedback()).isEqualTo(196);
  }

  @Test
  void whatIsWrongInTheDailyCellsIsFoundAndRepaired() throws Exception {
    run(Files.write(inputs.resolve("feed.jsonl"), reviews(30, 10)));
    assertThat(check().differences()).isEmpty();
    Hit<ObjectNode> cell =
        client()
            .search(
                s ->
                    s.index("voc-scores")
                        .size(1)
                        .query(q -> q.term(t -> t.field("scope").value("brand"))),
                ObjectNode.class)
            .hits()
            .hits()
            .get(0);
    client()
        .index(i -> i.index("voc-scores").id(cell.id()).document(cell.source().put("positive", 7)));
    ObjectNode alien = cell.source().deepCopy().put("code", "alien");
    client()
        .index(
            i ->
                i.index("voc-scores")
                    .id(DocumentId.cell(ScoreDocument.read(alien).key()))
                    .document(alien));
    List<CellCheck.Difference> differences = check().differences();
    assertThat(differences)
        .extracting(d -> d.stored().sums().positive(), d -> d.recomputed().isEmpty())
        .containsExactlyInAnyOrder(tuple(7L, false), tuple(7L, true));
    new CellCheck(client(), ZoneOffset.UTC).repair(differences, Clock.systemUTC());
    assertThat(check().differences()).isEmpty();
  }

  @Test
  void editsAndWithdrawalsWithinOneRunLeaveWhatStands() throws Exception {
    RunCounts counts = run(STORIES.resolve("one-morning.jsonl"));
    assertThat(count(VocIndex.FEEDBACK)).isEqualTo(counts.standing()).isEqualTo(4);
    assertThat(count(VocIndex.DEAD_LETTERS)).isEqualTo(counts.refused()).isEqualTo(5);
    assertThat(mentionsOf("r2")).isEmpty();
    assertThat(documents().get("default/r1").path("text").asText()).isEqualTo("包装破了，客服态度很差");
    assertThat(documents().toString()).doesNotContain("13812345678");
  }

  @Test
  void aFeedbackThatElasticsearchRefusesIsADeadLetterAndTheJobGoesOn() throws Exception {
    String name = VocIndex.FEEDBACK.generation(1);
    client().indices().delete(d -> d.index(name));
    String conflict =
        "{\"mappings\":{\"properties\":{\"rating\":{\"type\":\"ip\"}}},"
            + "\"aliases\":{\"voc-feedback\":{\"is_write_index\":true}}}";
    client().indices().create(c -> c.index(name).withJson(new StringReader(conflict)));

    RunCounts counts = run(STORIES.resolve("one-morning.jsonl"));
    assertThat(documents()).containsKeys("default/c1", "forum/p1", "weibo/p1");
    assertThat(documents()).doesNotContainKey("default/r1");
    assertThat(mentionsOf("r1")).isEmpty();
    ObjectNode letter =
        documents().values().stream()
            .filter(d -> d.path("origin").asText().equals("index:default/r1"))
            .findFirst()
            .orElseThrow();
    assertThat(letter.path("stage").asText()).isEqualTo("index");
    assertThat(letter.path("reason").asText())
        .startsWith("Elasticsearch refused the document: 400")
        .contains("rating");
    assertThat(count(VocIndex.DEAD_LETTERS)).isEqualTo(counts.refused() + 1);
  }

  @Test
  void elasticsearchMayGoAwayInTheMiddleOfARun(@InjectClusterClient RestClusterClient<?> cluster)
      throws Exception {
    Path feed = Files.write(inputs.resolve("feed.jsonl"), reviews(20_000, 1_000));
    JobClient job = begin(feed, Duration.ofMinutes(2));
    awayInTheMiddle(job);
    assertThat(end(job)).isEqualTo(new RunCounts(20_000, Files.size(feed), 20, 0, 0, 19_980, 0, 0));
    assertThat(count(VocIndex.FEEDBACK)).isEqualTo(19_980);
    assertThat(count(VocIndex.DEAD_LETTERS)).isEqualTo(20);
    assertThat(hasRestarted(cluster, job)).as("the job has restarted").isFalse();
  }

  @Test
  void aJobThatLosesPatienceFailsForGoodAndTheNextRunLosesNothing() throws Exception {
    Path feed = Files.write(inputs.resolve("feed.jsonl"), reviews(20_000, 1_000));
    JobClient job = begin(feed, Duration.ofSeconds(1));
    awaitSomeOfIt();
    int port = server.uri().getPort();
    server.close();
    assertThatThrownBy(() -> end(job))
        .hasStackTraceContaining("Elasticsearch")
        .hasStackTraceContaining("start the job again when it is back, nothing is lost");

    server = EmbeddedElasticsearch.start(options(port), System.out::println);
    assertThat(run(feed))
        .isEqualTo(new RunCounts(20_000, Files.size(feed), 20, 0, 0, 19_980, 0, 0));
    assertThat(count(VocIndex.FEEDBACK)).isEqualTo(19_980);
    assertThat(count(VocIndex.DEAD_LETTERS)).isEqualTo(20);
  }

  private static void awaitSomeOfIt() throws IOException {
    long held = 0;
    while (held < 1_000) {
      held = count(VocIndex.FEEDBACK);
    }
  }

  /** Stops the server when it holds some of the feed but not all, and starts it again. */
  private static void awayInTheMiddle(JobClient job) throws Exception {
    awaitSomeOfIt();
    int port = server.uri().getPort();
    server.close();
    server = EmbeddedElasticsearch.start(options(port), System.out::println);
    assertThat(server.uri().getPort()).isEqualTo(port);
    assertThat(count(VocIndex.FEEDBACK)).as("held before the job goes on").isLessThan(19_980);
    assertThat(job.getJobStatus().get(10, TimeUnit.SECONDS).isTerminalState()).isFalse();
  }

  private static boolean hasRestarted(RestClusterClient<?> cluster, JobClient job)
      throws Exception {
    return cluster
            .getJobDetails(job.getJobID())
            .get(10, TimeUnit.SECONDS)
            .getTimestamps()
            .get(JobStatus.RESTARTING)
        > 0;
  }

  private static RunCounts run(Path input) throws Exception {
    return end(begin(input, Duration.ofMinutes(1)));
  }

  private static RunCounts end(JobClient job) throws Exception {
    return RunCounts.of(
        job.getJobExecutionResult().get(120, TimeUnit.SECONDS).getAllAccumulatorResults());
  }

  private static JobClient begin(Path input, Duration retryFor) throws Exception {
    Configuration configuration = FeedbackScoringJob.configuration();
    configuration.setString("execution.checkpointing.interval", "500 ms");
    // With patience no checkpoint may expire, however long Elasticsearch is away; without, it is
    // Elasticsearch and not a checkpoint that has to end the job.
    configuration.setString(
        "execution.checkpointing.timeout", retryFor.toSeconds() < 60 ? "10 min" : "2 s");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    return FeedbackScoringJob.start(
        env, JobOptions.into(server.uri(), input, "cosmetics", ScoringOptions.STANDARD, retryFor));
  }

  /** Reviews as people write them; every n-th, beginning with the first, is broken. */
  private static List<String> reviews(int count, int broken) {
    List<String> texts =
        List.of(
            "发货很快，包装也很好", "价格有点贵，但是效果不错", "气味太刺鼻了", "客服态度很差，物流也慢", "smells great, fast delivery");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(i % broken == 0 ? "{\"id\":\"r" + i : review("r" + i, texts.get(i % texts.size())));
    }
    return lines;
  }

  private static String review(String id, String text) {
    return "{\"id\":\""
        + id
        + "\",\"channel\":\"review\",\"brand\":\"青禾\",\"published_at\":\"2026-10-05T09:00:00Z\",\"text\":\""
        + text
        + "\"}";
  }

  private static ServerOptions options(int port) {
    return ServerOptions.of(SERVER, home).withPort(port).withJvmOptions("-XX:TieredStopAtLevel=1");
  }

  private static ElasticsearchClient client() {
    return connection.client();
  }

  private static long count(VocIndex index) throws IOException {
    Counts counts = new Counts(client());
    counts.refresh();
    return counts.of(index);
  }

  private static CellCheck.Findings check() throws IOException {
    new Counts(client()).refresh();
    return new CellCheck(client(), ZoneOffset.UTC).compare(parts -> {});
  }

  private static List<ObjectNode> mentionsOf(String id) throws IOException {
    return documents().entrySet().stream()
        .filter(d -> d.getKey().startsWith("default/" + id + "#"))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** All documents of all indices by id, without the time of their writing. */
  private static Map<String, ObjectNode> documents() throws IOException {
    new Counts(client()).refresh();
    Map<String, ObjectNode> documents = new TreeMap<>();
    for (Hit<ObjectNode> hit :
        client().search(s -> s.index("voc-*").size(10_000), ObjectNode.class).hits().hits()) {
      documents.put(hit.id(), hit.source().without("ingested_at"));
    }
    return documents;
  }
}
