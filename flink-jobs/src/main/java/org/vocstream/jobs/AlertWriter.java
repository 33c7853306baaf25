package org.vocstream.jobs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vocstream.elasticsearch.AlertDocument;
import org.vocstream.elasticsearch.Secrets;
import org.vocstream.statistics.alert.Alert;

/**
 * Posts each alert to the webhooks and appends it to the files, at once. A webhook gets three
 * tries; one that has failed is left alone for a minute, so that it does not hold up the job.
 * Called by the task's thread only.
 */
final class AlertWriter implements SinkWriter<Alert> {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWriter.class);
  private static final int TRIES = 3;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration LEAVE_ALONE = Duration.ofMinutes(1);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final Map<AlertDestination, Instant> leftAlone = new HashMap<>();
  private final List<AlertDestination> destinations;
  private final Map<String, String> environment;
  private final Clock clock;
  private final Counter done;
  private final Counter failed;

  /**
   * A writer.
   *
   * @param environment holds the values of headers
   * @throws IOException where one is missing
   */
  AlertWriter(
      List<AlertDestination> destinations,
      Map<String, String> environment,
      Clock clock,
      MetricGroup metrics)
      throws IOException {
    this.destinations = destinations;
    this.environment = environment;
    this.clock = clock;
    JobMetrics told = new JobMetrics(metrics);
    this.done = told.counter(JobMetric.ALERTS_DELIVERED);
    this.failed = told.counter(JobMetric.ALERTS_FAILED);
    for (AlertDestination destination : destinations) {
      for (String variable : destination.headers().values()) {
        if (secret(variable).isEmpty()) {
          throw new IOException(
              variable + " is not set: the " + destination + " needs it for a header");
        }
      }
    }
  }

  private Optional<String> secret(String variable) throws IOException {
    try {
      return Secrets.find(environment, variable);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void write(Alert alert, Context context) throws InterruptedException {
    String json = AlertDocument.of(alert, clock).toString();
    for (AlertDestination destination : destinations) {
      try {
        if (destination.file() != null) {
          append(Path.of(destination.file()), json);
        } else {
          post(destination, json);
        }
        done.inc();
      } catch (IOException e) {
        failed.inc();
        LOG.warn("alert {} could not be delivered to {}", alert.event().id(), destination, e);
      }
    }
  }

  private static void append(Path file, String json) throws IOException {
    Files.writeString(
        file,
        json + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void post(AlertDestination destination, String json)
      throws IOException, InterruptedException {
    Instant until = leftAlone.get(destination);
    if (until != null && clock.instant().isBefore(until)) {
      throw new IOException("it failed just now and is left alone for a minute");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(destination.webhook()))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
    Secrets.addHeaders(request, destination.headers(), environment);
    IOException last = null;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try {
        int status =
            http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status >= 200 && status < 300) {
          leftAlone.remove(destination);
          return;
        }
        last = new IOException("it answered " + status);
      } catch (IOException e) {
        last = e;
      }
    }
    leftAlone.put(destination, clock.instant().plus(LEAVE_ALONE));
    throw last;
  }

  @Override
  public void flush(boolean endOfInput) {
    // Nothing is held back.
  }

  @Override
  public void close() {
    // The client holds nothing that needs closing.
  }
}
