package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command against a server that answers as a cluster with security does. */
class AccessCommandTest {
  private static final String INFO =
      """
      {"name": "n", "cluster_name": "c", "cluster_uuid": "u", "tagline": "t", "version": {
        "number": "8.19.0", "build_flavor": "default", "build_type": "tar", "build_hash": "h",
        "build_date": "2026-01-01T00:00:00Z", "build_snapshot": false, "lucene_version": "9",
        "minimum_wire_compatibility_version": "7.17.0",
        "minimum_index_compatibility_version": "7.0.0"}}
      """;

  @TempDir Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;

  /** What it printed, and how it ended. */
  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void startCluster() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          String answer =
              switch (exchange.getRequestURI().getPath()) {
                case "/" -> INFO;
                case "/_security/api_key" ->
                    "{\"id\":\"i\",\"name\":\"n\",\"api_key\":\"k\",\"encoded\":\"bmV3OmtleQ==\"}";
                default -> "{\"role\":{\"created\":true}}";
              };
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopCluster() {
    server.stop(0);
  }

  @Test
  void theKeyGoesIntoAFileForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("job.key");
    Run made = run("--for", "job", "--elasticsearch", address(), "--key-file", file.toString());
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(asked)
        .containsExactly("GET /", "PUT /_security/role/voc-job", "PUT /_security/api_key");
    assertThat(file).hasContent("bmV3OmtleQ==");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(made.out()).contains("voc-job", "90 days").doesNotContain("bmV3OmtleQ==");

    Run again = run("--for", "job", "--elasticsearch", address(), "--key-file", file.toString());
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("is there already; name a new file");
    assertThat(file).hasContent("bmV3OmtleQ==");
    assertThat(asked).as("no second key").hasSize(4);
  }

  @Test
  void withoutAFileTheKeyIsPrintedOnce() {
    Run made = run("--for", "page", "--elasticsearch", address(), "--days", "7");
    assertThat(made.out().strip()).isEqualTo("bmV3OmtleQ==");
  }

  @Test
  void printAsksNobody() {
    Run printed = run("--for", "reports", "--print");
    assertThat(printed.exit()).isZero();
    assertThat(printed.out())
        .contains("PUT /_security/role/voc-reports", "POST /_security/api_key", "voc-report-runs*");
    assertThat(asked).isEmpty();
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(run("--for", "job").err()).contains("--elasticsearch URL is missing");
    assertThat(run("--for", "jobs", "--print").err()).contains("--for", "jobs");
    assertThat(run("--for", "job", "--days", "0", "--print").err()).contains("--days 0");
  }

  private Run run(String... options) {
    CommandLine commands = Voc.commandLine();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all = new String[options.length + 1];
    all[0] = "access";
    System.arraycopy(options, 0, all, 1, options.length);
    int exit = commands.execute(all);
    return new Run(exit, out.toString(), err.toString());
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
