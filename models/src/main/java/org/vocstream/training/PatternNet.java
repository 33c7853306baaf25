package org.vocstream.training;

import java.util.Arrays;
import java.util.Random;
import org.vocstream.linear.PatternModel;
import org.vocstream.linear.PatternShape;
import org.vocstream.linear.PatternWeights;

/**
 * The weights of a {@link PatternModel} while they are learned, batch by batch, by back-propagation
 * and {@link Adam}: a logistic loss per output, half of the patterns dropped at random for each row
 * (Srivastava et al., 2014). One thread, so that the same seed gives the same weights. Not
 * thread-safe.
 */
final class PatternNet {
  private final PatternShape shape;
  private final double rate;
  private final double dropped;
  private final Random random;

  private final float[][] units;
  private final Adam[] unitSteps;
  private final float[] places;
  private final float[] biases;
  private final float[][] outputs;
  private final float[] starts;

  private final Adam placeStep;
  private final Adam biasStep;
  private final Adam[] outputSteps;
  private final Adam startStep;

  private final float[] placeGradients;
  private final float[] biasGradients;
  private final float[][] outputGradients;
  private final float[] startGradients;

  private final float[] best;
  private final int[] bestAt;
  private final float[] fit;
  private final float[] lit;
  private final float[] litGradients;
  private int step;

  /**
   * Weights at random.
   *
   * @param rows number of units, edge and unknown among them
   * @param rate how far Adam steps
   * @param dropped share of the patterns that a row does not see, 0..1
   */
  PatternNet(PatternShape shape, int rows, int outputs, double rate, double dropped, long seed) {
    this.shape = shape;
    this.rate = rate;
    this.dropped = dropped;
    this.random = new Random(seed);
    int all = shape.all();
    units = new float[rows][shape.dimensions()];
    unitSteps = new Adam[rows];
    for (int row = PatternModel.KNOWN; row < rows; row++) {
      scatter(units[row], 0, shape.dimensions(), 0.1);
    }
    places = new float[shape.contributions() * shape.dimensions()];
    int at = 0;
    for (int width = shape.shortest(); width <= shape.longest(); width++) {
      int numbers = width * shape.patterns() * shape.dimensions();
      scatter(places, at, at + numbers, Math.sqrt(1.0 / (shape.dimensions() * width)));
      at += numbers;
    }
    biases = new float[all];
    this.outputs = new float[outputs][all];
    outputSteps = new Adam[outputs];
    for (int o = 0; o < outputs; o++) {
      scatter(this.outputs[o], 0, all, 0.05);
      outputSteps[o] = new Adam(this.outputs[o]);
    }
    starts = new float[outputs];
    placeStep = new Adam(places);
    biasStep = new Adam(biases);
    startStep = new Adam(starts);
    placeGradients = new float[places.length];
    biasGradients = new float[all];
    outputGradients = new float[outputs][all];
    startGradients = new float[outputs];
    best = new float[all];
    bestAt = new int[all];
    fit = new float[shape.patterns()];
    lit = new float[all];
    litGradients = new float[all];
  }

  private void scatter(float[] weights, int from, int to, double deviation) {
    for (int i = from; i < to; i++) {
      weights[i] = (float) (random.nextGaussian() * deviation);
    }
  }

  /**
   * Learns from a batch.
   *
   * @param known row of each unit of the batch, without repeats
   * @param texts per text, index in {@code known} of each unit, edges included
   * @param labels per text and output: 1 yes, -1 no, 0 the text says nothing about it
   */
  void learn(int[] known, int[][] texts, byte[][] labels) {
    int width = shape.contributions();
    float[] turned = PatternModel.turned(places, width, shape.dimensions());
    float[] contributions = new float[known.length * width];
    for (int u = 0; u < known.length; u++) {
      PatternModel.contribute(units[known[u]], turned, contributions, u * width, width);
    }
    float[][] unitGradients = new float[known.length][shape.dimensions()];
    for (int i = 0; i < texts.length; i++) {
      findBest(texts[i], contributions);
      drop();
      if (judge(labels[i])) {
        passBack(texts[i], known, unitGradients);
      }
    }
    step++;
    float now = Adam.rate(rate, step);
    int rows = texts.length;
    placeStep.step(placeGradients, now, rows);
    biasStep.step(biasGradients, now, rows);
    startStep.step(startGradients, now, rows);
    for (int o = 0; o < outputs.length; o++) {
      outputSteps[o].step(outputGradients[o], now, rows);
    }
    for (int u = 0; u < known.length; u++) {
      int row = known[u];
      if (row != PatternModel.EDGE) {
        if (unitSteps[row] == null) {
          unitSteps[row] = new Adam(units[row]);
        }
        unitSteps[row].step(unitGradients[u], now, rows);
      }
    }
  }

