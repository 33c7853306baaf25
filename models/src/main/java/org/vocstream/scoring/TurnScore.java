package org.vocstream.scoring;

import org.vocstream.sentiment.Sentiment;

/**
 * Score of one turn of a transcript.
 *
 * @param sentiment sentiment of a customer's turn; null for an agent's turn, which is never scored
 * @param satisfaction 1, 0 or -1; null for an agent's turn
 * @param satisfactionScore how satisfied the customer is, -1..1; null for an agent's turn
 */
public record TurnScore(Sentiment sentiment, Integer satisfaction, Double satisfactionScore) {
  /** That of a turn which is not scored. */
  public static final TurnScore NONE = new TurnScore(null, null, null);
}
