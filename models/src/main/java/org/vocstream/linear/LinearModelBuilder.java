package org.vocstream.linear;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes a {@link LinearModel} from real-valued weights: keeps the heaviest features, rounds to 8
 * bits with one scale per output. Stateless.
 */
public final class LinearModelBuilder {
  private LinearModelBuilder() {}

  /** The bucket of a feature, 0 to {@link #buckets()} less 1. */
  public static int bucket(int feature) {
    return feature >>> (32 - LinearModel.BUCKET_BITS);
  }

  /** Number of buckets. */
  public static int buckets() {
    return 1 << LinearModel.BUCKET_BITS;
  }

  /**
   * A pruned and rounded model.
   *
   * @param buckets bucket of each feature, ascending, without repeats
   * @param weights per output, one weight per feature, in the order of {@code buckets}
   * @param keep how many features stay: those whose largest weight, in units of its output's
   *     greatest, is heaviest; ties stay in order of bucket
   */
  public static LinearModel build(
      String name,
      FeatureRecipe recipe,
      List<String> outputs,
      Map<String, float[]> parameters,
      double[] biases,
      int[] buckets,
      double[][] weights,
      int keep) {
    int width = outputs.size();
    float[] scales = new float[width];
    for (int k = 0; k < width; k++) {
      double greatest = Arrays.stream(weights[k]).map(Math::abs).max().orElse(0);
      scales[k] = (float) Math.max(greatest / 127, 1e-9);
    }
    double[] heaviest = new double[buckets.length];
    for (int i = 0; i < buckets.length; i++) {
      for (int k = 0; k < width; k++) {
        heaviest[i] = Math.max(heaviest[i], Math.abs(weights[k][i]) / scales[k]);
      }
    }
    double[] sorted = heaviest.clone();
    Arrays.sort(sorted);
    // What rounds to nothing is left out whatever the limit.
    double least = Math.max(0.5, sorted.length > keep ? sorted[sorted.length - keep] : 0);
    int[] rows = new int[buckets.length];
    byte[] rounded = new byte[buckets.length * width];
    int kept = 0;
    for (int i = 0; i < buckets.length; i++) {
      if (heaviest[i] >= least && kept < keep) {
        rows[kept] = buckets[i];
        for (int k = 0; k < width; k++) {
          rounded[kept * width + k] = (byte) Math.round(weights[k][i] / scales[k]);
        }
        kept++;
      }
    }
    float[] starts = new float[width];
    for (int k = 0; k < width; k++) {
      starts[k] = (float) biases[k];
    }
    return sealed(
        name,
        recipe,
        outputs,
        parameters,
        starts,
        scales,
        Arrays.copyOf(rows, kept),
        Arrays.copyOf(rounded, kept * width),
        List.of());
  }

  /** The same weights with other parameters. */
  public static LinearModel with(LinearModel model, Map<String, float[]> parameters) {
    return sealed(
        model.name(),
        model.recipe(),
        model.outputs(),
        parameters,
        model.biases(),
        model.scales(),
        model.buckets(),
        model.weights(),
        model.patterns());
  }

  /**
   * The same model with other logits: {@code factor * logit + shift}, patterns left as they are.
   *
   * @param factors one per output
   * @param shifts one per output
   */
  public static LinearModel moved(LinearModel model, double[] factors, double[] shifts) {
    float[] biases = model.biases().clone();
    float[] scales = model.scales().clone();
    for (int k = 0; k < biases.length; k++) {
      biases[k] = (float) (factors[k] * biases[k] + shifts[k]);
      scales[k] = (float) (factors[k] * scales[k]);
    }
    return sealed(
        model.name(),
        model.recipe(),
        model.outputs(),
        model.parameters(),
        biases,
        scales,
        model.buckets(),
        model.weights(),
        model.patterns());
  }

  /** The same weights with patterns beside them. */
  public static LinearModel with(LinearModel model, List<PatternModel> patterns) {
    return sealed(
        model.name(),
        model.recipe(),
        model.outputs(),
        model.parameters(),
        model.biases(),
        model.scales(),
        model.buckets(),
        model.weights(),
        patterns);
  }

  /** The same model with these parameters more, or in the place of those of the same names. */
  public static LinearModel withAlso(LinearModel model, Map<String, float[]> parameters) {
    Map<String, float[]> all = new TreeMap<>(model.parameters());
    all.putAll(parameters);
    return with(model, all);
  }

