package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {
  /** The example of Newcombe, Statistics in Medicine 17 (1998), table I. */
  @Test
  void aShareHasWilsonsInterval() {
    Interval interval = Interval.wilson(81, 263);
    assertThat(interval.low()).isCloseTo(0.2553, within(0.0001));
    assertThat(interval.high()).isCloseTo(0.3662, within(0.0001));
    assertThat(Interval.wilson(30, 30).low()).isLessThan(0.9);
    assertThat(Interval.wilson(30, 30).high()).isEqualTo(1);
    assertThat(Interval.wilson(0, 0).low()).isNaN();
  }

  @Test
  void theBootstrapOfAShareIsNearlyWilsonsAndAlwaysTheSame() {
    Confusion confusion = Confusion.of(new double[] {400, 0, 100, 0, 0, 0, 0, 0, 100, 0, 400, 0});
    Interval bootstrap = confusion.interval(Confusion::accuracy);
    assertThat(bootstrap.low()).isCloseTo(confusion.accuracyInterval().low(), within(0.005));
    assertThat(bootstrap.high()).isCloseTo(confusion.accuracyInterval().high(), within(0.005));
    assertThat(confusion.interval(Confusion::accuracy)).isEqualTo(bootstrap);
  }

  /** 400 samples of 100 texts: the truth lies in the 95% interval in about 95% of them. */
  @Test
  void aMacroF1LiesInItsInterval() {
    Random random = new Random(7);
    double[] shares = {0.30, 0.05, 0.05, 0, 0.05, 0.10, 0.05, 0, 0.05, 0.05, 0.30, 0};
    double truth = Confusion.of(Arrays.stream(shares).map(s -> s * 1e6).toArray()).macroF1();
    int inside = 0;
    for (int sample = 0; sample < 400; sample++) {
      double[] cells = new double[12];
      for (int text = 0; text < 100; text++) {
        double at = random.nextDouble();
        int cell = 0;
        while (at > shares[cell]) {
          at -= shares[cell++];
        }
        cells[cell]++;
      }
      Interval interval = Confusion.of(cells).interval(Confusion::macroF1);
      inside += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    assertThat(inside).isBetween(360, 395);
  }

  @Test
  void whatIsNotSaidIsWrong() {
    Confusion confusion = new Confusion();
    Collections.nCopies(3, 1).forEach(label -> confusion.add(label, label));
    confusion.addMissing(1);
    assertThat(confusion.accuracy()).isEqualTo(0.75);
    assertThat(confusion.recall(1)).isEqualTo(0.75);
    assertThat(confusion.precision(1)).isEqualTo(1);
  }
}
