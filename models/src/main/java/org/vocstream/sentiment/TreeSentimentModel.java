package org.vocstream.sentiment;

import java.util.List;
import java.util.Optional;
import org.vocstream.english.CoreNlpUse;
import org.vocstream.english.EnglishOptions;
import org.vocstream.english.EnglishReader;
import org.vocstream.english.SentenceSentiment;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.Platt;

/**
 * Sentiment of English texts by the linear model and, where it is not sure of its label, by the
 * parse trees of the sentences beside it. The linear model adds up words; a tree knows what a
 * negation or a contrast does to them, but was taught film reviews only. Immutable and safe for
 * several threads.
 *
 * <p>The five probabilities of a text are the means of those of its sentences, weighed by their
 * words. With {@code P+}, {@code P0}, {@code P-} (very positive and positive, neutral, negative and
 * very negative) per question, positive and neutral, {@code logit = a * linear + b * tree + c},
 * where the linear logit of positive is {@code ln(P+/P-)} and that of neutral {@code
 * ln(P0/(1-P0))}, and those of the tree likewise. a, b and c are fitted by logistic regression, for
 * reviews by themselves, on 1,856 training rows of eight sets (film, restaurant and laptop reviews,
 * tweets) that the linear model had not seen, where it was less than 0.9 sure. The trees have seen
 * the film sentences, so of these too much may be expected; whether a text is neutral is fitted
 * without them. What it brings stands in docs/english.md.
 */
public final class TreeSentimentModel implements SentimentModel {
  /** a, b and c of one question. */
  private record Line(double linear, double tree, double start) {
    double of(double linearLogit, double treeLogit) {
      return linear * linearLogit + tree * treeLogit + start;
    }
  }

  /** The lines of both questions. */
  private record Lines(Line positive, Line neutral) {}

  private static final Lines REVIEWS =
      new Lines(new Line(0.72, 0.41, -0.19), new Line(1.08, 0.28, 0.11));

  private static final Lines OTHERS =
      new Lines(new Line(0.85, 0.24, -0.41), new Line(0.92, 0.42, 0.07));

  /** Keeps a logit finite where a probability is nought. */
  private static final double LEAST = 1e-3;

  private final LinearSentimentModel linear;
  private final EnglishReader reader;
  private final EnglishOptions options;

  /** A model that asks the reader for the trees that the options want. */
  public TreeSentimentModel(
      LinearSentimentModel linear, EnglishReader reader, EnglishOptions options) {
    this.linear = linear;
    this.reader = reader;
    this.options = options;
  }

  @Override
  public Sentiment score(DocumentFeatures text, Channel channel) {
    return polarity(text, channel).sentiment();
  }

  /** Probabilities of a text. */
  public Polarity polarity(DocumentFeatures text, Channel channel) {
    Polarity summed = linear.polarity(text, channel);
    if (options.use() != CoreNlpUse.ALWAYS && summed.confidence() >= options.sureFrom()) {
      return summed;
    }
    Lines lines = channel == Channel.REVIEW || channel == Channel.SURVEY ? REVIEWS : OTHERS;
    return trees(text).map(t -> together(lines, summed, t)).orElse(summed);
  }

  /** Whether the trees of a text that was scored before have counted. */
  public boolean hasRead(DocumentFeatures text) {
    return text.wasAsked(this) && trees(text).isPresent();
  }

  private Optional<Polarity> trees(DocumentFeatures text) {
    return text.once(
        this,
        () ->
            reader
                .sentiment(text.text().text().stored(), options.limits())
                .map(TreeSentimentModel::of));
  }

  /**
   * The polarity by the trees alone: the sums of the five probabilities of the sentences, weighed
   * by their words.
   */
  public static Polarity of(List<SentenceSentiment> sentences) {
    double words = 0;
    double positive = 0;
    double neutral = 0;
    double negative = 0;
    for (SentenceSentiment sentence : sentences) {
      words += sentence.words();
      positive += sentence.words() * (sentence.positive() + sentence.veryPositive());
      neutral += sentence.words() * sentence.neutral();
      negative += sentence.words() * (sentence.negative() + sentence.veryNegative());
    }
    return new Polarity(positive / words, neutral / words, negative / words);
  }

  private static Polarity together(Lines lines, Polarity linear, Polarity tree) {
    double positive = lines.positive().of(side(linear), side(tree));
    double neutral = lines.neutral().of(middle(linear), middle(tree));
    return Polarity.of(Platt.logistic(neutral), Platt.logistic(positive));
  }

  private static double side(Polarity polarity) {
    return Math.log((polarity.positive() + LEAST) / (polarity.negative() + LEAST));
  }

  private static double middle(Polarity polarity) {
    return Math.log((polarity.neutral() + LEAST) / (1 - polarity.neutral() + LEAST));
  }

  @Override
  public String id() {
    return linear.id() + "+" + reader.id();
  }
}
