package org.vocstream.sentiment;

import org.vocstream.text.PreparedText;

/**
 * Scores the sentiment of a whole text. Implementations are immutable and safe for several threads.
 */
public interface SentimentModel {
  /** Sentiment of the text. */
  Sentiment score(PreparedText text);

  /** Name and digest of the weights, for {@code scored_by}. */
  String id();
}
