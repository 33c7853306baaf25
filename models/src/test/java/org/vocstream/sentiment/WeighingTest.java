package org.vocstream.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Two opinions on one question. */
class WeighingTest {
  private static final PolarityWeighing LINEAR_ALONE =
      new PolarityWeighing(new Weighing(1, 0, 0), new Weighing(1, 0, 0));
  private static final PolarityWeighing ENCODER_ALONE =
      new PolarityWeighing(new Weighing(0, 1, 0), new Weighing(0, 1, 0));

  @Test
  void whatCountsAloneIsLeftAsItIs() {
    Polarity linear = new Polarity(0.7, 0.1, 0.2);

    Polarity same = LINEAR_ALONE.weigh(linear, new double[] {5, -5, 0}, 0);

    assertThat(same.positive()).isCloseTo(0.7, within(1e-9));
    assertThat(same.neutral()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void logitsOfAnEncoderAreThoseOfASoftmax() {
    double sum = Math.exp(1) + Math.exp(2) + Math.exp(3);

    Polarity read = ENCODER_ALONE.weigh(new Polarity(0, 1, 0), new double[] {9, 1, 2, 3}, 1);

    assertThat(read.negative()).isCloseTo(Math.exp(1) / sum, within(1e-9));
    assertThat(read.neutral()).isCloseTo(Math.exp(2) / sum, within(1e-9));
    assertThat(read.positive()).isCloseTo(Math.exp(3) / sum, within(1e-9));
  }

  @Test
  void twoThatAreSureOfTheSameAreSurerTogether() {
    Weighing both = new Weighing(1, 1, 0);

    assertThat(both.probability(0.8, Weighing.logit(0.8))).isGreaterThan(0.9);
    assertThat(both.probability(0.8, Weighing.logit(0.2))).isCloseTo(0.5, within(1e-9));
    assertThat(both.probability(1, 0)).isLessThan(1);
  }
}
