package org.vocstream.linear;

/**
 * What training finds for a {@link PatternModel}. Immutable as long as nobody writes to the arrays
 * it was given.
 */
public final class PatternWeights {
  final PatternShape shape;
  final int[] units;
  final float[] scales;
  final byte[] rows;
  final float[] places;
  final float[] biases;
  final float[][] outputs;
  final float[] starts;

  /**
   * These weights.
   *
   * @param shape lengths and numbers of the patterns
   * @param units hash of each unit known, ascending; row {@link PatternModel#KNOWN} is the first
   * @param scales per row, what its 8-bit numbers are multiples of
   * @param rows per row, the numbers of its unit, 8 bits each; {@link PatternModel#EDGE} is nought
   * @param places per pattern and place in it, as many numbers as a unit has
   * @param biases per pattern
   * @param outputs per output, one weight per pattern
   * @param starts per output
   */
  public PatternWeights(
      PatternShape shape,
      int[] units,
      float[] scales,
      byte[] rows,
      float[] places,
      float[] biases,
      float[][] outputs,
      float[] starts) {
    this.shape = shape;
    this.units = units;
    this.scales = scales;
    this.rows = rows;
    this.places = places;
    this.biases = biases;
    this.outputs = outputs;
    this.starts = starts;
  }
}
