package org.vocstream.training;

/**
 * Moves an array of weights against their gradients, each by a step of its own (Kingma and Ba,
 * 2015). Not thread-safe.
 */
final class Adam {
  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;

  private final float[] weights;
  private final float[] means;
  private final float[] squares;

  Adam(float[] weights) {
    this.weights = weights;
    this.means = new float[weights.length];
    this.squares = new float[weights.length];
  }

  /**
   * One step.
   *
   * @param gradients of a batch, summed; nought afterwards
   * @param rate as {@link #rate} gave it
   * @param rows number of rows in the batch
   */
  void step(float[] gradients, float rate, int rows) {
    for (int i = 0; i < weights.length; i++) {
      float gradient = gradients[i] / rows;
      means[i] = FIRST * means[i] + (1 - FIRST) * gradient;
      squares[i] = SECOND * squares[i] + (1 - SECOND) * gradient * gradient;
      weights[i] -= rate * means[i] / ((float) Math.sqrt(squares[i]) + 1e-8f);
      gradients[i] = 0;
    }
  }

  /** The rate of a step, with the start from nought of both means made up for. */
  static float rate(double rate, int step) {
    return (float) (rate * Math.sqrt(1 - Math.pow(SECOND, step)) / (1 - Math.pow(FIRST, step)));
  }
}
