package org.vocstream.training;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.linear.Platt;
import org.vocstream.opinion.AspectModel;

/**
 * What an {@link AspectModel} needs beside its weights, fitted on texts that the weights did not
 * see. Not thread-safe.
 */
final class AspectFit {
  /** Share of the texts of the training data that count as unfamiliar. */
  private static final double UNFAMILIAR = 0.03;

  private final int width;
  private final boolean others;
  private final List<double[]> clauses = new ArrayList<>();
  private final List<byte[]> clauseLabels = new ArrayList<>();
  private final List<double[]> wholes = new ArrayList<>();
  private final List<double[]> greatest = new ArrayList<>();
  private final List<Double> familiarities = new ArrayList<>();
  private final List<byte[]> labels = new ArrayList<>();

  /** A fit for so many indicators. */
  AspectFit(int width) {
    this(width, false);
  }

  /**
   * A fit for so many indicators.
   *
   * @param others whether the likeliest of the others counts beside each
   */
  AspectFit(int width, boolean others) {
    this.width = width;
    this.others = others;
  }

  /** Adds the logits of a clause; labels are 1 yes, -1 no, 0 unknown. */
  void addClause(double[] logits, byte[] marked) {
    clauses.add(logits);
    clauseLabels.add(marked);
  }

  /** Adds the logits of a text and of its clauses. */
  void addText(double[] whole, double[][] each, double familiarity, byte[] marked) {
    double[] most = new double[width];
    for (int k = 0; k < width; k++) {
      most[k] = AspectModel.greatest(each, k);
    }
    wholes.add(whole);
    greatest.add(most);
    familiarities.add(familiarity);
    labels.add(marked);
  }

  /** {@link AspectModel#FAMILIAR}: what all but a few of the texts reach. */
  float familiar() {
    double[] sorted = familiarities.stream().mapToDouble(f -> f).sorted().toArray();
    return (float) sorted[(int) (UNFAMILIAR * sorted.length)];
  }

  /** {@link AspectModel#CALIBRATION}. */
  float[] calibration() {
    float[] lines = new float[2 * width];
    for (int k = 0; k < width; k++) {
      List<Integer> known = new ArrayList<>();
      for (int i = 0; i < clauses.size(); i++) {
        if (clauseLabels.get(i)[k] != 0) {
          known.add(i);
        }
      }
      double[] logits = new double[known.size()];
      boolean[] yes = new boolean[logits.length];
      for (int i = 0; i < yes.length; i++) {
        logits[i] = clauses.get(known.get(i))[k];
        yes[i] = clauseLabels.get(known.get(i))[k] > 0;
      }
      Platt line = Platt.fit(logits, yes);
      lines[2 * k] = (float) line.slope();
      lines[2 * k + 1] = (float) line.intercept();
    }
    return lines;
  }

  /** {@link AspectModel#COMBINED}. */
  float[] combined() {
    int each = others ? 4 : 3;
    float[] combined = new float[each * width];
    for (int k = 0; k < width; k++) {
      double[][] inputs = new double[wholes.size()][];
      boolean[] yes = new boolean[inputs.length];
      for (int i = 0; i < inputs.length; i++) {
        double[] whole = wholes.get(i);
        double most = greatest.get(i)[k];
        inputs[i] =
            others
                ? new double[] {whole[k], most, 1, AspectModel.other(whole, k)}
                : new double[] {whole[k], most, 1};
        yes[i] = labels.get(i)[k] > 0;
      }
      double[] fitted = Logistic.fit(inputs, yes);
      for (int j = 0; j < each; j++) {
        combined[each * k + j] = (float) fitted[j];
      }
    }
    return combined;
  }

  /**
   * {@link AspectModel#THRESHOLD}: the two with the greatest micro-F1 over all texts and
   * indicators, in steps of 0.01; the second is at most the first.
   */
  float[] thresholds(float[] combined) {
    double[][] probabilities = new double[wholes.size()][width];
    for (int i = 0; i < probabilities.length; i++) {
      for (int k = 0; k < width; k++) {
        probabilities[i][k] =
            AspectModel.probability(combined, k, wholes.get(i), greatest.get(i)[k]);
      }
    }
    return thresholds(probabilities, labels);
  }

  /**
   * The two thresholds for these probabilities.
   *
   * @param probabilities per text, per indicator
   * @param labels per text, per indicator: 1 yes, else no
   */
  static float[] thresholds(double[][] probabilities, List<byte[]> labels) {
    double best = -1;
    float[] thresholds = new float[2];
    for (int t = 5; t <= 95; t++) {
      // Texts in which nothing reaches t, by the probability of their likeliest indicator.
      int[] found = new int[t + 1];
      int[] right = new int[t + 1];
      int marked = 0;
      int all = 0;
      int good = 0;
      for (int i = 0; i < probabilities.length; i++) {
        int likeliest = 0;
        for (int k = 0; k < probabilities[i].length; k++) {
          int yes = labels.get(i)[k] > 0 ? 1 : 0;
          marked += yes;
          if (probabilities[i][k] >= t / 100.0) {
            all++;
            good += yes;
          }
          likeliest = probabilities[i][k] > probabilities[i][likeliest] ? k : likeliest;
        }
        int step = (int) (probabilities[i][likeliest] * 100);
        if (step < t) {
          found[step]++;
          right[step] += labels.get(i)[likeliest] > 0 ? 1 : 0;
        }
      }
      for (int u = t; u >= 0; u--) {
        all += found[u];
        good += right[u];
        double f1 = 2.0 * good / Math.max(1, all + marked);
        if (f1 > best) {
          best = f1;
          thresholds = new float[] {t / 100f, u / 100f};
        }
      }
    }
    return thresholds;
  }
}
