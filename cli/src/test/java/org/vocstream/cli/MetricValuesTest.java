package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.jobs.JobMetric;

class MetricValuesTest {
  private final MetricValues values = new MetricValues();

  @Test
  void countsOfSubtasksAndLabelsAreAdded() {
    values.add("0.take_in.voc.reason.text.dead_letters_total", "3");
    values.add("1.take_in.voc.reason.text.dead_letters_total", "2");
    values.add("1.take_in.voc.reason.record.dead_letters_total", "1");
    values.add("0.take_in.voc.records_read_total", "70");
    assertThat(values.count(JobMetric.DEAD_LETTERS)).isEqualTo(6);
    assertThat(values.counts(JobMetric.DEAD_LETTERS)).isEqualTo(Map.of("record", 1L, "text", 5L));
    assertThat(values.count(JobMetric.RECORDS_READ)).isEqualTo(70);
    assertThat(values.counts(JobMetric.RECORDS_READ)).isEmpty();
    assertThat(values.count(JobMetric.LATE)).isZero();
  }

  @Test
  void ofDatesTheNewestCounts() {
    values.add("0.take_in.voc.newest_taken_in_timestamp_seconds", "NaN");
    assertThat(values.value(JobMetric.NEWEST_TAKEN_IN, "")).isNull();
    values.add("1.take_in.voc.newest_taken_in_timestamp_seconds", "1.79E9");
    values.add("2.take_in.voc.newest_taken_in_timestamp_seconds", "1.78E9");
    assertThat(values.value(JobMetric.NEWEST_TAKEN_IN, "")).isEqualTo(1.79e9);
  }

  @Test
  void ofTimesThatOfTheSlowestSubtaskCounts() {
    values.add("0.x__Writer.voc.index.voc-late.index_batch_seconds_median", "0.1");
    values.add("1.x__Writer.voc.index.voc-late.index_batch_seconds_median", "0.3");
    values.add("0.x__Writer.voc.index.voc-late.index_batch_seconds_p99", "2.5");
    values.add("1.x__Writer.voc.index.voc-late.index_batch_seconds_p99", "0.5");
    values.add("1.x__Writer.voc.index.voc-late.index_batch_seconds_max", "9");
    assertThat(values.value(JobMetric.BATCH_TIME, "voc-late")).isEqualTo(0.3);
    assertThat(values.slowest(JobMetric.BATCH_TIME, "voc-late")).isEqualTo(2.5);
    assertThat(values.slowest(JobMetric.BATCH_TIME, "voc-feedback")).isNull();
  }
}
