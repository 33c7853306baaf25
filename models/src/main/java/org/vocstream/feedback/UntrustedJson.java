package org.vocstream.feedback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads JSON of strangers with limits on what it may cost: a few bytes nested deeply, or many empty
 * lists, would else take hundreds of times their size. What is beyond is a {@code
 * JsonProcessingException} that says which limit it was. Makes plain trees, never classes that the
 * JSON names. Without state.
 */
public final class UntrustedJson {
  /** Lists and objects within one another at the most. */
  static final int MAX_DEPTH = 200;

  /**
   * Names, values and brackets at the most: each word of a transcript of {@link Envelope#MAX_TEXT}
   * units with its times has room.
   */
  static final long MAX_TOKENS = 2_000_000;

  /** Digits of a number at the most. */
  static final int MAX_DIGITS = 1_000;

  private UntrustedJson() {}

  /** A mapper of its own for each caller, who may set it as it needs. */
  public static ObjectMapper mapper() {
    return new ObjectMapper(
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxTokenCount(MAX_TOKENS)
                    .maxNumberLength(MAX_DIGITS)
                    .maxStringLength(RecordReader.MAX_RECORD_BYTES)
                    .build())
            .build());
  }
}
