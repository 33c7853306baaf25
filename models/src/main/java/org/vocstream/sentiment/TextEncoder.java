package org.vocstream.sentiment;

/**
 * A pretrained encoder: it turns a text into a row of numbers, near each other for texts that mean
 * the like, and has heads that were taught with it. Safe for several threads; the same text always
 * gives the same numbers on one kind of processor.
 */
public interface TextEncoder {
  /** How many numbers a text has. */
  int width();

  /**
   * The numbers of a text; time is linear in its length.
   *
   * @param folded a text as models read it
   */
  float[] vector(String folded);

  /**
   * What reads something off the numbers.
   *
   * @param name what it reads, {@code sentiment} or {@code aspects.PACK}
   * @throws IllegalArgumentException where it was not taught that
   */
  EncoderHead head(String name);

  /** Name and digest of the weights. */
  String id();
}
