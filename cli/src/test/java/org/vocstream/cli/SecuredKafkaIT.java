package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.cli.VocProcess.Result;
import org.vocstream.servers.CertificateAuthority;
import org.vocstream.servers.KafkaBroker;

/** A real broker that speaks TLS alone, with a private authority, and asks for a password. */
@Timeout(600)
class SecuredKafkaIT {
  private static final String PASSWORD = "planted-kafka-password";

  @TempDir static Path home;
  @TempDir Path work;

  private static KafkaBroker broker;

  @BeforeAll
  static void start() throws Exception {
    CertificateAuthority authority = CertificateAuthority.create();
    Path ca = authority.write(home.resolve("ca.pem"));
    Path identity = authority.identity("127.0.0.1").write(home.resolve("broker.pem"));
    String login =
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\"b\" user_broker=\"b\" user_voc=\"%s\";";
    Map<String, String> settings = new HashMap<>();
    settings.put("listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT");
    settings.put("sasl.enabled.mechanisms", "PLAIN");
    settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    settings.put("listener.name.plaintext.plain.sasl.jaas.config", login.formatted(PASSWORD));
    settings.put("listener.name.plaintext.ssl.keystore.type", "PEM");
    settings.put("listener.name.plaintext.ssl.keystore.location", identity.toString());
    settings.put("listener.name.plaintext.ssl.truststore.type", "PEM");
    settings.put("listener.name.plaintext.ssl.truststore.location", ca.toString());
    broker =
        KafkaBroker.start(
            VocProcess.HOME.resolve("servers/kafka/target/server"),
            home.resolve("kafka"),
            settings);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void feedbackIsSentAndScoredAndThePasswordIsSeenNowhere() throws Exception {
    Path feed =
        Files.writeString(
            work.resolve("a.jsonl"),
            """
            {"id":"r1","channel":"review","brand":"青禾","published_at":"2026-10-05T09:00:00Z","text":"发货很快"}
            {"id":"r2","channel":"review","brand":"青禾","published_at":"2026-10-05T10:00:00Z","text":"包装破了"}
            """);
    VocProcess voc = new VocProcess(work, Map.of("KAFKA_PASSWORD", PASSWORD));
    Result sent =
        voc.run(
            "produce",
            "--kafka",
            broker.address(),
            "--kafka-properties",
            properties(home.resolve("ca.pem")),
            "--create-topics",
            "--input",
            feed.toString());
    assertThat(sent.exitCode()).as(sent.err()).isZero();
    assertThat(sent.err()).contains("= sent 2 + not sent 0");
    Result run =
        voc.run(
            "run",
            "--once",
            "--pack",
            "cosmetics",
            "--kafka",
            broker.address(),
            "--kafka-properties",
            properties(home.resolve("ca.pem")));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("= indexed 2 + dead letters 0");
    assertThat(sent.out() + sent.err() + run.out() + run.err()).doesNotContain(PASSWORD);
    assertThat(log()).doesNotContain(PASSWORD).doesNotContain("发货很快");
  }

  @Test
  void aWrongPasswordIsOneLine() throws Exception {
    Result refused = produce(Map.of("KAFKA_PASSWORD", "planted-wrong"), home.resolve("ca.pem"));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err().strip().lines().filter(line -> line.startsWith("voc:")))
        .singleElement()
        .asString()
        .startsWith("voc: Kafka at " + broker.address() + " refuses us: Authentication failed")
        .contains("--kafka-properties");
    assertThat(refused.err()).doesNotContain("\tat ");
    assertThat(refused.err() + log()).doesNotContain("planted-wrong");
  }

  @Test
  void anotherAuthorityIsNotTrusted() throws Exception {
    Path other = CertificateAuthority.create().write(work.resolve("other.pem"));
    Result refused = produce(Map.of("KAFKA_PASSWORD", PASSWORD), other);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("voc: Kafka at " + broker.address() + " refuses us: SSL handshake failed")
        .doesNotContain("\tat ");
  }

  private Result produce(Map<String, String> environment, Path ca) throws Exception {
    Path feed =
        Files.writeString(
            work.resolve("a.jsonl"), "{\"id\":\"r1\",\"channel\":\"review\",\"text\":\"a\"}\n");
    return new VocProcess(work, environment)
        .run(
            "produce",
            "--kafka",
            broker.address(),
            "--kafka-properties",
            properties(ca),
            "--input",
            feed.toString());
  }

  /** As docs/kafka.md shows it. */
  private String properties(Path ca) throws IOException {
    return Files.write(
            work.resolve("kafka.properties"),
            List.of(
                "security.protocol=SASL_SSL",
                "ssl.truststore.type=PEM",
                "ssl.truststore.location=" + ca,
                "sasl.mechanism=PLAIN",
                "config.providers=env",
                "config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider",
                "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"voc\" password=\"${env:KAFKA_PASSWORD}\";"))
        .toString();
  }

  private String log() throws IOException {
    return Files.readString(work.resolve("logs/voc.log"), StandardCharsets.UTF_8);
  }
}
