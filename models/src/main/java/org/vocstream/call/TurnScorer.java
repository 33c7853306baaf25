package org.vocstream.call;

import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Polarity;
import org.vocstream.sentiment.Sentiment;

/**
 * Sentiment of a customer's turn and satisfaction at it, each with the other's help. The sentiment
 * model takes most complaints in conversations for neutral, because it has learnt that plain
 * requests are; the satisfaction model has learnt from one shop's chats alone and knows few words
 * of praise for a product. So the odds of each are moved by the other model's score, three times
 * for sentiment and twice for satisfaction, and neither becomes as much less likely. Both weights
 * were set on hand-written turns. Immutable and safe for several threads.
 */
public final class TurnScorer {
  private static final double FOR_SENTIMENT = 3;
  private static final double FOR_SATISFACTION = 2;

  private final LinearSentimentModel sentiment;
  private final TurnModel turns;

  /**
   * What a turn says.
   *
   * @param sentiment what it feels
   * @param satisfaction how satisfied the customer is
   */
  public record Scores(Sentiment sentiment, Satisfaction satisfaction) {}

  /**
   * A scorer.
   *
   * @param turns satisfaction at a turn, or null where the language has no model: it is the
   *     sentiment then
   */
  public TurnScorer(LinearSentimentModel sentiment, TurnModel turns) {
    this.sentiment = sentiment;
    this.turns = turns;
  }

  /** The scores of a customer's turn that has words. */
  public Scores score(DocumentFeatures turn, Channel channel) {
    Polarity felt = sentiment.polarity(turn, channel);
    if (turns == null) {
      Sentiment said = felt.sentiment();
      return new Scores(said, new Satisfaction(said.label(), said.score()));
    }
    Polarity satisfied = turns.polarity(turn.text());
    return new Scores(
        felt.hinted(FOR_SENTIMENT * satisfied.score()).sentiment(),
        turns.satisfaction(satisfied.hinted(FOR_SATISFACTION * felt.score())));
  }
}
