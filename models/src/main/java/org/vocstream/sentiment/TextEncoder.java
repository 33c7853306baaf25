package org.vocstream.sentiment;

/**
 * A pretrained encoder that nobody taught sentiment: it turns a text into a row of numbers, near
 * each other for texts that mean the like. Safe for several threads; the same text always gives the
 * same numbers on one kind of processor.
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

  /** Name and digest of the weights. */
  String id();
}
