package org.vocstream.call;

import java.util.List;
import org.vocstream.linear.Features;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelFile;
import org.vocstream.text.Folding;

/**
 * How much a speech sounds like an agent's: a linear model over n-grams of its letters, and the
 * phrases of {@code lexicons/roles.yaml}. Immutable, thread-safe.
 *
 * <p>{@code log-odds = m / max(1, sqrt(n / 40)) + sum of the phrases' log-odds}, held to -8..8
 * each, where m is the model's and n the letters: what is said of one matter over and over counts
 * less than as often.
 */
public final class RoleModel {
  /** Name of the trained model. */
  public static final String NAME = "speaker-role";

  private static final double FULL_LENGTH = 40;
  private static final double MOST = 8;

  private final LinearModel model;
  private final List<RolePhrase> phrases;
  private final Folding folding = new Folding();

  /**
   * With these weights.
   *
   * @param model log-odds of an agent as its first output; null: phrases alone
   */
  public RoleModel(LinearModel model) {
    this(model, RolePhrase.bundled());
  }

  private RoleModel(LinearModel model, List<RolePhrase> phrases) {
    this.model = model;
    this.phrases = phrases;
  }

  /** The model that comes with the program. */
  public static RoleModel bundled() {
    return new RoleModel(LinearModelFile.readResource("trained/" + NAME + LinearModelFile.ENDING));
  }

  /** The trained weights without the phrases. */
  public static RoleModel withoutPhrases(LinearModel model) {
    return new RoleModel(model, List.of());
  }

  /** Log-odds that an agent says this: above 0 rather an agent, below rather a customer. */
  public double logOdds(String said) {
    String letters = letters(said);
    double sum = 0;
    if (model != null && !letters.isBlank()) {
      double logit = model.logits(features(letters))[0];
      sum += held(logit / Math.max(1, Math.sqrt(letters.length() / FULL_LENGTH)));
    }
    double spoken = 0;
    for (RolePhrase phrase : phrases) {
      spoken += phrase.logOdds(letters);
    }
    return sum + held(spoken);
  }

  private static double held(double logOdds) {
    return Math.max(-MOST, Math.min(MOST, logOdds));
  }

  /** The features of letters under the model's recipe. */
  private int[] features(String letters) {
    Features features = new Features(letters.length() * 4);
    model.recipe().addCharacters(letters, 0, letters.length(), 0, features);
    return features.distinct();
  }

  /**
   * What is left for the model: folded letters, numbers as 0, one space for anything between.
   * Punctuation says more about the recogniser than about the speaker, and what stands in brackets
   * is a placeholder.
   */
  public String letters(String said) {
    String folded = folding.fold(said).text();
    StringBuilder letters = new StringBuilder(folded.length() + 2);
    letters.append(' ');
    int open = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      open = c == '[' ? i + 1 : c == ']' ? 0 : open;
      char last = letters.charAt(letters.length() - 1);
      if (open > 0 && i - open < 30 && folded.indexOf(']', i) >= 0) {
        continue;
      }
      if (Character.isDigit(c)) {
        letters.append(last == '0' ? "" : "0");
      } else if (Character.isLetter(c) || c == '\'') {
        letters.append(c);
      } else if (last != ' ') {
        letters.append(' ');
      }
    }
    return letters.append(letters.charAt(letters.length() - 1) == ' ' ? "" : " ").toString();
  }
}
