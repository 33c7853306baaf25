package org.vocstream.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.vocstream.elasticsearch.IndexSummary;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.jobs.JobMetric;

/** Tells a person what is up. For one thread. */
final class StatusText {
  private final StackStatus status;
  private final PrintWriter out;

  StatusText(StackStatus status, PrintWriter out) {
    this.status = status;
    this.out = out;
  }

  void print() {
    if (status.problem() != null) {
      out.println(status.problem());
    } else if (status.index() != null) {
      index(status.index());
    }
    if (status.page() != null) {
      out.println("the page at " + status.page());
    }
    boolean told = false;
    for (StackStatus.Flink flink : status.jobs()) {
      if (flink.problem() != null) {
        out.println(
            flink.process() == null
                ? flink.problem()
                : "process "
                    + flink.process()
                    + " is starting or ending a job: "
                    + flink.problem());
      }
      for (JobStatus job : flink.jobs()) {
        job(job, flink);
      }
      told |= flink.problem() != null || !flink.jobs().isEmpty();
    }
    if (!told) {
      out.println("no job runs" + (status.jobs().isEmpty() ? "" : " there"));
    }
  }

  private void index(StackStatus.Index index) {
    out.printf("Elasticsearch %s at %s%n", index.version(), status.elasticsearch());
    for (Map.Entry<VocIndex, StackStatus.Held> kind : index.documents().entrySet()) {
      StackStatus.Held held = kind.getValue();
      out.printf(
          "  %-18s %s%n",
          kind.getKey().alias(),
          held == null
              ? "not made yet"
              : String.format("%,d documents, generation %s", held.count(), held.generation()));
    }
    IndexSummary summary = index.summary();
    if (summary == null) {
      return;
    }
    out.println("  newest feedback    " + age(summary.newestPublished(), "none with a date"));
    out.println("  last written       " + age(summary.lastWritten(), "never"));
    out.printf("  suspects           %,d%s%n", summary.suspects(), parts("flags", summary.flags()));
    out.printf(
        "  dead letters       %,d%s%n",
        summary.deadLetters().values().stream().mapToLong(n -> n).sum(),
        parts("by what is at fault", summary.deadLetters()));
  }

  private void job(JobStatus job, StackStatus.Flink flink) {
    MetricValues told = job.metrics();
    out.printf(
        "%s: %s for %s%s%n",
        job.name(),
        job.state(),
        Words.of(Duration.between(job.since(), status.at())),
        flink.process() == null ? "" : ", in process " + flink.process());
    line(
        "read",
        String.format(
            "%,d records, %,.0f/s over the last minute; dead letters %s; late %s",
            told.count(JobMetric.RECORDS_READ),
            job.recordsPerSecond(),
            job.counted(JobMetric.DEAD_LETTERS),
            job.counted(JobMetric.LATE)));
    line(
        "scored",
        String.format(
            "%,d with %,d mentions, %s each; flagged %s",
            told.count(JobMetric.SCORED),
            told.count(JobMetric.MENTIONS),
            time(told, JobMetric.SCORING_TIME, ""),
            job.counted(JobMetric.FLAGGED)));
    String feedback = VocIndex.FEEDBACK.alias();
    line(
        "indexed",
        String.format(
            "%s; a batch of feedback takes %s; retries %s, refused %s",
            job.counted(JobMetric.INDEXED),
            time(told, JobMetric.BATCH_TIME, feedback),
            job.counted(JobMetric.RETRIES),
            job.counted(JobMetric.REJECTED)));
    line(
        "newest",
        String.format(
            "taken in %s, indexed %s",
            newest(told, JobMetric.NEWEST_TAKEN_IN), newest(told, JobMetric.NEWEST_INDEXED)));
    line(
        "checkpoint",
        String.format(
            "%s; %,d failed; %s restarts",
            job.lastCheckpoint() == null ? "none yet" : age(job.lastCheckpoint(), ""),
            job.failedCheckpoints(),
            job.restarts() == null ? "unknown" : String.format("%,d", job.restarts())));
  }

  private void line(String name, String text) {
    out.printf("  %-12s %s%n", name, text);
  }

  private static String time(MetricValues told, JobMetric metric, String label) {
    Double median = told.value(metric, label);
    Double slowest = told.slowest(metric, label);
    return median == null || slowest == null
        ? "unknown"
        : String.format("%s (99%%: %s)", Words.ofSeconds(median), Words.ofSeconds(slowest));
  }

  private String newest(MetricValues told, JobMetric metric) {
    Double seconds = told.value(metric, "");
    return seconds == null
        ? "none yet"
        : age(Instant.ofEpochMilli(Math.round(seconds * 1e3)), "none yet");
  }

  private String age(Instant at, String otherwise) {
    return at == null
        ? otherwise
        : at.truncatedTo(ChronoUnit.SECONDS)
            + " ("
            + Words.of(Duration.between(at, status.at()))
            + " ago)";
  }

  private static String parts(String what, SortedMap<String, Long> counts) {
    return counts.isEmpty()
        ? ""
        : counts.entrySet().stream()
            .map(count -> String.format("%s %,d", count.getKey(), count.getValue()))
            .collect(Collectors.joining(", ", "; " + what + ": ", ""));
  }
}
