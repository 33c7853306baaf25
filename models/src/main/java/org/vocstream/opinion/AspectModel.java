package org.vocstream.opinion;

import java.util.Arrays;
import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.Features;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.Platt;
import org.vocstream.text.Span;

/**
 * Finds which indicators a text speaks of, and in which clauses. Two linear models, which see
 * n-grams and the cues of the pack: one reads the whole text, one reads each clause together with
 * the text; a long text is read {@link Part} by part. Per indicator, {@code P(in the text) =
 * logistic(a * document + b * greatest clause + c)} and {@code P(in a clause) = Platt(clause)}; a,
 * b, c and the calibration are fitted on texts that the weights did not see. Immutable and safe for
 * several threads.
 */
public final class AspectModel {
  /** Parameter of the document model: a, b and c of each indicator in a row. */
  public static final String COMBINED = "combined";

  /** Parameter of the clause model: slope and intercept of each indicator in a row. */
  public static final String CALIBRATION = "calibration";

  /**
   * Parameter of the clause model: for each indicator, which share of the clauses with a cue of its
   * own polarity were marked with it.
   */
  public static final String CUES = "cues";

  /** Parameter of the document model: from which probability on an indicator counts as found. */
  public static final String THRESHOLD = "threshold";

  private final LinearModel document;
  private final LinearModel clause;
  private final double[] combined;
  private final Platt[] calibration;
  private final double threshold;
  private final double[] cuesRight;

  /** What the model says of a text. */
  public static final class Scores {
    private final double[][] text;
    private final double[][] clauses;

    private Scores(double[][] text, double[][] clauses) {
      this.text = text;
      this.clauses = clauses;
    }

    /** Probability that a part of the text speaks of an indicator, 0..1. */
    public double part(int part, int indicator) {
      return text[part][indicator];
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
    this.cuesRight = doubles(clause.parameter(CUES));
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

  /**
   * Scores a text part by part, and its clauses.
   *
   * @param parts as {@link Part#of} gave them for these clauses
   */
  public Scores score(
      DocumentFeatures features, List<Clause> clauses, List<Part> parts, ClauseCues cues) {
    double[][] text = new double[parts.size()][];
    double[][] each = new double[clauses.size()][];
    for (int p = 0; p < text.length; p++) {
      Part part = parts.get(p);
      int[] words = part.features(features, document.recipe(), clauses);
      double[] whole = document.logits(words);
      document.add(cues.inText(part.from(), part.to()), whole);
      double[] start =
          clause.logits(
              clause.recipe().equals(document.recipe())
                  ? words
                  : part.features(features, clause.recipe(), clauses));
      for (int i = part.from(); i < part.to(); i++) {
        each[i] = start.clone();
        clause.add(ClauseFeatures.own(clause.recipe(), features.text(), clauses.get(i)), each[i]);
        clause.add(ClauseFeatures.around(features.text(), clauses, i), each[i]);
        clause.add(cues.inClause(i), each[i]);
      }
      text[p] = combined(whole, each, part);
    }
    for (double[] logits : each) {
      for (int k = 0; k < logits.length; k++) {
        logits[k] = calibration[k].probability(logits[k]);
      }
    }
    return new Scores(text, each);
  }

  /**
   * Probability that a cue with a polarity of its own is right, 0..1: {@code f * model + (1 - f) *
   * share of such cues that were right in training}, where f is how familiar its words are. What
   * the model says of words it never met is only what it says of anything.
   *
   * @param model probability that the model gives the clause
   */
  public double ofCue(String folded, ClauseCues.Met met, int indicator, double model) {
    double familiar = familiarity(folded, met.match().span());
    return familiar * model + (1 - familiar) * cuesRight[indicator];
  }

  /** The share of the longest n-grams of a place in a text that have a weight, 0..1. */
  private double familiarity(String folded, Span place) {
    int longest = Math.min(clause.recipe().charMax(), place.length());
    FeatureRecipe recipe = new FeatureRecipe(longest, longest, 0);
    Features features = new Features(place.length());
    recipe.addCharacters(folded, place.start(), place.end(), ClauseFeatures.OWN, features);
    return clause.familiarity(features.distinct());
  }

  private double[] combined(double[] whole, double[][] each, Part part) {
    double[][] own = Arrays.copyOfRange(each, part.from(), part.to());
    double[] text = new double[whole.length];
    for (int k = 0; k < text.length; k++) {
      text[k] =
          Platt.logistic(
              combined[3 * k] * whole[k]
                  + combined[3 * k + 1] * greatest(own, k)
                  + combined[3 * k + 2]);
    }
    return text;
  }

  /** The greatest logit of an output over all clauses; low where there is no clause. */
  public static double greatest(double[][] clauses, int output) {
    double greatest = -10;
    for (double[] logits : clauses) {
      greatest = Math.max(greatest, logits[output]);
    }
    return greatest;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
