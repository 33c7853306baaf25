package org.vocstream.opinion;

import java.util.Arrays;
import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.Platt;

/**
 * Finds which indicators a text speaks of, and in which clauses. Two linear models, which see
 * n-grams and the cues of the pack: one reads the whole text, one reads each clause and the words
 * beside it; a long text is read {@link Part} by part. Per indicator, {@code P(in the text) =
 * logistic(a * document + b * greatest clause + c)} and {@code P(in a clause) = Platt(clause)}; a,
 * b, c and the calibration are fitted on texts that the weights did not see.
 *
 * <p>What a model says of words that it never met is only what it says of anything. So it tells how
 * familiar a text is: the share of its n-grams that have a weight. Immutable and safe for several
 * threads.
 */
public final class AspectModel {
  /** Parameter of the document model: a, b and c of each indicator in a row. */
  public static final String COMBINED = "combined";

  /** Parameter of the clause model: slope and intercept of each indicator in a row. */
  public static final String CALIBRATION = "calibration";

  /**
   * Parameter of the document model: from which probability on an indicator counts as found, and
   * from which on the likeliest of a text does where none is.
   */
  public static final String THRESHOLD = "threshold";

  /** Parameter of the document model: from which share of known n-grams on a text is familiar. */
  public static final String FAMILIAR = "familiar";

  /** Parameter of the document model: how many units are read as one. */
  public static final String PART = "part";

  /** Parameter of the document model, there where the model reads English and nothing else. */
  public static final String ENGLISH = "english";

  /** Parameter of a document model that sees each feature with the number of things told of. */
  public static final String CROWDED = "crowded";

  /** Ending of the file of the polarity, where a model has its own. */
  public static final String POLARITY = "-polarity";

  private final LinearModel document;
  private final LinearModel clause;
  private final float[] combined;
  private final Platt[] calibration;
  private final double threshold;
  private final double likeliest;
  private final double familiar;
  private final int part;
  private final boolean isCrowded;
  private final PackPolarity polarity;
  private final DeepAspects deep;

