package org.vocstream.sentiment;

import java.util.Arrays;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureHash;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.PatternModel;

/**
 * What sentiment is judged by: the n-grams of a text, and in posts and conversations each of them
 * once more as seen there, because the same words often mean something else than in a review
 * (Daumé, ACL 2007). Stateless.
 */
public final class ChannelFeatures {
  private static final int KEY = 9_000;

  private ChannelFeatures() {}

  /** The distinct features of a text that came by a channel; not to be changed. */
  public static int[] of(DocumentFeatures text, FeatureRecipe recipe, Channel channel) {
    int[] plain = text.of(recipe);
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

  /** The logits of a text: of its features and of the model's patterns. */
  public static double[] logits(LinearModel model, DocumentFeatures text, Channel channel) {
    double[] logits = model.logits(of(text, model.recipe(), channel));
    for (PatternModel pattern : model.patterns()) {
      pattern.add(text.text(), logits);
    }
    return logits;
  }
}