  /**
   * A model with something added to its weights; features of no weight so far join it.
   *
   * @param buckets bucket of each feature that gets more, ascending, without repeats
   * @param more per output, what each of them gets more
   * @param biases per output, what its bias gets more
   */
  public static LinearModel plus(
      LinearModel model, int[] buckets, double[][] more, double[] biases) {
    int width = model.outputs().size();
    TreeMap<Integer, double[]> weights = new TreeMap<>();
    for (int row = 0; row < model.rows(); row++) {
      double[] own = new double[width];
      for (int k = 0; k < width; k++) {
        own[k] = model.scales()[k] * (double) model.weights()[row * width + k];
      }
      weights.put(model.buckets()[row], own);
    }
    for (int i = 0; i < buckets.length; i++) {
      double[] sum = weights.computeIfAbsent(buckets[i], b -> new double[width]);
      for (int k = 0; k < width; k++) {
        sum[k] += more[k][i];
      }
    }
    double[] starts = model.start();
    Arrays.setAll(starts, k -> starts[k] + biases[k]);
    double[][] byOutput = new double[width][weights.size()];
    int at = 0;
    for (double[] sum : weights.values()) {
      for (int k = 0; k < width; k++) {
        byOutput[k][at] = sum[k];
      }
      at++;
    }
    LinearModel sums =
        build(
            model.name(),
            model.recipe(),
            model.outputs(),
            model.parameters(),
            starts,
            weights.keySet().stream().mapToInt(Integer::intValue).toArray(),
            byOutput,
            weights.size());
    return with(sums, model.patterns());
  }

  /**
   * A model whose logits are the sums of those of two, and that has the parameters of the first.
   *
   * @param recipe n-grams of both together; features of one that the other knows, too, add up
   */
  public static LinearModel sum(FeatureRecipe recipe, LinearModel one, LinearModel other) {
    int width = other.outputs().size();
    double[][] more = new double[width][other.rows()];
    for (int row = 0; row < other.rows(); row++) {
      for (int k = 0; k < width; k++) {
        more[k][row] = other.scales()[k] * (double) other.weights()[row * width + k];
      }
    }
    LinearModel sum = plus(one, other.buckets(), more, other.start());
    return sealed(
        sum.name(),
        recipe,
        sum.outputs(),
        sum.parameters(),
        sum.biases(),
        sum.scales(),
        sum.buckets(),
        sum.weights(),
        sum.patterns());
  }

  /**
   * A model with the outputs of two over the same n-grams, and the parameters of the first.
   *
   * @param keep how many features stay, as {@link #build} has it
   */
  public static LinearModel joined(LinearModel one, LinearModel other, int keep) {
    int split = one.outputs().size();
    int width = split + other.outputs().size();
    TreeMap<Integer, double[]> weights = new TreeMap<>();
    addWeights(one, 0, width, weights);
    addWeights(other, split, width, weights);
    double[][] byOutput = new double[width][weights.size()];
    int at = 0;
    for (double[] row : weights.values()) {
      for (int k = 0; k < width; k++) {
        byOutput[k][at] = row[k];
      }
      at++;
    }
    double[] starts = Arrays.copyOf(one.start(), width);
    System.arraycopy(other.start(), 0, starts, split, other.outputs().size());
    return build(
        one.name(),
        one.recipe(),
        Stream.concat(one.outputs().stream(), other.outputs().stream()).toList(),
        one.parameters(),
        starts,
        weights.keySet().stream().mapToInt(Integer::intValue).toArray(),
        byOutput,
        keep);
  }

  private static void addWeights(
      LinearModel model, int from, int width, Map<Integer, double[]> to) {
    int own = model.outputs().size();
    for (int row = 0; row < model.rows(); row++) {
      double[] weights = to.computeIfAbsent(model.buckets()[row], b -> new double[width]);
      for (int k = 0; k < own; k++) {
        weights[from + k] += model.scales()[k] * (double) model.weights()[row * own + k];
      }
    }
  }

  private static LinearModel sealed(
      String name,
      FeatureRecipe recipe,
      List<String> outputs,
      Map<String, float[]> parameters,
      float[] biases,
      float[] scales,
      int[] buckets,
      byte[] weights,
      List<PatternModel> patterns) {
    LinearModel open =
        new LinearModel(
            name,
            recipe,
            outputs,
            parameters,
            biases,
            scales,
            buckets,
            weights,
            patterns,
            "unwritten");
    // Through the file, so that the digest is the file's and training sees what users will.
    return LinearModelFile.read(LinearModelFile.write(open), name);
  }
}
