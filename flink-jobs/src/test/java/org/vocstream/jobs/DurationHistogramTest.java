package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.flink.metrics.HistogramStatistics;
import org.junit.jupiter.api.Test;

class DurationHistogramTest {
  @Test
  void durationsAreToldInSeconds() {
    DurationHistogram histogram = new DurationHistogram();
    for (int millis = 1; millis <= 99; millis++) {
      histogram.update(millis * 1_000_000L);
    }
    HistogramStatistics statistics = histogram.getStatistics();
    assertThat(histogram.getCount()).isEqualTo(99);
    assertThat(statistics.size()).isEqualTo(99);
    assertThat(statistics.getQuantile(0.5)).isCloseTo(0.050, within(1e-9));
    assertThat(statistics.getMean()).isCloseTo(0.050, within(1e-9));
    assertThat(statistics.getStdDev()).isCloseTo(0.0287, within(1e-3));
  }

  @Test
  void whatFlinkWantsWholeIsRounded() {
    DurationHistogram histogram = new DurationHistogram();
    histogram.update(1_400_000_000L);
    histogram.update(2_600_000_000L);
    HistogramStatistics statistics = histogram.getStatistics();
    assertThat(statistics.getMin()).isEqualTo(1);
    assertThat(statistics.getMax()).isEqualTo(3);
    assertThat(statistics.getValues()).containsExactlyInAnyOrder(1, 3);
  }

  @Test
  void onlyTheLastThousandCount() {
    DurationHistogram histogram = new DurationHistogram();
    histogram.update(3_600_000_000_000L);
    for (int i = 0; i < DurationHistogram.WINDOW; i++) {
      histogram.update(1_000_000_000L);
    }
    assertThat(histogram.getCount()).isEqualTo(1_001);
    assertThat(histogram.getStatistics().getQuantile(0.999)).isEqualTo(1);
  }
}
