package org.vocstream.sentiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vocstream.text.Span;
import org.vocstream.text.Spans;

/**
 * The phrases of one text that the lexicons know, see {@link Phrases}. Immutable.
 *
 * <p>They are weighed by adding {@code sum of share * scale * log-odds}, each phrase once, the sum
 * at most {@value #MOST}, to the log-odds of the model; it moves most where the model is unsure.
 * The shares say how much of a phrase's log-odds the trained models do not know yet; they were
 * fitted on held-out texts (docs/lexicons.md).
 */
public final class Said {
  static final Said NOTHING = new Said(List.of(), 0, true);

  /** The most that all phrases together may add to log-odds. */
  private static final double MOST = 3;

  /** Of a short text. */
  private static final Shares OF_TEXT = new Shares(1.2, 1.1, 0.1);

  /** Of a clause. */
  private static final Shares OF_CLAUSE = new Shares(1, 1.25, 0.9);

  /** From this length on the share of what is denied falls with the root of the length. */
  private static final double SHORT = 12;

  /**
   * From this length on the share of phrases falls with the cube of the length: beside so many
   * other words the models know them by themselves.
   */
  private static final double PHRASE_SHORT = 14;

  /** Up to this length a phrase can make a model doubt itself. */
  private static final double DOUBTED = 24;

  /** From these log-odds on a phrase is surer than the words of a cue: sure 0.9. */
  private static final double SURE = Math.log(0.9 / 0.1) - 1e-9;

  private final List<Met> met;
  private final double length;
  private final boolean oneClause;

  /**
   * Shares of log-odds.
   *
   * @param phrase of a phrase, slang or emoji
   * @param denied of a plain word that is denied
   * @param plain of a plain word as it stands, which the models know well
   */
  private record Shares(double phrase, double denied, double plain) {
    /** Those of a longer text. */
    private Shares in(double length) {
      return new Shares(
          phrase * Math.pow(Math.min(1, PHRASE_SHORT / length), 3),
          denied * Math.sqrt(Math.min(1, SHORT / length)),
          plain);
    }
  }

  /**
   * A phrase that was met.
   *
   * @param span its place in the folded text
   * @param turned true where a denial turns it round
   * @param degree scale of the degree before it, 1 where there is none
   * @param scale that and the scale of the contrast in which it stands
   */
  record Met(Phrase phrase, Span span, boolean turned, double degree, double scale) {
    int polarity() {
      return turned ? -phrase.polarity() : phrase.polarity();
    }

    /** Whether it is a phrase, no plain word, that is surely on this side. */
    private boolean isSure(int side) {
      return polarity() == side && !phrase.plain() && phrase.odds() >= SURE;
    }

    /** What it adds to log-odds. */
    private double odds(Shares shares) {
      double plain = turned ? shares.denied : shares.plain;
      return (phrase.plain() ? plain : shares.phrase) * scale * phrase.odds();
    }
  }

  /**
   * What is said in a text.
   *
   * @param met in order of place
   * @param length of the text in Chinese characters, see {@link Phrases}
   * @param oneClause whether the text is but one clause
   */
  Said(List<Met> met, double length, boolean oneClause) {
    this.met = met;
    this.oneClause = oneClause;
    this.length = length;
  }

  /**
   * Sentiment of the whole text after what is said in it. Only its side moves: whether a text says
   * anything the models know better.
   */
  public Polarity ofText(Polarity model) {
    if (met.isEmpty()) {
      return model;
    }
    double odds = 0;
    Shares shares = OF_TEXT.in(length);
    for (Met one : counted(met, model)) {
      odds += one.phrase.clauseOnly() && !oneClause ? 0 : one.polarity() * one.odds(shares);
    }
    if (odds == 0) {
      return model;
    }
    return (length <= DOUBTED ? doubted(model, met) : model).leaning(limited(odds));
  }

  /** Polarity of a clause after what is said in it. */
  public Polarity ofClause(Polarity model, Span clause) {
    double plain = 0;
    double[] odds = new double[3];
    for (Met one : counted(in(clause), model)) {
      if (one.phrase.plain()) {
        plain += one.polarity() * one.odds(OF_CLAUSE);
      } else {
        odds[one.polarity() + 1] += one.odds(OF_CLAUSE);
      }
    }
    return doubted(model, in(clause))
        .leaning(limited(plain))
        .weighed(limited(odds[2]), limited(odds[1]), limited(odds[0]));
  }

  /** Whether a phrase of the clause is surer than a cue with a polarity of its own. */
  public boolean overrules(int told, Span clause) {
    return told != 0 && isSure(in(clause), -told);
  }

  /**
   * Side of the first opinion within a span: 1, -1, or 0 where there is none.
   *
   * @param asDenied whether a denial before it turns it round
   */
  public int side(Span span, boolean asDenied) {
    for (Met one : in(span)) {
      if (span.start() <= one.span.start() && one.span.end() <= span.end()) {
        return asDenied ? one.polarity() : one.phrase.polarity();
      }
    }
    return 0;
  }

  /** Scale of the strongest or weakest degree before an opinion of the clause, 1 without any. */
  public double degree(Span clause) {
    double degree = 1;
    for (Met one : in(clause)) {
      degree = Math.abs(Math.log(one.degree)) > Math.abs(Math.log(degree)) ? one.degree : degree;
    }
    return degree;
  }

  private List<Met> in(Span clause) {
    return Spans.overlapping(met, Met::span, clause);
  }

  /** A model that adds up words may be very sure of the opposite of what a phrase surely says. */
  private static Polarity doubted(Polarity model, List<Met> met) {
    int opposite = -(int) Math.signum(model.score());
    return opposite != 0 && isSure(met, opposite) ? model.doubted() : model;
  }

  private static boolean isSure(List<Met> met, int side) {
    for (Met one : met) {
      if (one.isSure(side)) {
        return true;
      }
    }
    return false;
  }

  /** What counts beside a model: each phrase once, irony against praise alone. */
  private static List<Met> counted(List<Met> met, Polarity model) {
    if (met.isEmpty()) {
      return met;
    }
    boolean praised = model.positive() >= model.negative();
    List<Met> counted = new ArrayList<>(met.size());
    Set<String> codes = new HashSet<>();
    Set<String> turned = new HashSet<>();
    for (Met one : met) {
      if ((praised || !one.phrase.ironic())
          && (one.turned ? turned : codes).add(one.phrase.code())) {
        counted.add(one);
      }
    }
    return counted;
  }

  private static double limited(double odds) {
    return Math.max(-MOST, Math.min(MOST, odds));
  }
}
