package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.cli.VocProcess.Result;
import org.vocstream.jobs.JobMetric;

/** The commands that need an Elasticsearch: what they leave in it, and what they leave running. */
class StackIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path work;
  private VocProcess voc;

  @BeforeEach
  void inAFreshWorkDirectory() {
    voc = new VocProcess(work);
  }

  @Test
  void aRunOverTheLabelledReviewsCountsEveryLine() throws Exception {
    assumeTrue(
        Files.exists(VocProcess.COSMETICS_DEV),
        "skipped: the labelled data is not beside the project");
    Result run =
        voc.run(
            "run",
            "--once",
            "--pack",
            "cosmetics",
            "--input",
            VocProcess.COSMETICS_DEV.toString(),
            "--map",
            "published_at=ts",
            "--channel",
            "review",
            "--brand",
            "demo");
    assertThat(run.exitCode()).as(run.err()).isZero();
    long lines;
    try (Stream<String> all = Files.lines(VocProcess.COSMETICS_DEV)) {
      lines = all.count();
    }
    assertThat(run.out())
        .contains(String.format("read %,d records", lines))
        .contains(String.format("indexed %,d + dead letters 0", lines))
        .contains(String.format("Elasticsearch counts %,d feedback", lines));
  }

  @Test
  void theStackGoesUpTakesARunAndGoesDown() throws Exception {
    Result nothing = voc.run("status");
    assertThat(nothing.exitCode()).isEqualTo(1);
    assertThat(nothing.out()).startsWith("nothing is up");
    assertThat(voc.run("up", "--port", "0").out())
        .startsWith("up: Elasticsearch at http://127.0.0.1:");
    try {
      assertThat(voc.run("up").out()).startsWith("up already");
      String input = write("a.csv", "id,comment\n1,\"发货快,包装好\"\n2,\n");
      for (int i = 0; i < 2; i++) {
        Result run =
            voc.run(
                "run",
                "--once",
                "--pack",
                "cosmetics",
                "--input",
                input,
                "--map",
                "text=comment",
                "--channel",
                "review",
                "--brand",
                "A");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
            .containsPattern("read 2 records in .* = indexed 1 \\+ dead letters 1");
      }
      Result status = voc.run("status");
      assertThat(status.exitCode()).isZero();
      assertThat(status.out())
          .containsPattern("voc-feedback +1 documents")
          .containsPattern("voc-dead-letters +1 documents");
    } finally {
      long server = pidOfServer();
      assertThat(voc.run("down").out()).isEqualToIgnoringNewLines("down");
      assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isEmpty();
    }
    assertThat(voc.run("status").exitCode()).isEqualTo(1);
    assertThat(voc.run("down").out()).startsWith("nothing is up");
  }

  /** Counts of a job come some seconds later. */
  private void awaitStatus(String shown) throws Exception {
    String status = "";
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
    while (System.nanoTime() < deadline && !status.matches("(?s).*" + shown + ".*")) {
      status = voc.run("status").out();
    }
    assertThat(status).containsPattern(shown);
  }

  private static String metrics(int port) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void aWatchedDirectoryMayBeEmptyAtFirstAndIsReadAsFilesCome() throws Exception {
    Path inbox = Files.createDirectory(work.resolve("inbox"));
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThat(voc.run("up", "--port", "0").exitCode()).isZero();
    Process run =
        voc.start(
            work.resolve("watch.out"),
            work.resolve("watch.err"),
            "run",
            "--watch",
            "--pack",
            "cosmetics",
            "--metrics-port",
            Integer.toString(port),
            "--input",
            inbox.toString());
    try {
      Path written =
          Files.writeString(
              work.resolve("new.jsonl"),
              "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"发货很快\"}\n");
      Files.move(written, inbox.resolve("new.jsonl"));
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
      String status = "";
      while (System.nanoTime() < deadline
          && run.isAlive()
          && !status.matches("(?s).*voc-feedback +1 documents.*")) {
        status = voc.run("status").out();
      }
      assertThat(status)
          .as(Files.readString(work.resolve("watch.err")))
          .containsPattern("voc-feedback +1 documents");
      awaitStatus("read +1 records");
      assertThat(voc.run("status").out())
          .contains("voc feedback scoring, pack cosmetics: RUNNING for ")
          .contains(", in process " + run.pid())
          .containsPattern("scored +1 with [1-9][0-9]* mentions")
          .contains("retries 0, refused 0");
      JsonNode json = new ObjectMapper().readTree(voc.run("status", "--json").out());
      assertThat(json.path("well").asBoolean()).isTrue();
      assertThat(json.at("/elasticsearch/indices/voc-feedback/documents").asInt()).isEqualTo(1);
      assertThat(json.at("/flink/0/jobs/0/metrics/feedback_scored_total").asInt()).isEqualTo(1);
      List<String> metrics =
          metrics(port).lines().map(line -> line.replaceFirst("[{ ].*", "")).toList();
      for (JobMetric metric : JobMetric.values()) {
        if (metric != JobMetric.ALERTS_DELIVERED && metric != JobMetric.ALERTS_FAILED) {
          assertThat(metrics).as("rules without a destination").contains(metric.exportedName());
        }
      }
      assertThat(
              voc.run(
                      "run",
                      "--pack",
                      "cosmetics",
                      "--input",
                      inbox.toString(),
                      "--once",
                      "--metrics-port",
                      Integer.toString(port))
                  .err())
          .contains("--metrics-port " + port + ": the port is taken");
    } finally {
      run.destroy();
      assertThat(run.waitFor(30, TimeUnit.SECONDS)).as("it ends when it is told to").isTrue();
      assertThat(voc.run("status").out()).as("after its end").contains("no job runs");
      voc.run("down");
    }
  }

  @Test
  void thePageIsServedOverAClusterThatGoesOnWithoutIt() throws Exception {
    assertThat(voc.run("up", "--port", "0").exitCode()).isZero();
    try {
      String cluster =
          JSON.readTree(work.resolve("stack.json").toFile()).path("elasticsearch").asText();
      Path out = work.resolve("serve.out");
      Process served =
          voc.start(
              out,
              work.resolve("serve.err"),
              "serve",
              "--elasticsearch",
              cluster,
              "--page-port",
              "0");
      Matcher page = Pattern.compile("the page at (http\\S+) over").matcher("");
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
      while (!page.reset(Files.readString(out)).find() && System.nanoTime() < deadline) {
        assertThat(served.waitFor(100, TimeUnit.MILLISECONDS))
            .as(Files.readString(work.resolve("serve.err")))
            .isFalse();
      }
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(page.group(1))).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("<html");
      served.destroy();
      assertThat(served.waitFor(30, TimeUnit.SECONDS)).as("it ends when it is told to").isTrue();
      assertThat(voc.run("status").exitCode()).as("Elasticsearch goes on").isZero();
    } finally {
      voc.run("down");
    }
  }

  @Test
  void theDemoShowsTheComparisonAndLeavesNothingRunning() throws Exception {
    Result demo = voc.run("demo", "--once");
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    Matcher counts =
        Pattern.compile("read (\\d+) records in .* = indexed (\\d+) \\+ dead letters (\\d+)")
            .matcher(demo.out());
    assertThat(counts.find()).as(demo.out()).isTrue();
    assertThat(Integer.parseInt(counts.group(1)))
        .isEqualTo(Integer.parseInt(counts.group(2)) + Integer.parseInt(counts.group(3)));
    assertThat(demo.out())
        .contains("沐禾", "绮澜", "澄野")
        .containsPattern("物流 Delivery +\\d+ \\(\\d+-\\d+\\) n=\\d+");
    assertThat(
            ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(work.toString())))
        .isEmpty();
  }

  private long pidOfServer() throws IOException {
    long keeper =
        JSON.readTree(Files.readAllBytes(work.resolve("stack.json"))).path("pid").asLong();
    return ProcessHandle.of(keeper).orElseThrow().children().findFirst().orElseThrow().pid();
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(work.resolve(name), content).toString();
  }
}
