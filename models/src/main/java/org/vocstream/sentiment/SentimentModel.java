package org.vocstream.sentiment;

import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;

/**
 * Scores the sentiment of a whole text. Implementations are immutable and safe for several threads.
 */
public interface SentimentModel {
  /**
   * Sentiment of the text.
   *
   * @param channel how it came: people who write a review mean to judge, those who post or chat
   *     often do not, so the calibration may differ
   */
  Sentiment score(DocumentFeatures text, Channel channel);

  /** Name and digest of the weights, for {@code scored_by}. */
  String id();
}
