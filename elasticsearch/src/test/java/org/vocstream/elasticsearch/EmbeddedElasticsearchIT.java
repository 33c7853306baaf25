package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of the server: start, outage, restart, end. */
class EmbeddedElasticsearchIT {
  @TempDir Path home;

  @Test
  void itOutlivesAnOutageWithItsData() throws Exception {
    List<String> progress = new ArrayList<>();
    URI uri;
    long pid;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        EmbeddedElasticsearch server =
            EmbeddedElasticsearch.start(options().withPort(taken.getLocalPort()), progress::add);
        ElasticsearchConnection connection = open(server.uri(), Duration.ofMillis(500))) {
      uri = server.uri();
      pid = server.pid();
      assertThat(uri.getPort()).isNotEqualTo(taken.getLocalPort());
      assertThat(progress.get(1))
          .isEqualTo(
              "Elasticsearch: port %d is taken, using %d", taken.getLocalPort(), uri.getPort());
      assertThat(connection.verify()).startsWith("8.19.");
      aSecondServerOnTheSameFolderIsRefused(server);

      new Schema(connection.client()).ensure();
      assertThat(index(connection.client(), "r1")).isEqualTo(Outcome.Kind.CREATED);
      signal(server, "STOP");
      assertThat(index(connection.client(), "r2")).isEqualTo(Outcome.Kind.RETRY);
      signal(server, "CONT");
      // Not a clean end: what was acknowledged is there all the same after the next start.
      ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    }
    assertThat(ProcessHandle.of(pid)).isEmpty();
    try (ElasticsearchConnection connection = open(uri, Duration.ofSeconds(5))) {
      assertThat(index(connection.client(), "r3")).isEqualTo(Outcome.Kind.RETRY);
    }
    try (EmbeddedElasticsearch again =
            EmbeddedElasticsearch.start(options().withPort(uri.getPort()), progress::add);
        ElasticsearchConnection connection = open(again.uri(), Duration.ofSeconds(30))) {
      assertThat(again.uri()).isEqualTo(uri);
      new Schema(connection.client()).ensure();
      assertThat(index(connection.client(), "r1")).isEqualTo(Outcome.Kind.REPLACED);
      assertThat(index(connection.client(), "r3")).isEqualTo(Outcome.Kind.CREATED);
      assertThat(index(connection.client(), "r2"))
          .isIn(Outcome.Kind.CREATED, Outcome.Kind.REPLACED);
      Counts counts = new Counts(connection.client());
      counts.refresh();
      assertThat(counts.of(VocIndex.FEEDBACK)).isEqualTo(3);
      assertThat(counts.of(VocIndex.MENTIONS)).isEqualTo(6);
    }
  }

  private void aSecondServerOnTheSameFolderIsRefused(EmbeddedElasticsearch server) {
    assertThatThrownBy(() -> EmbeddedElasticsearch.start(options(), step -> {}))
        .isInstanceOf(ElasticsearchUnavailable.class)
        .hasMessageContaining("process " + server.pid() + " uses")
        .hasMessageContaining("stop that one first, or choose another folder");
    assertThat(server.isAlive()).isTrue();
  }

  @Test
  void itDoesNotOutliveAKilledParent() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ShortLivedParent.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = parent.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle server = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      assertThat(server.isAlive()).isTrue();
      parent.destroyForcibly().waitFor();
      server.onExit().get(20, TimeUnit.SECONDS);
      assertThat(server.isAlive()).isFalse();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aFailedStartTellsTheEndOfItsLog() throws IOException {
    // A file where the data folder should be.
    Files.writeString(home.resolve("data"), "");
    assertThatThrownBy(() -> EmbeddedElasticsearch.start(options(), step -> {}))
        .isInstanceOf(ElasticsearchUnavailable.class)
        .hasMessageStartingWith("the embedded Elasticsearch did not start: failed other")
        .hasMessageContaining("end of " + home.resolve("logs/server.log"));
  }

  @Test
  void aMissingServerSaysHowToBuildIt() {
    assertThatThrownBy(
            () ->
                EmbeddedElasticsearch.start(
                    ServerOptions.of(home.resolve("nowhere"), home), step -> {}))
        .hasMessageEndingWith("run mvn -pl elasticsearch/embedded package");
  }

  private ServerOptions options() {
    return RealElasticsearch.options(home);
  }

  private static ElasticsearchConnection open(URI uri, Duration answerTimeout)
      throws ElasticsearchUnavailable {
    return ElasticsearchConnection.open(uri, Credentials.none(), answerTimeout);
  }

  private static Outcome.Kind index(ElasticsearchClient client, String id) {
    return new FeedbackIndexer(client, Target.current(), Story.CLOCK)
        .index(List.of(Story.review(id, 1, -1)))
        .get(0)
        .kind();
  }

  private static void signal(EmbeddedElasticsearch server, String name)
      throws IOException, InterruptedException {
    assertThat(
            new ProcessBuilder("kill", "-" + name, Long.toString(server.pid())).start().waitFor())
        .isZero();
  }
}
