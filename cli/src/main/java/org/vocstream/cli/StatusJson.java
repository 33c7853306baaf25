package org.vocstream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.SortedMap;
import org.vocstream.elasticsearch.IndexSummary;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.jobs.JobMetric;

/** Tells a program what is up; {@code docs/monitoring.md} describes the fields. */
final class StatusJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StatusJson() {}

  static ObjectNode of(StackStatus status) {
    ObjectNode json = JSON.createObjectNode();
    json.put("at", status.at().toString());
    json.put("well", status.isWell());
    if (status.page() != null) {
      json.put("page", status.page().toString());
    }
    if (status.elasticsearch() != null) {
      elasticsearch(json.putObject("elasticsearch"), status);
    }
    var flinks = json.putArray("flink");
    for (StackStatus.Flink flink : status.jobs()) {
      ObjectNode one = flinks.addObject().put("address", flink.address().toString());
      if (flink.process() != null) {
        one.put("process", flink.process());
      }
      if (flink.problem() != null) {
        one.put("problem", flink.problem());
      }
      var jobs = one.putArray("jobs");
      flink.jobs().forEach(job -> job(jobs.addObject(), job));
    }
    return json;
  }

  private static void elasticsearch(ObjectNode json, StackStatus status) {
    json.put("address", status.elasticsearch().toString());
    if (status.problem() != null) {
      json.put("problem", status.problem());
      return;
    }
    json.put("version", status.index().version());
    ObjectNode indices = json.putObject("indices");
    status
        .index()
        .documents()
        .forEach(
            (VocIndex kind, StackStatus.Held held) -> {
              if (held != null) {
                indices
                    .putObject(kind.alias())
                    .put("documents", held.count())
                    .put("generation", held.generation());
              }
            });
    IndexSummary summary = status.index().summary();
    if (summary != null) {
      put(json, "newest_published_at", summary.newestPublished());
      put(json, "last_written_at", summary.lastWritten());
      json.put("suspects", summary.suspects());
      put(json.putObject("flags"), summary.flags());
      put(json.putObject("dead_letters"), summary.deadLetters());
    }
  }

  private static void job(ObjectNode json, JobStatus job) {
    json.put("name", job.name()).put("id", job.id()).put("state", job.state());
    put(json, "since", job.since());
    json.put("restarts", job.restarts());
    put(json, "last_checkpoint_at", job.lastCheckpoint());
    json.put("failed_checkpoints", job.failedCheckpoints());
    json.put("records_per_second", job.recordsPerSecond());
    ObjectNode metrics = json.putObject("metrics");
    for (JobMetric metric : JobMetric.values()) {
      metric(metrics, metric, job.metrics());
    }
  }

  /** A count is a number, or one per label; a distribution has a median and a 99% quantile. */
  private static void metric(ObjectNode metrics, JobMetric metric, MetricValues told) {
    String name = metric.metricName();
    if (name.endsWith("_total")) {
      if (metric.label() == null) {
        metrics.put(name, told.count(metric));
      } else {
        put(metrics.putObject(name), told.counts(metric));
      }
    } else if (metric.label() == null) {
      quantiles(metrics, name, told.value(metric, ""), told.slowest(metric, ""));
    } else {
      ObjectNode labels = metrics.putObject(name);
      for (String label : told.labels(metric)) {
        quantiles(labels, label, told.value(metric, label), told.slowest(metric, label));
      }
    }
  }

  private static void quantiles(ObjectNode json, String name, Double median, Double slowest) {
    if (median != null && slowest != null) {
      json.putObject(name).put("median", median).put("p99", slowest);
    } else if (median != null) {
      json.put(name, median);
    }
  }

  private static void put(ObjectNode json, SortedMap<String, Long> counts) {
    counts.forEach(json::put);
  }

  private static void put(ObjectNode json, String name, Instant at) {
    json.put(name, at == null ? null : at.toString());
  }
}
