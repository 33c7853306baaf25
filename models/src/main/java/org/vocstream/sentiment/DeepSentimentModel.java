package org.vocstream.sentiment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.text.Language;

/**
 * Sentiment of texts in a language with more effort: a fine-tuned encoder beside the linear model,
 * weighed per channel on texts that neither had seen ({@link PolarityWeighing}). Texts of a channel
 * that was not learned from are scored by the linear model alone. Immutable and safe for several
 * threads.
 */
public final class DeepSentimentModel implements EncoderModel {
  /** The languages that are read so; a mixed text is read as a Chinese one. */
  public static final List<Language> LANGUAGES = List.of(Language.ZH, Language.EN);

  private final Language language;
  private final LinearSentimentModel linear;
  private final TextEncoder encoder;
  private final EncoderHead head;
  private final Map<Channel, PolarityWeighing> weighings = new EnumMap<>(Channel.class);
  private final String id;

  /**
   * A model of both.
   *
   * @param language one of {@link #LANGUAGES}
   * @param weighing parameters of {@link PolarityWeighing} per channel
   */
  public DeepSentimentModel(
      Language language, LinearSentimentModel linear, LinearModel weighing, TextEncoder encoder) {
    this.language = language;
    this.linear = linear;
    this.encoder = encoder;
    this.head = encoder.head(EncoderHead.SENTIMENT);
    this.id = weighing.name() + "@" + weighing.digest().substring(0, 8) + "+" + encoder.id();
    for (Channel channel : Channel.values()) {
      if (weighing.has(LinearSentimentModel.parameter(LinearSentimentModel.POSITIVE, channel))) {
        weighings.put(channel, PolarityWeighing.of(weighing, ending(channel)));
      }
    }
  }

  /** Name of the weighing for a language: {@code sentiment-zh-deep}. */
  public static String name(Language language) {
    return "sentiment-" + language.code() + "-deep";
  }

  /** What the names of the parameters of a channel end with. */
  private static String ending(Channel channel) {
    return LinearSentimentModel.parameter("", channel);
  }

  @Override
  public Sentiment score(DocumentFeatures text, Channel channel) {
    return polarity(text, channel).sentiment();
  }

  /** Probabilities of a text. */
  public Polarity polarity(DocumentFeatures text, Channel channel) {
    PolarityWeighing weighing = weighings.get(channel);
    if (weighing == null) {
      return linear.polarity(text, channel);
    }
    Polarity own = LinearSentimentModel.ofLogits(linear.logits(text, channel));
    double[] logits = head.logits(vector(text, encoder));
    return linear.withPhrases(text, weighing.weigh(own, logits, 0));
  }

  /** The numbers of a whole text, found once for all who ask. */
  public static float[] vector(DocumentFeatures text, TextEncoder encoder) {
    return text.once(encoder, () -> encoder.vector(text.text().folded()));
  }

  @Override
  public boolean reads(Language asked) {
    return language == (asked == Language.MIXED ? Language.ZH : asked);
  }

  @Override
  public String id() {
    return id;
  }
}
