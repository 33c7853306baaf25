package org.vocstream.opinion;

import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.sentiment.DeepSentimentModel;
import org.vocstream.sentiment.EncoderHead;
import org.vocstream.sentiment.Polarity;
import org.vocstream.sentiment.PolarityWeighing;
import org.vocstream.sentiment.TextEncoder;
import org.vocstream.sentiment.Weighing;

/**
 * Which indicators of a pack a text speaks of, and how, with more effort: what a fine-tuned encoder
 * reads of it, weighed beside the linear models on texts that neither had seen. The encoder reads a
 * text part by part and tells no place: in which clause an opinion stands stays with the linear
 * model. Immutable and safe for several threads.
 */
public final class DeepAspects {
  /** Ending of the name of the weighing, behind that of the trained model. */
  public static final String ENDING = "-deep";

  /** Parameter of the weighing: whether a text speaks of an indicator. */
  public static final String FOUND = "found";

  /** Answers per indicator: not at all, negative, neutral, positive. */
  private static final int ANSWERS = 4;

  private final TextEncoder encoder;
  private final EncoderHead head;
  private final Weighing found;
  private final PolarityWeighing polarity;
  private final float[] threshold;
  private final int[] places;

  private record Asked(DeepAspects who, Part part) {}

  /**
   * What the encoder reads beside a trained model.
   *
   * @param weighing parameters {@link #FOUND}, {@code positive}, {@code neutral} and {@link
   *     AspectModel#THRESHOLD}; its outputs are the indicators of the trained model
   * @param pack code of the pack
   * @throws IllegalArgumentException where the encoder was not taught an indicator
   */
  public DeepAspects(LinearModel weighing, TextEncoder encoder, String pack) {
    this.encoder = encoder;
    this.head = encoder.head(EncoderHead.aspects(pack));
    this.found = Weighing.ofParameter(weighing.parameter(FOUND));
    this.polarity = PolarityWeighing.of(weighing, "");
    this.threshold = weighing.parameter(AspectModel.THRESHOLD);
    this.places = places(head, weighing.outputs());
  }

  private static int[] places(EncoderHead head, List<String> names) {
    return names.stream()
        .mapToInt(
            name -> {
              int at = head.names().indexOf(name);
              if (at < 0) {
                throw new IllegalArgumentException("the encoder was not taught " + name);
              }
              return at * ANSWERS;
            })
        .toArray();
  }

  /** {@link AspectModel#THRESHOLD} of what is weighed. */
  double threshold() {
    return threshold[0];
  }

  /** The second of {@link AspectModel#THRESHOLD}. */
  double likeliest() {
    return threshold[1];
  }

  /** What the encoder reads of a part of a text, found once for all who ask. */
  double[] logits(DocumentFeatures text, List<Clause> clauses, Part part) {
    if (part.from() == 0 && part.to() == clauses.size()) {
      float[] whole = DeepSentimentModel.vector(text, encoder);
      return text.once(new Asked(this, part), () -> head.logits(whole));
    }
    int start = clauses.get(part.from()).span().start();
    int end = clauses.get(part.to() - 1).span().end();
    return text.once(
        new Asked(this, part),
        () -> head.logits(encoder.vector(text.text().folded().substring(start, end))));
  }

  /**
   * The probability that a part speaks of indicator {@code k}.
   *
   * @param linear what the linear model says
   * @param logits as {@link #logits} gave them
   */
  double found(int k, double linear, double[] logits) {
    return found.probability(linear, found(logits, places[k]));
  }

  /** The polarity towards indicator {@code k}, of which the part speaks. */
  Polarity polarity(int k, Polarity linear, double[] logits) {
    return polarity.weigh(linear, logits, places[k] + 1);
  }

  /** The log-odds of an indicator, by the place of its first answer. */
  private static double found(double[] logits, int at) {
    return Weighing.either(Weighing.either(logits[at + 1], logits[at + 2]), logits[at + 3])
        - logits[at];
  }

  /**
   * What the encoder alone says of an indicator.
   *
   * @param found log-odds that the text speaks of it
   * @param positive log-odds of positive against negative
   * @param neutral log-odds of neutral against the other two
   */
  public record Said(double found, double positive, double neutral) {
    /** What a head says of the indicator that it has at this place. */
    public static Said of(double[] logits, int place) {
      int at = place * ANSWERS;
      return new Said(
          DeepAspects.found(logits, at),
          PolarityWeighing.positive(logits, at + 1),
          PolarityWeighing.neutral(logits, at + 1));
    }
  }
}
