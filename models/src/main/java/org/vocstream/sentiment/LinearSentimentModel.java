package org.vocstream.sentiment;

import java.util.EnumMap;
import java.util.Map;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.Platt;

/**
 * Sentiment by two outputs, sums over n-grams and patterns: is the text neutral, and if not, is it
 * positive. {@code P(neutral) = n}, {@code P(positive) = (1 - n) p}, {@code P(negative) = (1 - n)(1
 * - p)}, where n and p are calibrated by {@link Platt}, for a channel by itself where the model has
 * lines for it; {@code score = P(positive) - P(negative)}, and the label is the likeliest of the
 * three. Two outputs instead of three, because most labelled sets have no neutral texts and must
 * not teach that there are none. Immutable and safe for several threads.
 */
public final class LinearSentimentModel implements SentimentModel {
  /** The output that tells positive from negative. */
  public static final String POSITIVE = "positive";

  /** The output that tells neutral from both. */
  public static final String NEUTRAL = "neutral";

  /**
   * Two questions that are each answered well are together not sure enough: a text that leaves one
   * open leaves the other open, too. Fitted on held-out rows of the training data.
   */
  private static final double SHARPER = 1.05;

  private static final Phrases PHRASES = Phrases.bundled();

  private final LinearModel model;
  private final Phrases phrases;
  private final Map<Channel, Calibration> calibrations = new EnumMap<>(Channel.class);

  /** The lines of both outputs. */
  private record Calibration(Platt positive, Platt neutral) {}

  /** A sentiment model over these weights, with outputs {@code positive, neutral}. */
  public LinearSentimentModel(LinearModel model) {
    this(model, PHRASES);
  }

  /** The same beside some lexicons only, to see what they do. */
  public LinearSentimentModel(LinearModel model, Phrases phrases) {
    this.model = model;
    this.phrases = phrases;
    for (Channel channel : Channel.values()) {
      calibrations.put(
          channel, new Calibration(line(model, POSITIVE, channel), line(model, NEUTRAL, channel)));
    }
  }

  /** Name of the parameter that calibrates an output for a channel: {@code neutral/review}. */
  public static String parameter(String output, Channel channel) {
    return output + "/" + channel.code();
  }

  /** The line that calibrates an output of a model for a channel. */
  public static Platt line(LinearModel model, String output, Channel channel) {
    String own = parameter(output, channel);
    return Platt.ofParameter(model.parameter(model.has(own) ? own : output));
  }

  @Override
  public Sentiment score(DocumentFeatures text, Channel channel) {
    return polarity(text, channel).sentiment();
  }

  /** Probabilities of a text whose words and features are known already. */
  public Polarity polarity(DocumentFeatures text, Channel channel) {
    return withPhrases(text, ofLogits(logits(text, channel)));
  }

  /** The calibrated logits of a text: positive, neutral. */
  double[] logits(DocumentFeatures text, Channel channel) {
    return calibrated(ChannelFeatures.sureLogits(model, text, channel), channel);
  }

  /**
   * Logits as a channel's lines calibrate them.
   *
   * @param logits as {@link ChannelFeatures#sureLogits} gave them
   */
  public double[] calibrated(double[] logits, Channel channel) {
    Calibration calibration = calibrations.get(channel);
    return new double[] {calibration.positive.line(logits[0]), calibration.neutral.line(logits[1])};
  }

  /** The probabilities that calibrated logits stand for. */
  static Polarity ofLogits(double[] logits) {
    return Polarity.of(Platt.logistic(logits[1]), Platt.logistic(logits[0]));
  }

  /** What was learned of a text with what the lexicons say of it. */
  Polarity withPhrases(DocumentFeatures text, Polarity learned) {
    return phrases.in(text).ofText(learned).sharpened(SHARPER);
  }

  @Override
  public String id() {
    return model.name() + "@" + model.digest().substring(0, 8);
  }
}
