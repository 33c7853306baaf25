package org.vocstream.scoring;

import org.vocstream.sentiment.Sentiment;

/**
 * Score of one turn of a transcript.
 *
 * @param sentiment sentiment of a customer's turn; null for an agent's turn, which is never scored
 * @param satisfaction 1, 0 or -1; null for an agent's turn
 */
public record TurnScore(Sentiment sentiment, Integer satisfaction) {}
