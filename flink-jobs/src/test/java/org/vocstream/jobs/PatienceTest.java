package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.apache.flink.util.clock.ManualClock;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final ManualClock clock = new ManualClock(Long.MAX_VALUE - 1);
  private final Patience patience =
      new Patience(
          Duration.ofMinutes(5),
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          clock::relativeTimeNanos);

  @Test
  void pausesDoubleUpToTheLongest() {
    assertThat(pauses(5)).containsExactly(200L, 400L, 800L, 1_000L, 1_000L);
  }

  @Test
  void progressMakesPausesShortAgain() {
    pauses(4);
    patience.renew();
    assertThat(pauses(2)).containsExactly(200L, 400L);
  }

  @Test
  void theLimitCountsFromTheLastProgressEvenWhereTheClockRunsOver() {
    clock.advanceTime(Duration.ofMinutes(5));
    assertThat(patience.isExhausted()).as("at the limit").isFalse();
    clock.advanceTime(Duration.ofNanos(1));
    assertThat(patience.isExhausted()).as("behind the limit").isTrue();
    patience.renew();
    clock.advanceTime(Duration.ofMinutes(4));
    assertThat(patience.isExhausted()).as("after progress").isFalse();
  }

  private Stream<Long> pauses(int count) {
    return Stream.generate(() -> patience.nextPause().toMillis()).limit(count).toList().stream();
  }
}