  private void findBest(int[] text, float[] contributions) {
    int patterns = shape.patterns();
    int width = shape.contributions();
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    int first = 0;
    for (int length = shape.shortest(); length <= shape.longest(); length++) {
      int own = (length - shape.shortest()) * patterns;
      for (int i = 0; i + shape.longest() <= text.length; i++) {
        System.arraycopy(contributions, text[i] * width + first, fit, 0, patterns);
        for (int k = 1; k < length; k++) {
          int at = text[i + k] * width + first + k * patterns;
          for (int p = 0; p < patterns; p++) {
            fit[p] += contributions[at + p];
          }
        }
        for (int p = 0; p < patterns; p++) {
          if (fit[p] > best[own + p]) {
            best[own + p] = fit[p];
            bestAt[own + p] = i;
          }
        }
      }
      first += length * patterns;
    }
  }

  /**
   * What shines through: no negative fits, nothing of dropped patterns, the rest made up for it.
   */
  private void drop() {
    float scale = (float) (1 / (1 - dropped));
    for (int p = 0; p < lit.length; p++) {
      boolean kept = random.nextFloat() >= dropped;
      lit[p] = kept ? Math.max(0, best[p] + biases[p]) * scale : 0;
    }
  }

  /** Gradients at the outputs; false where the text says nothing about any. */
  private boolean judge(byte[] labels) {
    Arrays.fill(litGradients, 0);
    boolean any = false;
    for (int o = 0; o < outputs.length; o++) {
      if (labels[o] != 0) {
        any = true;
        double logit = starts[o];
        for (int p = 0; p < lit.length; p++) {
          logit += lit[p] * outputs[o][p];
        }
        float miss = (float) (1 / (1 + Math.exp(-logit)) - (labels[o] > 0 ? 1 : 0));
        startGradients[o] += miss;
        for (int p = 0; p < lit.length; p++) {
          outputGradients[o][p] += miss * lit[p];
          litGradients[p] += miss * outputs[o][p];
        }
      }
    }
    return any;
  }

  private void passBack(int[] text, int[] known, float[][] unitGradients) {
    float scale = (float) (1 / (1 - dropped));
    int dimensions = shape.dimensions();
    int patterns = shape.patterns();
    int first = 0;
    for (int length = shape.shortest(); length <= shape.longest(); length++) {
      for (int p = 0; p < patterns; p++) {
        int all = (length - shape.shortest()) * patterns + p;
        if (lit[all] > 0) {
          float gradient = litGradients[all] * scale;
          biasGradients[all] += gradient;
          for (int k = 0; k < length; k++) {
            int unit = text[bestAt[all] + k];
            float[] numbers = units[known[unit]];
            float[] numberGradients = unitGradients[unit];
            int at = (first + k * patterns + p) * dimensions;
            for (int d = 0; d < dimensions; d++) {
              numberGradients[d] += gradient * places[at + d];
            }
            for (int d = 0; d < dimensions; d++) {
              placeGradients[at + d] += gradient * numbers[d];
            }
          }
        }
      }
      first += length * patterns;
    }
  }

  /**
   * The model as learned, the numbers of its units rounded to 8 bits.
   *
   * @param hashes of the units known, in the order of their rows
   */
  PatternModel model(int[] hashes) {
    int dimensions = shape.dimensions();
    float[] scales = new float[units.length];
    byte[] rows = new byte[units.length * dimensions];
    for (int row = 0; row < units.length; row++) {
      float greatest = 0;
      for (float number : units[row]) {
        greatest = Math.max(greatest, Math.abs(number));
      }
      scales[row] = greatest / 127;
      for (int d = 0; d < dimensions && greatest > 0; d++) {
        rows[row * dimensions + d] = (byte) Math.round(units[row][d] / scales[row]);
      }
    }
    return new PatternModel(
        new PatternWeights(shape, hashes, scales, rows, places, biases, outputs, starts));
  }
}
