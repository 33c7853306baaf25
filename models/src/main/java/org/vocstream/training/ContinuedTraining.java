package org.vocstream.training;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.sentiment.ChannelFeatures;
import org.vocstream.text.Language;

/**
 * Teaches the sentiment models corrections without the data they were trained on: weights are added
 * to theirs, as little as fits the corrections. It is the logistic regression of {@link
 * LinearTrainer} with a Gaussian prior around the weights of today instead of around nothing, a
 * wider one where the model has no weight yet: new words give way before known ones do. What the
 * corrections do not touch stays as it is, calibration included. Stateless.
 */
public final class ContinuedTraining {
  /** How much an error on a correction weighs against change (liblinear's C). */
  private static final double COST = 1;

  /** Standard deviation of the prior of a feature without a weight, where that of others is 1. */
  private static final double NEW = 4;

  private ContinuedTraining() {}

  /**
   * Writes the models that learnt something, with their cards, into a folder for {@code --models}.
   *
   * @param corrections labelled JSON lines or corrected scoring output
   * @param models the models of today
   * @throws IllegalArgumentException where a line cannot be used, or none says anything of a whole
   *     text
   */
  public static void train(
      Path corrections, ModelFolder models, Path out, LocalDate date, Consumer<String> progress) {
    Reading reading = Training.reading();
    Map<String, List<LabelledText>> byModel = new LinkedHashMap<>();
    List<LabelledText> rows = LabelledFile.read(corrections, Channel.REVIEW).rows();
    for (LabelledText row : rows) {
      if (row.label() != null) {
        Language language = reading.read(row.text()).text().language();
        byModel
            .computeIfAbsent(
                language == Language.EN ? "sentiment-en" : "sentiment-zh", m -> new ArrayList<>())
            .add(row);
      }
    }
    if (byModel.isEmpty()) {
      throw new IllegalArgumentException(
          corrections
              + " has opinions on indicators only; these are learnt together with the labelled data: name its folder with --data");
    }
    byModel.forEach(
        (name, texts) -> {
          LinearModel model = taught(models.model(name), texts, reading);
          ObjectNode change = JsonNodeFactory.instance.objectNode();
          change.put("date", date.toString()).put("texts", texts.size()).put("cost", COST);
          change.put("corrections_sha256", Corpus.digest(corrections));
          ModelFolder.write(
              out, model, ModelCard.amended(models.card(name), model, "corrected", change));
          progress.accept("%s: taught %,d corrections".formatted(name, texts.size()));
        });
    long left = rows.stream().filter(r -> r.label() == null).count();
    if (left > 0) {
      progress.accept(
          "%,d corrections of indicators alone were not learnt: that takes the labelled data, --data"
              .formatted(left));
    }
  }

  /** The model with the least change under which it fits these texts. */
  static LinearModel taught(LinearModel model, List<LabelledText> texts, Reading reading) {
    List<int[]> features = new ArrayList<>();
    List<double[]> logits = new ArrayList<>();
    TreeSet<Integer> met = new TreeSet<>();
    for (LabelledText text : texts) {
      DocumentFeatures whole = new DocumentFeatures(reading.read(text.text()));
      int[] found = ChannelFeatures.of(whole, model, text.channel());
      features.add(found);
      logits.add(ChannelFeatures.logits(model, whole, text.channel()));
      Arrays.stream(found).map(LinearModelBuilder::bucket).forEach(met::add);
    }
    int[] buckets = met.stream().mapToInt(Integer::intValue).toArray();
    int[][] rows = new int[texts.size()][];
    for (int i = 0; i < rows.length; i++) {
      int[] places =
          Arrays.stream(features.get(i))
              .map(f -> Arrays.binarySearch(buckets, LinearModelBuilder.bucket(f)))
              .distinct()
              .toArray();
      rows[i] = Arrays.copyOf(places, places.length + 1);
      rows[i][places.length] = buckets.length;
    }
    double[] values = new double[buckets.length + 1];
    Arrays.fill(values, NEW);
    values[buckets.length] = 1;
    for (int[] found : features) {
      for (int feature : found) {
        if (model.knows(feature)) {
          values[Arrays.binarySearch(buckets, LinearModelBuilder.bucket(feature))] = 1;
        }
      }
    }
    byte[][] labels = Calibrated.matrix(texts.stream().map(LabelledText::label).toList());
    double[][] more = new double[labels.length][];
    double[] biases = new double[labels.length];
    for (int k = 0; k < labels.length; k++) {
      int output = k;
      double[] offsets = logits.stream().mapToDouble(l -> l[output]).toArray();
      more[k] = new LogisticSolver(COST, TrainingPlan.SEED).solve(rows, labels[k], values, offsets);
      Arrays.setAll(more[k], i -> more[output][i] * values[i]);
      biases[k] = more[k][buckets.length];
    }
    return LinearModelBuilder.plus(model, buckets, more, biases);
  }
}
