package org.vocstream.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vocstream.call.TurnModel;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;
import org.vocstream.segment.SegmentedText;

/**
 * Trains the satisfaction at a turn. The lines to probabilities and the leaning are fitted on what
 * models that had not seen a dialogue say of it, in folds by dialogue; the weights are then learnt
 * from all.
 *
 * @param recipe n-grams of a turn
 * @param trainer of their weights
 * @param patterns what learns patterns beside them, or none
 */
record TurnTrainer(FeatureRecipe recipe, LinearTrainer trainer, List<PatternTrainer> patterns) {
  private static final double PULL = 10;

  /** Labelled turns. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Rows(List<SegmentedText> texts, List<int[]> features, int[] labels, int[] folds) {
    Rows where(IntPredicate kept) {
      int[] at = IntStream.range(0, labels.length).filter(kept).toArray();
      return new Rows(
          IntStream.of(at).mapToObj(texts::get).toList(),
          IntStream.of(at).mapToObj(features::get).toList(),
          IntStream.of(at).map(i -> labels[i]).toArray(),
          IntStream.of(at).map(i -> folds[i]).toArray());
    }
  }

  /** The model of the labelled turns of these dialogues. */
  LinearModel train(String name, List<Dialogue> dialogues) {
    Rows rows = rows(dialogues);
    double[][] inputs = new double[rows.labels.length][];
    for (int fold = 0; fold < Dialogues.FOLDS; fold++) {
      int out = fold;
      if (IntStream.of(rows.folds).noneMatch(f -> f == out)) {
        continue;
      }
      LinearModel unseeing = weights(name, rows.where(i -> rows.folds[i] != out));
      for (int i = 0; i < inputs.length; i++) {
        if (rows.folds[i] == fold) {
          inputs[i] = TurnModel.inputs(unseeing, rows.texts.get(i));
        }
      }
    }
    float[] lines = Softmax.fit(inputs, rows.labels, PULL);
    double[][] logs = new double[inputs.length][];
    for (int i = 0; i < inputs.length; i++) {
      logs[i] = TurnModel.logs(inputs[i], lines);
    }
    return LinearModelBuilder.withAlso(
        weights(name, rows),
        Map.of(TurnModel.LINES, lines, TurnModel.LEANING, Softmax.leaning(logs, rows.labels)));
  }

  private LinearModel weights(String name, Rows rows) {
    byte[][] matrix = new byte[TurnModel.OUTPUTS.size()][rows.labels.length];
    for (int k = 0; k < matrix.length; k++) {
      for (int i = 0; i < rows.labels.length; i++) {
        matrix[k][i] = (byte) (rows.labels[i] + 1 == k ? 1 : -1);
      }
    }
    LinearModel sums = trainer.train(name, recipe, TurnModel.OUTPUTS, rows.features, matrix);
    return patterns.isEmpty()
        ? sums
        : LinearModelBuilder.with(
            sums, patterns.stream().map(p -> p.train(rows.texts, matrix)).toList());
  }

  private Rows rows(List<Dialogue> dialogues) {
    List<SegmentedText> texts = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<Integer> folds = new ArrayList<>();
    for (Dialogue dialogue : dialogues) {
      for (int i = 0; i < dialogue.turns().size(); i++) {
        if (dialogue.labels().get(i) != null) {
          texts.add(dialogue.turns().get(i).text());
          labels.add(dialogue.labels().get(i));
          folds.add(Dialogues.fold(dialogue));
        }
      }
    }
    return new Rows(
        texts,
        texts.stream().map(t -> TurnModel.features(recipe, t)).toList(),
        labels.stream().mapToInt(Integer::intValue).toArray(),
        folds.stream().mapToInt(Integer::intValue).toArray());
  }
}
