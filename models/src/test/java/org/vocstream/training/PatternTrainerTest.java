package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;
import org.vocstream.linear.LinearModelFile;
import org.vocstream.linear.PatternModel;
import org.vocstream.linear.PatternShape;
import org.vocstream.segment.SegmentedText;

class PatternTrainerTest {
  private static final Reading READING = Training.reading();
  private static final PatternTrainer TRAINER =
      new PatternTrainer(
          new PatternShape(PatternShape.Unit.CHARACTER, 2, 2, 16, 16), 2, 20, 0.02, 7);

  /** Sums of single characters cannot tell these apart: only the order differs. */
  private static final List<String> THINGS = List.of("猫狗", "鱼鸟", "山水", "花草");

  private final List<SegmentedText> texts = new ArrayList<>();
  private final byte[][] labels = new byte[1][400];

  PatternTrainerTest() {
    for (int i = 0; i < 400; i++) {
      String thing = THINGS.get(i / 2 % 4);
      boolean yes = i % 2 == 0;
      texts.add(READING.read(thing.charAt(0) + (yes ? "甲乙" : "乙甲") + thing.charAt(1)));
      labels[0][i] = (byte) (yes ? 1 : -1);
    }
  }

  @Test
  void learnsInWhichOrderCharactersStand() {
    PatternModel model = TRAINER.train(texts, labels);

    assertThat(model.add(READING.read("树甲乙木"), new double[1])[0]).isPositive();
    assertThat(model.add(READING.read("树乙甲木"), new double[1])[0]).isNegative();
  }

  @Test
  void theSameTextsGiveTheSameModel() {
    assertThat(bytes(TRAINER.train(texts, labels))).isEqualTo(bytes(TRAINER.train(texts, labels)));
  }

  private static byte[] bytes(PatternModel model) {
    LinearModel empty =
        LinearModelBuilder.build(
            "empty",
            new FeatureRecipe(1, 1, 0),
            List.of("yes"),
            Map.of(),
            new double[] {0},
            new int[0],
            new double[1][0],
            0);
    return LinearModelFile.write(LinearModelBuilder.with(empty, List.of(model)));
  }
}
