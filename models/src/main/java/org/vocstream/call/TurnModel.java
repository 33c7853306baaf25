package org.vocstream.call;

import java.util.List;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.Features;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.PatternModel;
import org.vocstream.segment.SegmentedText;
import org.vocstream.sentiment.Polarity;

/**
 * How satisfied a customer is at a turn, by its own words. Three linear outputs, dissatisfied,
 * neither and satisfied, become probabilities by a softmax over lines fitted on dialogues that they
 * had not seen. The label is the likeliest of the three, where dissatisfied and satisfied count
 * more than their probability: they are rarer than neither, and to miss one is worse than to
 * suspect one. Immutable and safe for several threads.
 */
public final class TurnModel {
  /** The outputs, in order of -1, 0 and 1. */
  public static final List<String> OUTPUTS = List.of("dissatisfied", "neither", "satisfied");

  /** Parameter of the lines: per class a weight for each output and each pattern, and a start. */
  public static final String LINES = "lines";

  /** Parameter with what is added to the log-probability of each class before one is chosen. */
  public static final String LEANING = "leaning";

  private static final char EDGE = '\u0002';
  private static final int FIELD = 230;

  private final LinearModel model;
  private final float[] lines;
  private final float[] leaning;

  /** A model over these weights, with outputs {@link #OUTPUTS}. */
  public TurnModel(LinearModel model) {
    this.model = model;
    this.lines = model.parameter(LINES);
    this.leaning = model.parameter(LEANING);
  }

  /** Satisfaction at a turn that has words. */
  public Satisfaction score(SegmentedText turn) {
    return satisfaction(polarity(turn));
  }

  /** Probabilities of satisfied, neither and dissatisfied at a turn that has words. */
  Polarity polarity(SegmentedText turn) {
    double[] logs = logs(inputs(model, turn), lines);
    return new Polarity(Math.exp(logs[2]), Math.exp(logs[1]), Math.exp(logs[0]));
  }

  /** What such probabilities say. */
  Satisfaction satisfaction(Polarity polarity) {
    double low = polarity.negative() * Math.exp(leaning[0]);
    double even = polarity.neutral() * Math.exp(leaning[1]);
    double high = polarity.positive() * Math.exp(leaning[2]);
    int label = low > even && low >= high ? -1 : high > even ? 1 : 0;
    return new Satisfaction(label, polarity.score());
  }

  /** What outputs and patterns say of a turn, in order. */
  public static double[] inputs(LinearModel model, SegmentedText turn) {
    int width = OUTPUTS.size();
    double[] inputs = new double[width * (1 + model.patterns().size())];
    System.arraycopy(model.logits(features(model.recipe(), turn)), 0, inputs, 0, width);
    for (int p = 0; p < model.patterns().size(); p++) {
      PatternModel pattern = model.patterns().get(p);
      System.arraycopy(pattern.add(turn, new double[width]), 0, inputs, width * (p + 1), width);
    }
    return inputs;
  }

  /** Logarithms of the probabilities of the three classes. */
  public static double[] logs(double[] inputs, float[] lines) {
    double[] logs = new double[OUTPUTS.size()];
    int row = inputs.length + 1;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < logs.length; k++) {
      logs[k] = lines[k * row + inputs.length];
      for (int i = 0; i < inputs.length; i++) {
        logs[k] += lines[k * row + i] * inputs[i];
      }
      greatest = Math.max(greatest, logs[k]);
    }
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log - greatest);
    }
    for (int k = 0; k < logs.length; k++) {
      logs[k] -= greatest + Math.log(sum);
    }
    return logs;
  }

  /** The distinct features of a turn: n-grams that know where it begins and ends, and words. */
  public static int[] features(FeatureRecipe recipe, SegmentedText turn) {
    String edged = EDGE + turn.folded() + EDGE;
    Features features = new Features(edged.length() * (recipe.charMax() + recipe.wordMax()));
    recipe.addCharacters(edged, 0, edged.length(), FIELD, features);
    recipe.addWords(turn.words(), 0, turn.words().size(), FIELD, features);
    return features.distinct();
  }
}
