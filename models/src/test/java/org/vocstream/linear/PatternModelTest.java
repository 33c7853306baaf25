package org.vocstream.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.segment.SegmentedText;
import org.vocstream.segment.Token;
import org.vocstream.text.TextPreparer;

class PatternModelTest {
  private static final SegmentedText GOOD_THEN_NOT = text("好", "不");
  private static final SegmentedText NOT_THEN_GOOD = text("不", "好");

  /** One pattern of two words, which 不 begins and 好 ends, and of which one output knows. */
  private final PatternModel model = new PatternModel(weights(1));

  @Test
  void aPatternFitsWhereItsWordsStandInOrder() {
    assertThat(model.add(NOT_THEN_GOOD, new double[] {0})[0]).isEqualTo(0.5 - 2 * 2, within(1e-6));
    assertThat(model.add(GOOD_THEN_NOT, new double[] {0})[0]).isEqualTo(0.5 - 2 * 1, within(1e-6));
  }

  @Test
  void countsTheBestFitOnceHoweverOftenItIsThere() {
    assertThat(model.add(text("不", "好", "不", "好", "不", "好"), new double[] {1})[0])
        .isEqualTo(1 + 0.5 - 2 * 2, within(1e-6));
  }

  @Test
  void whatItDoesNotKnowAndNothingAtAllWeighNothing() {
    assertThat(model.add(text("快"), new double[] {0})[0]).isEqualTo(0.5, within(1e-6));
    assertThat(model.add(text(), new double[] {0})[0]).isEqualTo(0.5, within(1e-6));
  }

  @Test
  void greatWeightsFitLessExactlyButDoNotOverflow() {
    PatternModel great = new PatternModel(weights(30));

    assertThat(great.add(NOT_THEN_GOOD, new double[] {0})[0])
        .isEqualTo(0.5 - 2 * (2 * 30), within(0.01));
  }

  @Test
  void standsInTheFileOfItsModel() {
    LinearModel whole =
        LinearModelBuilder.with(
            LinearModelBuilder.build(
                "small",
                new FeatureRecipe(1, 1, 0),
                List.of("positive"),
                Map.of(),
                new double[] {0.25},
                new int[] {3},
                new double[][] {{1}},
                1),
            List.of(model.times(new double[] {2})));

    byte[] bytes = LinearModelFile.write(whole);
    LinearModel read = LinearModelFile.read(bytes, "small.vocl");

    assertThat(read.patterns().get(0).add(NOT_THEN_GOOD, read.logits(new int[0]))[0])
        .isEqualTo(0.25 + 2 * (0.5 - 2 * 2), within(1e-6));
    assertThat(LinearModelFile.write(read)).isEqualTo(bytes);
    assertThat(bytes).hasSizeLessThan(400);
  }

  private static PatternWeights weights(float great) {
    int not = PatternModel.units(text("不"), PatternShape.Unit.WORD)[0];
    int good = PatternModel.units(text("好"), PatternShape.Unit.WORD)[0];
    int[] units = {Math.min(not, good), Math.max(not, good)};
    byte[] rows = new byte[4 * 4];
    rows[(2 + Arrays.binarySearch(units, not)) * 4] = 127;
    rows[(2 + Arrays.binarySearch(units, good)) * 4 + 1] = 127;
    float[] scales = {0, 0, great / 127f, great / 127f};
    float[] places = {1, 0, 0, 0, 0, 1, 0, 0};
    return new PatternWeights(
        new PatternShape(PatternShape.Unit.WORD, 2, 2, 1, 4),
        units,
        scales,
        rows,
        places,
        new float[] {0},
        new float[][] {{-2}},
        new float[] {0.5f});
  }

  private static SegmentedText text(String... words) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (String word : words) {
      tokens.add(new Token(word, at, at + word.length(), "x"));
      at += word.length();
    }
    return new SegmentedText(new TextPreparer().prepare(String.join("", words)), tokens);
  }
}
