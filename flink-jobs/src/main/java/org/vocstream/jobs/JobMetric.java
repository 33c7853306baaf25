package org.vocstream.jobs;

/**
 * Everything the jobs tell about themselves beside what Flink tells of any job: the one list that
 * operators register from, and that documentation, dashboard and alert rules are held to. Names
 * follow Prometheus: {@code _total} counts and begins at 0 when a task starts, {@code _seconds} is
 * a distribution in seconds.
 */
public enum JobMetric {
  /** Records that came in. */
  RECORDS_READ("records_read_total", null, "records that came in, dead letters included"),
  /** Bytes of them. */
  BYTES_READ("read_bytes_total", null, "bytes of input that these records took"),
  /** Feedback taken in. */
  FEEDBACK_TAKEN_IN(
      "feedback_taken_in_total", "channel", "records that became feedback, by channel"),
  /** Dead letters. */
  DEAD_LETTERS(
      "dead_letters_total",
      "reason",
      "records that break the envelope's contract, by the field at fault; `record` where it cannot"
          + " be read at all"),
  /** Newest date taken in. */
  NEWEST_TAKEN_IN(
      "newest_taken_in_timestamp_seconds",
      null,
      "the newest `published_at` that was taken in, seconds since 1970; dates in the future do not"
          + " count; NaN until there is one"),
  /** Edits. */
  REPLACED("feedback_replaced_total", null, "feedback that replaced an earlier version"),
  /** Withdrawals. */
  WITHDRAWN("feedback_withdrawn_total", null, "feedback that was taken back"),
  /** Scored feedback. */
  SCORED(
      "feedback_scored_total",
      null,
      "scorings; a feedback that turns out to be suspect later is scored again"),
  /** Mentions found. */
  MENTIONS("mentions_found_total", null, "mentions found in them"),
  /** Flagged feedback. */
  FLAGGED(
      "feedback_flagged_total", "flag", "scorings with this flag: what is suspect, or a conflict"),
  /** Time of one scoring. */
  SCORING_TIME("scoring_seconds", null, "time that one scoring takes, of the last 1,000"),
  /** Late feedback. */
  LATE("feedback_late_total", null, "feedback whose daily cells were closed when it came"),
  /** Documents written. */
  INDEXED("documents_indexed_total", "index", "what Elasticsearch has taken, by index"),
  /** Documents refused. */
  REJECTED(
      "documents_rejected_total",
      "index",
      "what Elasticsearch has refused for good, by index; a refused feedback is a dead letter"),
  /** Tries again. */
  RETRIES(
      "index_retries_total",
      "index",
      "requests tried again because Elasticsearch was away or overloaded, by index"),
  /** Time of one batch. */
  BATCH_TIME(
      "index_batch_seconds",
      "index",
      "time until Elasticsearch has taken a batch of up to 500, retries included, of the last"
          + " 1,000"),
  /** Newest date indexed. */
  NEWEST_INDEXED(
      "newest_indexed_timestamp_seconds",
      null,
      "the newest `published_at` that Elasticsearch has taken, as above"),
  /** Alerts told. */
  ALERTS_DELIVERED("alerts_delivered_total", null, "alerts posted or written to a destination"),
  /** Alerts that could not be told. */
  ALERTS_FAILED(
      "alert_deliveries_failed_total",
      null,
      "alerts that a destination has not taken; see the log");

  /** The metric group of all of them, below that of the operator. */
  static final String GROUP = "voc";

  private static final String EXPORTED = "flink_taskmanager_job_task_operator_" + GROUP + "_";

  private final String metricName;
  private final String label;
  private final String meaning;

  JobMetric(String metricName, String label, String meaning) {
    this.metricName = metricName;
    this.label = label;
    this.meaning = meaning;
  }

  /** The name within Flink, below group and label. */
  public String metricName() {
    return metricName;
  }

  /** The label that parts it beside those of Flink (job, task, operator, subtask), or null. */
  public String label() {
    return label;
  }

  /** What it says, one line for documentation. */
  public String meaning() {
    return meaning;
  }

  /** The name that Prometheus sees; Flink puts the label into it. */
  public String exportedName() {
    return EXPORTED + (label == null ? "" : label + "_") + metricName;
  }
}
