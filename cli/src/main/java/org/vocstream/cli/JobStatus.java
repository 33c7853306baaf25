package org.vocstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.vocstream.jobs.JobMetric;

/**
 * A job that runs, and what it tells about itself. Immutable.
 *
 * @param name of the job
 * @param id Flink's
 * @param state Flink's word, such as {@code RUNNING} or {@code RESTARTING}
 * @param since when it started
 * @param restarts how often it was started again, or null where Flink does not say
 * @param lastCheckpoint when the last checkpoint was complete, or null where there is none yet
 * @param failedCheckpoints how many have failed
 * @param recordsPerSecond records read, over the last minute
 * @param metrics what it counts and measures
 */
record JobStatus(
    String name,
    String id,
    String state,
    Instant since,
    Long restarts,
    Instant lastCheckpoint,
    long failedCheckpoints,
    double recordsPerSecond,
    MetricValues metrics) {
  private static final String READING = ".take_in.numRecordsInPerSecond";

  /** Flink collects metrics when it is asked, and answers with what it had before. */
  private static final Duration COLLECTED_WITHIN = Duration.ofMillis(1_500);

  /**
   * The jobs that have not ended.
   *
   * @throws IOException where Flink does not answer
   */
  static List<JobStatus> all(FlinkRest flink) throws IOException, InterruptedException {
    List<JsonNode> jobs = new ArrayList<>();
    for (JsonNode job : flink.get("/jobs/overview").path("jobs")) {
      if (job.path("end-time").asLong() < 0) {
        jobs.add(job);
      }
    }
    for (JsonNode job : jobs) {
      collect(flink, job.path("jid").asText());
    }
    if (!jobs.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(COLLECTED_WITHIN.toMillis());
    }
    List<JobStatus> all = new ArrayList<>();
    for (JsonNode job : jobs) {
      all.add(of(flink, job));
    }
    return all;
  }

  private static void collect(FlinkRest flink, String id) throws IOException, InterruptedException {
    flink.metrics("/jobs/" + id + "/metrics");
    for (String vertex : vertices(flink, id)) {
      flink.metrics(vertex);
    }
  }

  private static JobStatus of(FlinkRest flink, JsonNode job)
      throws IOException, InterruptedException {
    String id = job.path("jid").asText();
    MetricValues metrics = new MetricValues();
    double perSecond = 0;
    for (String vertex : vertices(flink, id)) {
      List<String> wanted =
          flink.metrics(vertex).stream()
              .filter(name -> name.endsWith(READING) || MetricValues.isOurs(name))
              .toList();
      for (Map.Entry<String, String> value : flink.values(vertex, wanted).entrySet()) {
        if (value.getKey().endsWith(READING)) {
          perSecond += Double.parseDouble(value.getValue());
        } else {
          metrics.add(value.getKey(), value.getValue());
        }
      }
    }
    JsonNode checkpoints = flink.get("/jobs/" + id + "/checkpoints");
    JsonNode completed = checkpoints.path("latest").path("completed").path("latest_ack_timestamp");
    return new JobStatus(
        job.path("name").asText(),
        id,
        job.path("state").asText(),
        Instant.ofEpochMilli(job.path("start-time").asLong()),
        Optional.ofNullable(
                flink.values("/jobs/" + id + "/metrics", List.of("numRestarts")).get("numRestarts"))
            .map(Long::valueOf)
            .orElse(null),
        completed.isNumber() ? Instant.ofEpochMilli(completed.asLong()) : null,
        checkpoints.path("counts").path("failed").asLong(),
        perSecond,
        metrics);
  }

  /** Where the metrics of each part of the job are asked for. */
  private static List<String> vertices(FlinkRest flink, String id)
      throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    flink
        .get("/jobs/" + id)
        .path("vertices")
        .forEach(v -> paths.add("/jobs/" + id + "/vertices/" + v.path("id").asText() + "/metrics"));
    return paths;
  }

  /** Dead letters, flags and the like in words: {@code 12 (text 5, record 7)}. */
  String counted(JobMetric metric) {
    String by =
        metrics.counts(metric).entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> String.format("%s %,d", count.getKey(), count.getValue()))
            .collect(Collectors.joining(", "));
    return String.format("%,d", metrics.count(metric)) + (by.isEmpty() ? "" : " (" + by + ")");
  }
}
