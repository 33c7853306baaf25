package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.ServerOptions;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.servers.CertificateAuthority;
import org.vocstream.servers.CertificateAuthority.Identity;
import org.vocstream.servers.SecuredServer;

/** The real Elasticsearch behind TLS with a private authority, and a key that it asks for. */
class SecuredElasticsearchIT {
  private static final String KEY = "dm9jOnMzY3JldA==";

  private static final Path SERVER = Path.of("../elasticsearch/embedded/target/server");

  @TempDir static Path home;
  private static EmbeddedElasticsearch elasticsearch;

  @TempDir Path folder;
  private CertificateAuthority authority;

  @BeforeAll
  static void start() throws Exception {
    elasticsearch =
        EmbeddedElasticsearch.start(
            ServerOptions.of(SERVER, home)
                .withPort(0)
                .withHeapMegabytes(256)
                .withJvmOptions("-XX:TieredStopAtLevel=1"),
            System.out::println);
  }

  @AfterAll
  static void stop() {
    elasticsearch.close();
  }

  @BeforeEach
  void withAnAuthorityOfItsOwn() throws Exception {
    authority = CertificateAuthority.create();
  }

  @Test
  void withTheRightAuthorityAndKeyAllWorks() throws Exception {
    try (SecuredServer server = server(authority.identity("127.0.0.1"));
        ElasticsearchConnection connection = open(server, authority, KEY)) {
      assertThat(connection.verify()).startsWith("8.");
      new Schema(connection.client()).ensure();
      assertThat(new Counts(connection.client()).of(VocIndex.FEEDBACK)).isZero();
      assertThat(server.requests()).hasSizeGreaterThan(2);
    }
  }

  @Test
  void aKeyInAFileAndTwoAuthoritiesInOneFileAreTaken() throws Exception {
    CertificateAuthority former = CertificateAuthority.create();
    Path both = folder.resolve("both.pem");
    Files.writeString(
        both,
        Files.readString(former.write(folder.resolve("former.pem")))
            + Files.readString(authority.write(folder.resolve("new.pem"))));
    Path key = Files.writeString(folder.resolve("key"), KEY + "\n");
    try (SecuredServer server = server(authority.identity("127.0.0.1"));
        ElasticsearchConnection connection =
            ElasticsearchConnection.open(
                server.uri(),
                Credentials.of(
                    Map.of(
                        "VOC_ES_CA_FILE",
                        both.toString(),
                        "VOC_ES_API_KEY_FILE",
                        key.toString())))) {
      assertThat(connection.verify()).startsWith("8.");
    }
  }

  @Test
  void anotherAuthorityIsNotTrusted() throws Exception {
    try (SecuredServer server = server(authority.identity("127.0.0.1"));
        ElasticsearchConnection connection = open(server, CertificateAuthority.create(), KEY)) {
      assertThatThrownBy(connection::verify)
          .hasMessage(
              "no secure connection to %s: its certificate is signed by nobody we trust; set VOC_ES_CA_FILE to the PEM file of the authority that signed it"
                  .formatted(server.uri()));
    }
    // Nor is a private one by itself.
    try (SecuredServer server = server(authority.identity("127.0.0.1"));
        ElasticsearchConnection connection =
            ElasticsearchConnection.open(
                server.uri(), Credentials.of(Map.of("VOC_ES_API_KEY", KEY)))) {
      assertThatThrownBy(connection::verify).hasMessageContaining("signed by nobody we trust");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void anExpiredCertificateIsSaid() throws Exception {
    Instant yesterday = Instant.now().minus(Duration.ofHours(2));
    try (SecuredServer server = server(authority.identity("127.0.0.1", yesterday));
        ElasticsearchConnection connection = open(server, authority, KEY)) {
      assertThatThrownBy(connection::verify)
          .hasMessage(
              "no secure connection to %s: its certificate is not valid today; renew it, and check the clock of this machine"
                  .formatted(server.uri()));
    }
  }

  @Test
  void aCertificateForAnotherNameIsSaid() throws Exception {
    try (SecuredServer server = server(authority.identity("elsewhere.example"));
        ElasticsearchConnection connection = open(server, authority, KEY)) {
      assertThatThrownBy(connection::verify)
          .hasMessage(
              "no secure connection to %s: its certificate is for other names than 127.0.0.1; use a name that stands in it, or have one issued for this name"
                  .formatted(server.uri()));
    }
  }

  @Test
  void aMissingOrWrongKeyIsSaidAndNotPrinted() throws Exception {
    try (SecuredServer server = server(authority.identity("127.0.0.1"));
        ElasticsearchConnection none = open(server, authority, null);
        ElasticsearchConnection wrong = open(server, authority, "d3Jvbmc6a2V5")) {
      assertThatThrownBy(none::verify)
          .hasMessageStartingWith(server.uri() + " does not accept the credentials (401)");
      assertThatThrownBy(wrong::verify)
          .hasMessageStartingWith(server.uri() + " does not accept the credentials (401)")
          .hasStackTraceContaining("401")
          .satisfies(e -> assertThat(e.toString()).doesNotContain("d3Jvbmc6a2V5"));
      assertThat(server.requests()).isEmpty();
    }
  }

  private SecuredServer server(Identity identity) throws Exception {
    return SecuredServer.start(elasticsearch.uri(), identity.context(), "ApiKey " + KEY);
  }

  private ElasticsearchConnection open(
      SecuredServer server, CertificateAuthority trusted, String key) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("VOC_ES_CA_FILE", trusted.write(folder.resolve("ca.pem")).toString());
    if (key != null) {
      environment.put("VOC_ES_API_KEY", key);
    }
    return ElasticsearchConnection.open(server.uri(), Credentials.of(environment));
  }
}
