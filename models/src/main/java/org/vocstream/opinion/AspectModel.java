package org.vocstream.opinion;

import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.Platt;
import org.vocstream.segment.SegmentedText;

/**
 * Finds which indicators a text speaks of, and in which clauses. Two linear models: one reads the
 * whole text, one reads each clause together with the text. Per indicator, {@code P(in the text) =
 * logistic(a * document + b * greatest clause + c)} and {@code P(in a clause) = Platt(clause)}; a,
 * b, c and the calibration are fitted on texts that the weights did not see. Immutable and safe for
 * several threads.
 */
public final class AspectModel {
  /** Parameter of the document model: a, b and c of each indicator in a row. */
  public static final String COMBINED = "combined";

  /** Parameter of the clause model: slope and intercept of each indicator in a row. */
  public static final String CALIBRATION = "calibration";

  /** Parameter of the document model: from which probability on an indicator counts as found. */
  public static final String THRESHOLD = "threshold";

  private final LinearModel document;
  private final LinearModel clause;
  private final double[] combined;
  private final Platt[] calibration;
  private final double threshold;

  /** What the model says of a text. */
  public static final class Scores {
    private final double[] text;
    private final double[][] clauses;

    private Scores(double[] text, double[][] clauses) {
      this.text = text;
      this.clauses = clauses;
    }

    /** Probability that the text speaks of an indicator, 0..1. */
    public double text(int indicator) {
      return text[indicator];
    }

    /** Probability that a clause speaks of an indicator, 0..1. */
    public double clause(int clause, int indicator) {
      return clauses[clause][indicator];
    }
  }

  /** A model of these two parts, which must have the same outputs. */
  public AspectModel(LinearModel document, LinearModel clause) {
    if (!document.outputs().equals(clause.outputs())) {
      throw new IllegalArgumentException(
          "models " + document.name() + " and " + clause.name() + " know different indicators");
    }
    this.document = document;
    this.clause = clause;
    this.combined = doubles(document.parameter(COMBINED));
    this.threshold = document.parameter(THRESHOLD)[0];
    float[] lines = clause.parameter(CALIBRATION);
    this.calibration = new Platt[lines.length / 2];
    for (int k = 0; k < calibration.length; k++) {
      calibration[k] = new Platt(lines[2 * k], lines[2 * k + 1]);
    }
  }

  /** Chinese names of the indicators it knows. */
  public List<String> names() {
    return document.outputs();
  }

  /** From which probability on an indicator counts as found in a text. */
  public double threshold() {
    return threshold;
  }

  /** Scores a text and its clauses. */
  public Scores score(DocumentFeatures features, List<Clause> clauses) {
    double[] whole = document.logits(features.of(document.recipe()));
    double[][] each = clauseLogits(clause, features, clauses);
    double[] text = new double[whole.length];
    for (int k = 0; k < text.length; k++) {
      text[k] =
          Platt.logistic(
              combined[3 * k] * whole[k]
                  + combined[3 * k + 1] * greatest(each, k)
                  + combined[3 * k + 2]);
    }
    for (double[] logits : each) {
      for (int k = 0; k < logits.length; k++) {
        logits[k] = calibration[k].probability(logits[k]);
      }
    }
    return new Scores(text, each);
  }

  /** The greatest logit of an output over all clauses; low where there is no clause. */
  public static double greatest(double[][] clauses, int output) {
    double greatest = -10;
    for (double[] logits : clauses) {
      greatest = Math.max(greatest, logits[output]);
    }
    return greatest;
  }

  /** The logits of each clause, read together with the whole text. */
  public static double[][] clauseLogits(
      LinearModel model, DocumentFeatures features, List<Clause> clauses) {
    SegmentedText text = features.text();
    double[] start = model.logits(features.of(model.recipe()));
    double[][] logits = new double[clauses.size()][];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = start.clone();
      model.add(ClauseFeatures.own(model.recipe(), text, clauses.get(i)), logits[i]);
      model.add(ClauseFeatures.around(text, clauses, i), logits[i]);
    }
    return logits;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
