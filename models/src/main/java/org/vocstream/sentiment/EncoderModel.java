package org.vocstream.sentiment;

import org.vocstream.text.Language;

/** An encoder that scores sentiment. */
public interface EncoderModel extends SentimentModel {
  /** Whether it was made for texts in this language. */
  boolean reads(Language language);
}
