package org.vocstream.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;
import org.vocstream.linear.PatternModel;
import org.vocstream.linear.Platt;
import org.vocstream.segment.SegmentedText;
import org.vocstream.sentiment.ChannelFeatures;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Valence;

/**
 * Trains the sentiment of whole texts: sums over n-grams, and patterns beside them where the plan
 * has some. Sums may be of several sorts of n-grams, each trained by itself: words are few and each
 * tells much, characters are many and each tells little, and one cost of errors cannot suit both.
 * What each counts, and the calibration of each channel, is fitted on a tenth of the rows that none
 * has seen. Sums of all rows then take it over; patterns, which cost ten times the training, stay
 * as they are.
 *
 * @param recipe n-grams of all the sums together
 * @param sums how each sort is trained
 * @param patterns what learns patterns beside them, or none
 * @param reading how texts are read
 */
record SentimentTrainer(
    FeatureRecipe recipe, List<Sums> sums, List<PatternTrainer> patterns, Reading reading) {

  /**
   * Sums over n-grams of one sort.
   *
   * @param valence whether what words mostly tell is among their features, see {@link Valence}
   */
  record Sums(FeatureRecipe recipe, boolean valence, LinearTrainer trainer) {}

  /** A trainer with sums of one sort. */
  SentimentTrainer(
      FeatureRecipe recipe, LinearTrainer trainer, List<PatternTrainer> patterns, Reading reading) {
    this(recipe, List.of(new Sums(recipe, false, trainer)), patterns, reading);
  }

  /** The trainer of the sums, the first where there are several. */
  LinearTrainer trainer() {
    return sums.get(0).trainer();
  }

  /** How the sums are trained, for the card; several each by itself. */
  Trainer described() {
    return sums.size() == 1
        ? trainer()
        : (card, model) -> {
          trainer().describe(card, model);
          card.remove(List.of("damping", "cost", "min_rows"));
          ArrayNode sorts = card.putArray("sums");
          for (Sums s : sums) {
            sorts
                .addObject()
                .put("characters", s.recipe.charMax())
                .put("words", s.recipe.wordMax())
                .put("damping", s.trainer.damping())
                .put("cost", s.trainer.cost())
                .put("min_rows", s.trainer.minRows());
          }
          if (sums.stream().anyMatch(Sums::valence)) {
            card.put("lexicon", Valence.FILE);
          }
        };
  }

  /** One row in so many is held out. */
  private static final int HELD_OUT = 10;

  /** A channel with fewer held-out rows of a kind keeps the calibration of all. */
  private static final int LEAST_ROWS = 30;

  private static final double LEAST_WEIGHT = 0.1;

  /** What each part says of a held-out row, a 1 for the intercept, and what is true. */
  private record HeldOut(Channel channel, List<Double> inputs, boolean yes) {}

  /** Labelled texts, shuffled; the last tenth is held out. */
  private record Rows(
      List<LabelledText> texts,
      List<SegmentedText> read,
      List<Integer> labels,
      List<List<int[]>> features) {
    int size() {
      return texts.size();
    }

    int cut() {
      return SentimentTrainer.cut(size());
    }
  }

  /**
   * A held-out text and what is said of it by a model that has not seen it.
   *
   * @param read the text
   * @param logits per output, calibrated
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Unseen(LabelledText text, SegmentedText read, double[] logits) {}

  LinearModel train(String name, List<LabelledText> texts) {
    Rows rows = rows(texts);
    int cut = rows.cut();
    byte[][] matrix = Calibrated.matrix(rows.labels.subList(0, cut));
    List<LinearModel> trial = sums(name, rows, cut);
    // Each is trained by itself, so the result does not hang on the number of threads.
    List<PatternModel> learned =
        patterns.parallelStream().map(p -> p.train(rows.read.subList(0, cut), matrix)).toList();
    double[][] factors = new double[parts() + 1][Calibrated.OUTPUTS.size()];
    Map<String, float[]> parameters = new TreeMap<>();
    for (int k = 0; k < Calibrated.OUTPUTS.size(); k++) {
      List<HeldOut> heldOut = new ArrayList<>();
      for (int i = cut; i < rows.size(); i++) {
        int label = rows.labels.get(i);
        if (Calibrated.teaches(k, label)) {
          List<Double> inputs = new ArrayList<>();
          for (int j = 0; j < sums.size(); j++) {
            inputs.add(trial.get(j).logits(rows.features.get(j).get(i))[k]);
          }
          for (PatternModel pattern : learned) {
            inputs.add(pattern.add(rows.read.get(i), new double[matrix.length])[k]);
          }
          inputs.add(1.0);
          double sureness = ChannelFeatures.sureness(rows.read.get(i));
          inputs.replaceAll(x -> x * sureness);
          heldOut.add(new HeldOut(rows.texts.get(i).channel(), inputs, Calibrated.yes(k, label)));
        }
      }
      weigh(heldOut, k, factors);
      calibrate(heldOut, k, factors, parameters);
    }
    if (sums.stream().anyMatch(Sums::valence)) {
      parameters.put(Valence.PARAMETER, new float[] {1});
    }
    List<PatternModel> weighed = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      weighed.add(learned.get(i).times(factors[sums.size() + i]));
    }
    LinearModel all = summed(sums(name, rows, rows.size()), factors);
    return LinearModelBuilder.with(LinearModelBuilder.with(all, parameters), weighed);
  }

  /** Sums and patterns. */
  private int parts() {
    return sums.size() + patterns.size();
  }

  /** One model of all sums, each with its factor. */
  private LinearModel summed(List<LinearModel> models, double[][] factors) {
    double[] none = new double[Calibrated.OUTPUTS.size()];
    LinearModel sum = LinearModelBuilder.moved(models.get(0), factors[0], factors[parts()]);
    for (int j = 1; j < models.size(); j++) {
      sum =
          LinearModelBuilder.sum(
              recipe, sum, LinearModelBuilder.moved(models.get(j), factors[j], none));
    }
    return sum;
  }

  /**
   * What a trained model would say of the held-out tenth, had its sums not seen it: sums are
   * trained without it, and its patterns never saw it.
   *
   * @param model as {@link #train} made it of the same texts
   */
  List<Unseen> unseen(LinearModel model, List<LabelledText> texts) {
    Rows rows = rows(texts);
    List<LinearModel> trial = sums(model.name(), rows, rows.cut());
    int outputs = Calibrated.OUTPUTS.size();
    List<Unseen> unseen = new ArrayList<>();
    for (int i = rows.cut(); i < rows.size(); i++) {
      unseen.add(new Unseen(rows.texts.get(i), rows.read.get(i), new double[outputs]));
    }
    // Each sort of sums, all patterns as the model weighs them, and the intercept.
    double[][] factors = new double[trial.size() + 2][outputs];
    for (int k = 0; k < outputs; k++) {
      List<HeldOut> all = new ArrayList<>();
      List<HeldOut> taught = new ArrayList<>();
      for (int i = rows.cut(); i < rows.size(); i++) {
        SegmentedText read = rows.read.get(i);
        double[] patterns = new double[outputs];
        model.patterns().forEach(p -> p.add(read, patterns));
        double sureness = ChannelFeatures.sureness(read);
        List<Double> inputs = new ArrayList<>();
        for (int j = 0; j < trial.size(); j++) {
          inputs.add(trial.get(j).logits(rows.features.get(j).get(i))[k] * sureness);
        }
        inputs.add(patterns[k] * sureness);
        inputs.add(sureness);
        HeldOut row =
            new HeldOut(rows.texts.get(i).channel(), inputs, Calibrated.yes(k, rows.labels.get(i)));
        all.add(row);
        if (Calibrated.teaches(k, rows.labels.get(i))) {
          taught.add(row);
        }
      }
      weigh(taught, k, factors);
      for (int i = 0; i < all.size(); i++) {
        unseen.get(i).logits[k] = logit(all.get(i), k, factors);
      }
    }
    LinearSentimentModel lines = new LinearSentimentModel(model);
    return unseen.stream()
        .map(u -> new Unseen(u.text, u.read, lines.calibrated(u.logits, u.text.channel())))
        .toList();
  }

  /** The labelled ones of some texts, shuffled. */
  static List<LabelledText> shuffled(List<LabelledText> texts, long seed) {
    return Shuffle.of(texts, seed).stream().filter(t -> t.label() != null).toList();
  }

  /** Where the tenth that is held out begins. */
  static int cut(int size) {
    return size - size / HELD_OUT;
  }

  private Rows rows(List<LabelledText> texts) {
    List<LabelledText> rows = shuffled(texts, trainer().seed());
    List<SegmentedText> read = rows.stream().map(t -> reading.read(t.text())).toList();
    List<List<int[]>> features =
        sums.stream()
            .map(
                s ->
                    IntStream.range(0, rows.size())
                        .mapToObj(
                            i ->
                                ChannelFeatures.of(
                                    new DocumentFeatures(read.get(i)),
                                    s.recipe,
                                    s.valence,
                                    rows.get(i).channel()))
                        .toList())
            .toList();
    return new Rows(rows, read, rows.stream().map(LabelledText::label).toList(), features);
  }

  /** The sums of the first rows, each sort by itself. */
  private List<LinearModel> sums(String name, Rows rows, int to) {
    byte[][] matrix = Calibrated.matrix(rows.labels.subList(0, to));
    List<LinearModel> models = new ArrayList<>();
    for (int j = 0; j < sums.size(); j++) {
      models.add(
          sums.get(j)
              .trainer
              .train(
                  name,
                  sums.get(j).recipe,
                  Calibrated.OUTPUTS,
                  rows.features.get(j).subList(0, to),
                  matrix));
    }
    return models;
  }

  /** What each part counts, and at last the intercept, so that the logits fit all channels. */
  private static void weigh(List<HeldOut> rows, int output, double[][] factors) {
    double[] asTheyAre = new double[factors.length];
    asTheyAre[0] = 1;
    double[] weights = rows.isEmpty() ? asTheyAre : Logistic.fit(inputs(rows), yes(rows));
    for (int i = 0; i < weights.length; i++) {
      // A part stands never against the others, and the sums always count, however few rows.
      double least = i == 0 ? LEAST_WEIGHT : i < weights.length - 1 ? 0 : weights[i];
      factors[i][output] = Math.max(least, weights[i]);
    }
  }

  private static void calibrate(
      List<HeldOut> rows, int output, double[][] factors, Map<String, float[]> parameters) {
    String name = Calibrated.OUTPUTS.get(output);
    parameters.put(name, platt(rows, output, factors).toParameter());
    for (Channel channel : Channel.values()) {
      List<HeldOut> own = rows.stream().filter(j -> j.channel == channel).toList();
      long yes = own.stream().filter(HeldOut::yes).count();
      if (yes >= LEAST_ROWS && own.size() - yes >= LEAST_ROWS) {
        parameters.put(
            LinearSentimentModel.parameter(name, channel),
            platt(own, output, factors).toParameter());
      }
    }
  }

  private static Platt platt(List<HeldOut> rows, int output, double[][] factors) {
    double[] logits = new double[rows.size()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = logit(rows.get(i), output, factors);
    }
    return Platt.fit(logits, yes(rows));
  }

  private static double logit(HeldOut row, int output, double[][] factors) {
    double logit = 0;
    for (int part = 0; part < factors.length; part++) {
      logit += factors[part][output] * row.inputs.get(part);
    }
    return logit;
  }

  private static double[][] inputs(List<HeldOut> rows) {
    return rows.stream()
        .map(r -> r.inputs.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  private static boolean[] yes(List<HeldOut> rows) {
    boolean[] yes = new boolean[rows.size()];
    for (int i = 0; i < yes.length; i++) {
      yes[i] = rows.get(i).yes;
    }
    return yes;
  }
}
