package org.vocstream.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EmotionCurveTest {
  @Test
  void theWorkedExampleHolds() {
    EmotionCurve curve =
        new EmotionCurve(
            List.of(
                EmotionCurve.Point.of(-0.8, "我的快递已经等了整整十天了还没有到啊"),
                EmotionCurve.Point.of(0.1, "嗯。"),
                EmotionCurve.Point.of(0.6, "好的太好了谢谢你们了")));

    assertThat(curve.mean()).isCloseTo(-0.19 / 2.1, within(1e-9));
    assertThat(curve.peak()).isEqualTo(-0.8);
    assertThat(curve.end()).isEqualTo(0.6);
    assertThat(curve.slope()).isCloseTo(1.4, within(1e-9));
  }

  @Test
  void aTinyTurnIsNoPeak() {
    assertThat(
            new EmotionCurve(
                    List.of(new EmotionCurve.Point(-0.9, 0.1), new EmotionCurve.Point(-0.5, 1)))
                .peak())
        .isEqualTo(-0.5);
  }

  @Test
  void withoutTurnsThereIsNothingToTellAndOfOneNoSlope() {
    EmotionCurve none = new EmotionCurve(List.of());
    assertThat(none.mean()).isNull();
    assertThat(none.peak()).isNull();
    assertThat(none.end()).isNull();
    assertThat(none.slope()).isNull();
    assertThat(new EmotionCurve(List.of(new EmotionCurve.Point(1, 1))).slope()).isNull();
  }

  @Property
  void aCurveThatOnlyRisesHasNoNegativeSlopeAndAllStaysInRange(
      @ForAll @Size(min = 2, max = 60) List<@DoubleRange(min = -1, max = 1) Double> scores) {
    List<Double> rising = new ArrayList<>(scores);
    rising.sort(null);
    EmotionCurve curve =
        new EmotionCurve(rising.stream().map(s -> new EmotionCurve.Point(s, 1)).toList());

    assertThat(curve.slope()).isBetween(-1e-9, 2.0);
    assertThat(curve.mean()).isBetween(-1.0, 1.0);
  }
}
