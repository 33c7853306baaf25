package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.statistics.alert.Alert;

/** A webhook on this machine that answers as a test says. */
class AlertWriterTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-13T12:00:00Z"), ZoneOffset.UTC);
  private static final MetricGroup METRICS = new UnregisteredMetricsGroup();
  private static final Alert ALERT = HoldAlertsOperatorTest.OPENED;

  @TempDir Path folder;

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(exchange.getRequestHeaders().getFirst("X-Token") + " " + body);
          exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aWebhookThatRefusesTwiceGetsTheAlertWithItsHeader() throws Exception {
    refusals.set(2);
    writer(Map.of("VOC_TOKEN", "s3cret"), webhook()).write(ALERT, null);
    assertThat(received).hasSize(3);
    assertThat(received.get(2))
        .startsWith("s3cret {\"id\":\"indicator-crisis|澄野|group|packaging|2026-10-13\"");
  }

  @Test
  void oneThatFailsIsLeftAloneAndTheFileGetsItsLinesAllTheSame() throws Exception {
    refusals.set(100);
    Path file = folder.resolve("alerts.jsonl");
    AlertWriter writer =
        writer(
            Map.of("VOC_TOKEN", "s3cret"),
            webhook(),
            new AlertDestination(null, Map.of(), file.toString()));
    writer.write(ALERT, null);
    writer.write(ALERT, null);
    assertThat(received).as("three tries for the first, none for the second").hasSize(3);
    assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.contains("packaging"));
  }

  @Test
  void aHeaderWithoutItsValueIsToldAtTheStart() {
    assertThatThrownBy(() -> writer(Map.of(), webhook()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("VOC_TOKEN is not set");
  }

  @Test
  void aTokenThatIsNoHeaderIsNotSentNorToldNorEndsTheJob() throws Exception {
    writer(Map.of("VOC_TOKEN", "planted\nsecret"), webhook()).write(ALERT, null);
    assertThat(received).isEmpty();
  }

  @Test
  void aTokenIsReadFromAFileEachTime() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "old\n");
    AlertWriter writer = writer(Map.of("VOC_TOKEN_FILE", token.toString()), webhook());
    Files.writeString(token, "new\n");
    writer.write(ALERT, null);
    assertThat(received).singleElement().asString().startsWith("new {");
  }

  private AlertDestination webhook() {
    return new AlertDestination(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/",
        Map.of("X-Token", "VOC_TOKEN"),
        null);
  }

  private static AlertWriter writer(
      Map<String, String> environment, AlertDestination... destinations) throws IOException {
    return new AlertWriter(List.of(destinations), environment, CLOCK, METRICS);
  }
}
