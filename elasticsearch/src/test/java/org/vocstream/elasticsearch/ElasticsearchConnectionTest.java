package org.vocstream.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that answers as a cluster would; the real one is asked in the ITs. */
class ElasticsearchConnectionTest {
  private static final String ERROR =
      """
      {"error": {"type": "security_exception", "reason": "no"}, "status": %d}
      """;
  private static final String INFO =
      """
      {"name": "n", "cluster_name": "c", "cluster_uuid": "u", "tagline": "t", "version": {
        "number": "%s", "build_flavor": "default", "build_type": "tar", "build_hash": "h",
        "build_date": "2026-01-01T00:00:00Z", "build_snapshot": false, "lucene_version": "9",
        "minimum_wire_compatibility_version": "7.17.0",
        "minimum_index_compatibility_version": "7.0.0"}}
      """;

  private final AtomicReference<StubCluster.Answer> answer = new AtomicReference<>();
  private StubCluster cluster;

  @BeforeEach
  void startCluster() throws IOException {
    cluster = new StubCluster(body -> answer.get());
  }

  @AfterEach
  void stopCluster() {
    cluster.close();
  }

  @Test
  void aClusterOfVersion9IsTaken() throws IOException {
    answer(200, INFO.formatted("9.1.0"), true);
    try (ElasticsearchConnection connection = open(Map.of("VOC_ES_API_KEY", "abc=="))) {
      assertThat(connection.verify()).isEqualTo("9.1.0");
    }
    assertThat(cluster.authorizations()).containsExactly("ApiKey abc==");
  }

  @Test
  void userAndPasswordAreSent() throws IOException {
    answer(200, INFO.formatted("8.19.0"), true);
    try (ElasticsearchConnection connection =
        open(Map.of("VOC_ES_USER", "ann", "VOC_ES_PASSWORD", "pass"))) {
      connection.verify();
    }
    assertThat(cluster.authorizations()).containsExactly("Basic YW5uOnBhc3M=");
  }

  @Test
  void anOldVersionIsNamed() {
    answer(200, INFO.formatted("7.17.9"), true);
    assertThatThrownBy(this::verify)
        .isInstanceOf(ElasticsearchUnavailable.class)
        .hasMessage(uri() + " is Elasticsearch 7.17.9; version 8 or 9 is needed");
  }

  @Test
  void wrongCredentialsNameTheVariables() {
    answer(401, ERROR.formatted(401), true);
    assertThatThrownBy(this::verify)
        .hasMessage(
            uri()
                + " does not accept the credentials (401): set VOC_ES_API_KEY, or VOC_ES_USER and"
                + " VOC_ES_PASSWORD");
  }

  @Test
  void aMissingPrivilegeIsNamed() {
    answer(403, ERROR.formatted(403), true);
    assertThatThrownBy(this::verify).hasMessageContaining("grant the cluster privilege monitor");
  }

  @Test
  void somethingElseThatAnswersIsNoElasticsearch() {
    answer(200, "<html>hello</html>", false);
    assertThatThrownBy(this::verify)
        .hasMessage(
            uri() + " answers, but is no Elasticsearch of version 8 or 9: check the address");
  }

  @Test
  void aProxyErrorNamesTheStatus() {
    answer(502, "<html>bad gateway</html>", false);
    assertThatThrownBy(this::verify).hasMessageContaining("answers with status 502");
  }

  @Test
  void nobodyAtTheAddressIsSaid() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + free);
    try (ElasticsearchConnection connection =
        ElasticsearchConnection.open(nobody, Credentials.none())) {
      assertThatThrownBy(connection::verify)
          .isInstanceOf(ElasticsearchUnavailable.class)
          .hasMessage(
              "no Elasticsearch answers at %s (Connection refused): check the address, and that it"
                      .formatted(nobody)
                  + " is up");
    }
  }

  @Test
  void anUnknownHostIsSaid() throws IOException {
    URI nowhere = URI.create("http://elasticsearch.invalid:9200");
    try (ElasticsearchConnection connection =
        ElasticsearchConnection.open(nowhere, Credentials.none())) {
      assertThatThrownBy(connection::verify)
          .hasMessageStartingWith("no Elasticsearch answers at " + nowhere);
    }
  }

  @Test
  void aSecureConnectionToAPlainPortNamesTheCertificateVariable() throws IOException {
    try (ServerSocket plain = new ServerSocket(0)) {
      URI secure = URI.create("https://127.0.0.1:" + plain.getLocalPort());
      CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerPlainly(plain));
      try (ElasticsearchConnection connection =
          ElasticsearchConnection.open(secure, Credentials.none())) {
        assertThatThrownBy(connection::verify)
            .hasMessageStartingWith("no secure connection to " + secure)
            .hasMessageContaining("VOC_ES_CA_FILE");
      }
      answered.join();
    }
  }

  private static void answerPlainly(ServerSocket plain) {
    try (Socket socket = plain.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aBadCertificateFileIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "not a certificate");
    assertThatThrownBy(() -> open(Map.of("VOC_ES_CA_FILE", file.toString())))
        .isInstanceOf(ElasticsearchUnavailable.class)
        .hasMessageStartingWith("VOC_ES_CA_FILE names " + file);
  }

  @Test
  void anAddressWithAPasswordIsRefusedWithoutPrintingIt() {
    assertThatThrownBy(
            () ->
                ElasticsearchConnection.open(
                    URI.create("https://ann:s3cret@host:9200"), Credentials.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VOC_ES_USER")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(
            () ->
                ElasticsearchConnection.open(
                    URI.create("ftp://ann:s3cret@host"), Credentials.none()))
        .hasMessage("not an address of Elasticsearch, such as https://host:9200: ftp://host");
  }

  private void verify() throws IOException {
    try (ElasticsearchConnection connection = open(Map.of())) {
      connection.verify();
    }
  }

  private ElasticsearchConnection open(Map<String, String> environment)
      throws ElasticsearchUnavailable {
    return ElasticsearchConnection.open(uri(), Credentials.of(environment));
  }

  private URI uri() {
    return cluster.uri();
  }

  private void answer(int status, String body, boolean elasticsearch) {
    answer.set(new StubCluster.Answer(status, body, elasticsearch));
  }
}
