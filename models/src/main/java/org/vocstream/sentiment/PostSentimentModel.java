package org.vocstream.sentiment;

import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.text.Language;

/**
 * Sentiment of Chinese posts with more effort: a pretrained encoder, left as it is, beside the
 * linear model. Per output (positive, neutral) {@code logit = a * linear + w . vector + c}, where
 * the linear model's is calibrated for posts, and the probability is its logistic; w is learned
 * from posts, and a, c and the size of w are fitted on posts that neither had seen. Texts of the
 * other channels are scored by the linear model alone: there the encoder gains less than chance
 * moves. Immutable and safe for several threads.
 */
public final class PostSentimentModel implements EncoderModel {
  /** Name of the weights. */
  public static final String NAME = "sentiment-zh-posts";

  /** Parameter of the weights: a of each output. */
  public static final String LINEAR = "linear";

  /** What the name of the parameter with the w of an output begins with. */
  public static final String VECTOR = "vector/";

  private final LinearSentimentModel linear;
  private final TextEncoder encoder;
  private final String id;
  private final float[] factors;
  private final double[] starts;
  private final float[][] weights;

  /**
   * A model for posts.
   *
   * @param head a, w and c: parameters and biases
   * @throws IllegalArgumentException where the weights were not trained on this encoder's numbers
   */
  public PostSentimentModel(LinearSentimentModel linear, LinearModel head, TextEncoder encoder) {
    this.linear = linear;
    this.encoder = encoder;
    this.id = head.name() + "@" + head.digest().substring(0, 8) + "+" + encoder.id();
    this.factors = head.parameter(LINEAR);
    this.starts = head.start();
    this.weights =
        head.outputs().stream().map(o -> head.parameter(VECTOR + o)).toArray(float[][]::new);
    for (float[] row : weights) {
      if (row.length != encoder.width()) {
        throw new IllegalArgumentException(
            "model "
                + head.name()
                + " weighs "
                + row.length
                + " numbers of an encoder, but "
                + encoder.id()
                + " gives "
                + encoder.width()
                + "; train it anew: scripts/voc train --only "
                + NAME);
      }
    }
  }

  @Override
  public Sentiment score(DocumentFeatures text, Channel channel) {
    return polarity(text, channel).sentiment();
  }

  /** Probabilities of a text. */
  public Polarity polarity(DocumentFeatures text, Channel channel) {
    if (channel != Channel.SOCIAL) {
      return linear.polarity(text, channel);
    }
    double[] logits = linear.logits(text, channel);
    float[] vector = encoder.vector(text.text().folded());
    for (int k = 0; k < logits.length; k++) {
      logits[k] = factors[k] * logits[k] + starts[k];
      for (int i = 0; i < vector.length; i++) {
        logits[k] += weights[k][i] * (double) vector[i];
      }
    }
    return linear.withPhrases(text, LinearSentimentModel.ofLogits(logits));
  }

  @Override
  public boolean reads(Language language) {
    return language == Language.ZH || language == Language.MIXED;
  }

  @Override
  public String id() {
    return id;
  }
}
