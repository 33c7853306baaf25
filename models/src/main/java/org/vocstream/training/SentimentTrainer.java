package org.vocstream.training;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;

/**
 * Trains the sentiment of whole texts: one model on nine tenths of the rows, whose calibration is
 * fitted on the last tenth, then the same on all rows, which takes that calibration over.
 */
final class SentimentTrainer {
  private final FeatureRecipe recipe;
  private final LinearTrainer trainer;
  private final Reading reading;

  SentimentTrainer(FeatureRecipe recipe, LinearTrainer trainer, Reading reading) {
    this.recipe = recipe;
    this.trainer = trainer;
    this.reading = reading;
  }

  LinearModel train(String name, List<LabelledText> texts) {
    List<int[]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (LabelledText text : Shuffle.of(texts, trainer.seed())) {
      if (text.label() != null) {
        rows.add(new DocumentFeatures(reading.read(text.text())).of(recipe));
        labels.add(text.label());
      }
    }
    return Calibrated.train(name, recipe, trainer, rows, labels);
  }
}
