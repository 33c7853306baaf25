package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CounterByValueTest {
  private final RecordedMetrics metrics = new RecordedMetrics();
  private final CounterByValue counter =
      new CounterByValue(new JobMetrics(metrics), JobMetric.DEAD_LETTERS);

  @Test
  void eachValueIsCountedByItself() {
    counter.showing(List.of("record"));
    counter.inc("text");
    counter.inc("text");
    counter.inc("id");
    assertThat(metrics.all().keySet())
        .containsExactly(
            "voc.reason.id.dead_letters_total",
            "voc.reason.record.dead_letters_total",
            "voc.reason.text.dead_letters_total");
    assertThat(metrics.count("voc.reason.text.dead_letters_total")).isEqualTo(2);
    assertThat(metrics.count("voc.reason.record.dead_letters_total")).isZero();
  }

  @Test
  void inputCannotMakeSeriesWithoutEnd() {
    for (int i = 0; i < 1_000; i++) {
      counter.inc("field" + i);
    }
    assertThat(metrics.all()).hasSize(CounterByValue.MOST + 1);
    assertThat(metrics.count("voc.reason.other.dead_letters_total"))
        .isEqualTo(1_000 - CounterByValue.MOST);
  }
}
