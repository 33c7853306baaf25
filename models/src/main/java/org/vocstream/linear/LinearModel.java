package org.vocstream.linear;

import java.util.List;
import java.util.Map;

/**
 * Several linear outputs over hashed features: {@code logit[k] = bias[k] + scale[k] * sum of
 * weight[k]} over the features present. Weights are 8-bit, one row per kept feature; a feature
 * without a row counts nothing. Immutable and safe for several threads.
 */
public final class LinearModel {
  /** Bits of a hash that tell rows apart. */
  static final int BUCKET_BITS = 24;

  private final String name;
  private final FeatureRecipe recipe;
  private final List<String> outputs;
  private final Map<String, float[]> parameters;
  private final float[] biases;
  private final float[] scales;
  private final int[] buckets;
  private final byte[] weights;

  private final BucketIndex index;
  private final String digest;

  LinearModel(
      String name,
      FeatureRecipe recipe,
      List<String> outputs,
      Map<String, float[]> parameters,
      float[] biases,
      float[] scales,
      int[] buckets,
      byte[] weights,
      String digest) {
    this.name = name;
    this.recipe = recipe;
    this.outputs = List.copyOf(outputs);
    this.parameters = Map.copyOf(parameters);
    this.biases = biases;
    this.scales = scales;
    this.buckets = buckets;
    this.weights = weights;
    this.digest = digest;
    this.index = new BucketIndex(buckets);
  }

  /** Name of the model, as its file is called without the ending. */
  public String name() {
    return name;
  }

  /** The features it reads. */
  public FeatureRecipe recipe() {
    return recipe;
  }

  /** Names of the outputs, in the order of the logits. */
  public List<String> outputs() {
    return outputs;
  }

  /** Number of features with a weight. */
  public int rows() {
    return buckets.length;
  }

  /** SHA-256 of the file, hexadecimal. */
  public String digest() {
    return digest;
  }

  /**
   * A row of numbers that belongs to the model (calibration, thresholds), a copy.
   *
   * @throws IllegalArgumentException where the model has none of this name
   */
  public float[] parameter(String parameter) {
    float[] values = parameters.get(parameter);
    if (values == null) {
      throw new IllegalArgumentException(
          "model " + name + " has no parameter " + parameter + "; it has " + parameters.keySet());
    }
    return values.clone();
  }

  /** Whether the model has a row of numbers of this name. */
  public boolean has(String parameter) {
    return parameters.containsKey(parameter);
  }

  /** The biases: logits of a text without features. */
  public double[] start() {
    double[] logits = new double[biases.length];
    for (int k = 0; k < logits.length; k++) {
      logits[k] = biases[k];
    }
    return logits;
  }

  /**
   * Adds what the features weigh.
   *
   * @param features distinct hashes
   * @param logits as {@link #start()} gave them; changed in place and returned
   */
  public double[] add(int[] features, double[] logits) {
    int[] rows = new int[features.length];
    int found = index.rows(features, rows);
    int width = biases.length;
    int[] sums = new int[width];
    for (int i = 0; i < found; i++) {
      int at = rows[i] * width;
      for (int k = 0; k < width; k++) {
        sums[k] += weights[at + k];
      }
    }
    for (int k = 0; k < width; k++) {
      logits[k] += scales[k] * (double) sums[k];
    }
    return logits;
  }

  /** The logits of these distinct features. */
  public double[] logits(int[] features) {
    return add(features, start());
  }

  /** Share of these features that have a weight, 0..1; 1 where there are none. */
  public double familiarity(int[] features) {
    int known = 0;
    for (int feature : features) {
      known += index.has(feature) ? 1 : 0;
    }
    return features.length == 0 ? 1 : known / (double) features.length;
  }

  Map<String, float[]> parameters() {
    return parameters;
  }

  float[] biases() {
    return biases;
  }

  float[] scales() {
    return scales;
  }

  int[] buckets() {
    return buckets;
  }

  byte[] weights() {
    return weights;
  }
}
