package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.vocstream.feedback.DeadLetter;

/**
 * The document of a dead letter in {@code voc-dead-letters}. The same letter gives the same
 * document but for {@code ingested_at}.
 */
public final class DeadLetterDocument {
  private DeadLetterDocument() {}

  /** Writes the document; {@code clock} tells {@code ingested_at}. */
  public static ObjectNode of(DeadLetter letter, Clock clock) {
    return new Fields()
        .put("origin", letter.origin())
        .put("stage", letter.stage())
        .put("field", letter.field())
        .put("reason", letter.reason())
        .put("raw", letter.raw())
        .put("ingested_at", clock.instant())
        .json();
  }
}
