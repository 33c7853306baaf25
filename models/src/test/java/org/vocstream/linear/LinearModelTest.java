package org.vocstream.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  private static final int GOOD = 0x10_000_000;
  private static final int BAD = 0x7F_000_000;
  private static final int UNKNOWN = 0x20_000_000;

  private final LinearModel model =
      LinearModelBuilder.build(
          "small",
          new FeatureRecipe(1, 3, 2),
          List.of("positive", "neutral"),
          Map.of("positive", new float[] {0.8f, -0.1f}),
          new double[] {0.25, -1},
          new int[] {LinearModelBuilder.bucket(GOOD), LinearModelBuilder.bucket(BAD)},
          new double[][] {{2, -4}, {0, 0.5}},
          10);

  @Test
  void addsTheWeightsOfTheFeaturesThatArePresent() {
    double[] logits = model.logits(new int[] {GOOD, UNKNOWN, BAD});

    assertThat(logits[0]).isCloseTo(0.25 + 2 - 4, offset(0.02));
    assertThat(logits[1]).isCloseTo(-0.5, offset(0.01));
    assertThat(model.logits(new int[] {UNKNOWN})).containsExactly(0.25, -1);
  }

  @Test
  void isTheSameAfterWritingAndReading() {
    byte[] bytes = LinearModelFile.write(model);
    LinearModel read = LinearModelFile.read(bytes, "small.vocl");

    assertThat(read.name()).isEqualTo("small");
    assertThat(read.recipe()).isEqualTo(new FeatureRecipe(1, 3, 2));
    assertThat(read.outputs()).containsExactly("positive", "neutral");
    assertThat(read.parameter("positive")).containsExactly(0.8f, -0.1f);
    assertThat(read.logits(new int[] {GOOD, BAD})).isEqualTo(model.logits(new int[] {GOOD, BAD}));
    assertThat(LinearModelFile.write(read)).isEqualTo(bytes);
    assertThat(read.digest()).isEqualTo(model.digest()).hasSize(64);
  }

  @Test
  void keepsTheHeaviestFeaturesOnly() {
    LinearModel pruned =
        LinearModelBuilder.build(
            "pruned",
            new FeatureRecipe(1, 3, 2),
            List.of("positive"),
            Map.of(),
            new double[] {0},
            new int[] {LinearModelBuilder.bucket(GOOD), LinearModelBuilder.bucket(BAD)},
            new double[][] {{2, -4}},
            1);

    assertThat(pruned.rows()).isEqualTo(1);
    assertThat(pruned.logits(new int[] {GOOD})).containsExactly(0);
    assertThat(pruned.logits(new int[] {BAD})[0]).isLessThan(-3.9);
  }

  @Test
  void saysWhatIsWrongWithABrokenFile() {
    byte[] whole = LinearModelFile.write(model);
    byte[] flipped = whole.clone();
    flipped[40] ^= 1;
    byte[] newer = whole.clone();
    newer[5] = 9;

    assertThatThrownBy(() -> LinearModelFile.read(flipped, "trained/a.vocl"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trained/a.vocl")
        .hasMessageContaining("cut off or damaged")
        .hasMessageContaining("scripts/voc train");
    assertThatThrownBy(() -> LinearModelFile.read(Arrays.copyOf(whole, whole.length - 3), "a.vocl"))
        .hasMessageContaining("cut off or damaged");
    assertThatThrownBy(() -> LinearModelFile.read(newer, "a.vocl"))
        .hasMessageContaining("its format is version 9, this program reads 1 to 2");
    assertThatThrownBy(() -> LinearModelFile.read(new byte[] {1, 2, 3}, "a.vocl"))
        .hasMessageContaining("it is not a model file");
    assertThatThrownBy(() -> LinearModelFile.readResource("trained/none.vocl"))
        .hasMessageContaining("no model trained/none.vocl");
  }

  @Test
  void calibrationFollowsWhatWasSeen() {
    double[] logits = new double[400];
    boolean[] yes = new boolean[400];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = i % 2 == 0 ? 3 : -3;
      // Nine in ten right: the logit says 0.95.
      yes[i] = (i % 20 < 2) != (i % 2 == 0);
    }

    Platt platt = Platt.fit(logits, yes);

    assertThat(platt.probability(3)).isBetween(0.88, 0.92);
    assertThat(platt.probability(-3)).isBetween(0.08, 0.12);
  }
}
