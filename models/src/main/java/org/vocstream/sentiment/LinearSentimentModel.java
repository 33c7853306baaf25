package org.vocstream.sentiment;

import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.Platt;
import org.vocstream.segment.SegmentedText;
import org.vocstream.segment.Segmenter;
import org.vocstream.text.PreparedText;

/**
 * Sentiment by two linear outputs over n-grams: is the text neutral, and if not, is it positive.
 * {@code P(neutral) = n}, {@code P(positive) = (1 - n) p}, {@code P(negative) = (1 - n)(1 - p)},
 * where n and p are calibrated by {@link Platt}; {@code score = P(positive) - P(negative)}, and the
 * label is the likeliest of the three. Two outputs instead of three, because most labelled sets
 * have no neutral texts and must not teach that there are none. Immutable and safe for several
 * threads.
 */
public final class LinearSentimentModel implements SentimentModel {
  /** The output that tells positive from negative. */
  public static final String POSITIVE = "positive";

  /** The output that tells neutral from both. */
  public static final String NEUTRAL = "neutral";

  private final LinearModel model;
  private final Segmenter segmenter;
  private final Platt positive;
  private final Platt neutral;

  /** A sentiment model over these weights, with outputs {@code positive, neutral}. */
  public LinearSentimentModel(LinearModel model, Segmenter segmenter) {
    this.model = model;
    this.segmenter = segmenter;
    this.positive = Platt.ofParameter(model.parameter(POSITIVE));
    this.neutral = Platt.ofParameter(model.parameter(NEUTRAL));
  }

  @Override
  public Sentiment score(PreparedText text) {
    return score(new DocumentFeatures(new SegmentedText(text, segmenter.segment(text.folded()))));
  }

  /** Sentiment of a text whose words and features are known already. */
  public Sentiment score(DocumentFeatures text) {
    double[] logits = model.logits(text.of(model.recipe()));
    return Polarity.of(neutral.probability(logits[1]), positive.probability(logits[0])).sentiment();
  }

  @Override
  public String id() {
    return model.name() + "@" + model.digest().substring(0, 8);
  }
}
