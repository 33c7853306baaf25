package org.vocstream.linear;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

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

  private final WeightTable table;
  private final List<PatternModel> patterns;
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
      List<PatternModel> patterns,
      String digest) {
    this.name = name;
    this.recipe = recipe;
    this.outputs = List.copyOf(outputs);
    this.parameters = Map.copyOf(parameters);
    this.biases = biases;
    this.scales = scales;
    this.buckets = buckets;
    this.weights = weights;
    this.patterns = List.copyOf(patterns);
    this.digest = digest;
    this.table = new WeightTable(buckets, weights, biases.length);
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

  /** Patterns that add to the logits beside the features, or none. */
  public List<PatternModel> patterns() {
    return patterns;
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

  /** Whether a feature has a weight. */
  public boolean knows(int feature) {
    return addKnown(new int[] {feature}, start()) > 0;
  }

  /**
   * Adds what the features weigh.
   *
   * @param features distinct hashes
   * @param logits as {@link #start()} gave them; changed in place and returned
   */
  public double[] add(int[] features, double[] logits) {
    addKnown(features, logits);
    return logits;
  }

  /**
   * The same, and tells how many of the features have a weight.
   *
   * @param logits as {@link #start()} gave them; changed in place
   */
  public int addKnown(int[] features, double[] logits) {
    int[] sums = new int[biases.length];
    int known = table.add(features, sums);
    for (int k = 0; k < sums.length; k++) {
      logits[k] += scales[k] * (double) sums[k];
    }
    return known;
  }

  /** The logits of these distinct features. */
  public double[] logits(int[] features) {
    return add(features, start());
  }

  /**
   * Share of features that have a weight, 0..1; 1 where there are none.
   *
   * @param known as {@link #addKnown} gave it for the features
   */
  public static double familiarity(int[] features, int known) {
    return features.length == 0 ? 1 : known / (double) features.length;
  }

  /** Names of the parameters, in order. */
  public SortedSet<String> parameterNames() {
    return new TreeSet<>(parameters.keySet());
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