  /**
   * What the model says of a text.
   *
   * @param parts per part, per indicator: the probability that it speaks of it, 0..1
   * @param logits per clause, per indicator; most are never asked for as a probability
   * @param calibration of the logits, per indicator
   * @param familiar per part, whether its words are like those of the training data
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Scores(double[][] parts, double[][] logits, Platt[] calibration, boolean[] familiar) {
    /** The probability that a clause speaks of indicator {@code k}, 0..1. */
    double clause(int clause, int k) {
      return calibration[k].probability(logits[clause][k]);
    }
  }

  /**
   * A model of these parts; the first two must have the same outputs.
   *
   * @param polarity polarity of the texts of its pack, or null where the general one serves
   */
  public AspectModel(LinearModel document, LinearModel clause, PackPolarity polarity) {
    this(document, clause, polarity, null);
  }

  /**
   * A model of these parts with an encoder beside them.
   *
   * @param polarity polarity of the texts of its pack, or null where the general one serves
   * @param deep what the encoder reads, or null
   */
  public AspectModel(
      LinearModel document, LinearModel clause, PackPolarity polarity, DeepAspects deep) {
    if (!document.outputs().equals(clause.outputs())) {
      throw new IllegalArgumentException(
          "models " + document.name() + " and " + clause.name() + " know different indicators");
    }
    this.document = document;
    this.polarity = polarity;
    this.deep = deep;
    this.clause = clause;
    this.combined = document.parameter(COMBINED);
    this.threshold = document.parameter(THRESHOLD)[0];
    this.likeliest = document.parameter(THRESHOLD)[1];
    this.familiar = document.parameter(FAMILIAR)[0];
    this.part = (int) document.parameter(PART)[0];
    this.isCrowded = document.has(CROWDED);
    float[] lines = clause.parameter(CALIBRATION);
    this.calibration = new Platt[lines.length / 2];
    for (int k = 0; k < calibration.length; k++) {
      calibration[k] = new Platt(lines[2 * k], lines[2 * k + 1]);
    }
  }

  /** Whether it reads English texts, and no others. */
  boolean isEnglish() {
    return document.has(ENGLISH);
  }

  /** Names of the indicators it knows, see {@link Topics#named}. */
  public List<String> names() {
    return document.outputs();
  }

  /** Polarity of the texts of its pack, or null where the general one serves. */
  PackPolarity polarity() {
    return polarity;
  }

  /** What an encoder reads beside it, or null. */
  DeepAspects deep() {
    return deep;
  }

  /** From which probability on an indicator counts as found in a text. */
  double threshold() {
    return deep == null ? threshold : deep.threshold();
  }

  /** From which probability on the likeliest indicator of a text counts where none is found. */
  double likeliest() {
    return deep == null ? likeliest : deep.likeliest();
  }

  /** The parts in which it reads a text. */
  List<Part> parts(List<Clause> clauses) {
    return Part.of(clauses, part);
  }

  /**
   * Scores a text part by part, and its clauses.
   *
   * @param parts as {@link #parts} gave them for these clauses
   */
  Scores score(DocumentFeatures features, List<Clause> clauses, List<Part> parts, ClauseCues cues) {
    double[][] text = new double[parts.size()][];
    double[][] each = new double[clauses.size()][];
    boolean[] known = new boolean[parts.size()];
    for (int p = 0; p < text.length; p++) {
      Part at = parts.get(p);
      int[] words = at.features(features, document.recipe(), clauses);
      double[] whole = document.start();
      known[p] = LinearModel.familiarity(words, document.addKnown(words, whole)) >= familiar;
      int[] told = cues.inText(at.from(), at.to());
      document.add(told, whole);
      if (isCrowded) {
        document.add(cues.crowded(words, at), whole);
        document.add(cues.crowded(told, at), whole);
      }
      for (int i = at.from(); i < at.to(); i++) {
        each[i] = clause.logits(ClauseFeatures.own(clause.recipe(), features, clauses.get(i)));
        clause.add(ClauseFeatures.around(features.text(), clauses, i), each[i]);
        clause.add(cues.inClause(i), each[i]);
      }
      double[][] own = Arrays.copyOfRange(each, at.from(), at.to());
      text[p] = new double[whole.length];
      for (int k = 0; k < whole.length; k++) {
        text[p][k] = probability(combined, k, whole, greatest(own, k));
      }
      if (deep != null) {
        double[] read = deep.logits(features, clauses, at);
        for (int k = 0; k < whole.length; k++) {
          text[p][k] = deep.found(k, text[p][k], read);
        }
      }
    }
    return new Scores(text, each, calibration, known);
  }

  /**
   * The probability of indicator {@code k}.
   *
   * @param combined a, b and c of each indicator in a row, or a, b, c and d: how much the likeliest
   *     of the others counts
   * @param whole logit of each indicator in the text as a whole
   * @param greatest greatest logit of this one in a clause
   */
  public static double probability(float[] combined, int k, double[] whole, double greatest) {
    int each = combined.length / whole.length;
    double logit =
        combined[each * k] * whole[k] + combined[each * k + 1] * greatest + combined[each * k + 2];
    return Platt.logistic(each == 3 ? logit : logit + combined[each * k + 3] * other(whole, k));
  }

  /** The greatest logit of another indicator. */
  public static double other(double[] whole, int k) {
    double other = -10;
    for (int i = 0; i < whole.length; i++) {
      other = i == k ? other : Math.max(other, whole[i]);
    }
    return other;
  }

  /** The greatest logit of an output over all clauses; low where there is no clause. */
  public static double greatest(double[][] clauses, int output) {
    double greatest = -10;
    for (double[] logits : clauses) {
      greatest = Math.max(greatest, logits[output]);
    }
    return greatest;
  }
}
