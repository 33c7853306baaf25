package org.vocstream.sentiment;

import java.util.Arrays;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureHash;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.Features;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.PatternModel;
import org.vocstream.segment.SegmentedText;

/**
 * What sentiment is judged by: the n-grams of a text, and in posts and conversations each of them
 * once more as seen there, because the same words often mean something else than in a review
 * (Daumé, ACL 2007). Stateless.
 */
public final class ChannelFeatures {
  private static final int KEY = 9_000;

  /** Length at which logits stay as they are, in characters, and the least that counts. */
  private static final double USUAL = 30;

  private static final int SHORTEST = 5;

  /** Fitted on held-out rows of the training data; flat between 0.15 and 0.25. */
  private static final double EXPONENT = 0.2;

  private ChannelFeatures() {}

  /** The distinct features that a model sees of a text that came by a channel. */
  public static int[] of(DocumentFeatures text, LinearModel model, Channel channel) {
    return of(text, model.recipe(), model.has(Valence.PARAMETER), channel);
  }

  /**
   * The distinct features of a text that came by a channel; not to be changed.
   *
   * @param valence whether what its words mostly tell is among them, see {@link Valence}
   */
  public static int[] of(
      DocumentFeatures text, FeatureRecipe recipe, boolean valence, Channel channel) {
    int[] plain = valence ? withValence(text, recipe) : text.of(recipe);
    int key =
        switch (channel) {
          case SOCIAL -> KEY + 1;
          case CHAT, CALL -> KEY + 2;
          case REVIEW, SURVEY -> 0;
        };
    if (key == 0) {
      return plain;
    }
    int[] twice = Arrays.copyOf(plain, plain.length * 2);
    for (int i = 0; i < plain.length; i++) {
      twice[plain.length + i] = FeatureHash.keyed(plain[i], key);
    }
    return twice;
  }

  private static int[] withValence(DocumentFeatures text, FeatureRecipe recipe) {
    Features told = new Features(64);
    Valence.bundled().add(text.text().words(), told);
    int[] more = told.distinct();
    int[] grams = text.of(recipe);
    int[] all = Arrays.copyOf(grams, grams.length + more.length);
    System.arraycopy(more, 0, all, grams.length, more.length);
    return all;
  }

  /**
   * By what logits are multiplied before they are calibrated: {@code (30 / length)^0.2}. A long
   * text adds up many words that say the same, or tell of something else, so its sum is surer than
   * it should be; that of a short one is not sure enough.
   */
  public static double sureness(SegmentedText text) {
    return Math.pow(USUAL / Math.max(SHORTEST, text.folded().length()), EXPONENT);
  }

  /** The logits of a text as they are calibrated, see {@link #sureness}. */
  public static double[] sureLogits(LinearModel model, DocumentFeatures text, Channel channel) {
    double[] logits = logits(model, text, channel);
    double sureness = sureness(text.text());
    for (int i = 0; i < logits.length; i++) {
      logits[i] *= sureness;
    }
    return logits;
  }

  /** The logits of a text: of its features and of the model's patterns. */
  public static double[] logits(LinearModel model, DocumentFeatures text, Channel channel) {
    double[] logits = model.logits(of(text, model, channel));
    for (PatternModel pattern : model.patterns()) {
      pattern.add(text.text(), logits);
    }
    return logits;
  }
}
