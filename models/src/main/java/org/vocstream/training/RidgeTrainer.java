package org.vocstream.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;

/**
 * Ridge regression over hashed features: the weights that minimise {@code sum of (w x - y)^2 +
 * penalty |w|^2}, by conjugate gradients. A feature counts by {@code 1 + ln(rows / rows that have
 * it)}, which is folded into the weights afterwards, and within its part by {@code 1 / root of the
 * number of features of the part}.
 *
 * @param penalty pull of the weights to nought, in units of the mean square of a row
 * @param minRows a feature seen in fewer rows is left out
 * @param keep how many features the pruned model keeps at most
 */
record RidgeTrainer(double penalty, int minRows, int keep) implements Trainer {
  private static final int STEPS = 200;
  private static final double TOLERANCE = 1e-5;

  /** A row as places of features and their values. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Row(int[] places, float[] values) {}

  /**
   * The model of these rows, with one output.
   *
   * @param rows distinct features of each part of each row
   * @param truth what is to be told of each row
   */
  LinearModel train(
      String name, FeatureRecipe recipe, String output, List<List<int[]>> rows, double[] truth) {
    int[] index = new int[LinearModelBuilder.buckets()];
    for (List<int[]> row : rows) {
      row.stream()
          .flatMapToInt(Arrays::stream)
          .map(LinearModelBuilder::bucket)
          .distinct()
          .forEach(bucket -> index[bucket]++);
    }
    int count = (int) Arrays.stream(index).filter(n -> n >= minRows).count();
    int[] buckets = new int[count];
    double[] rarity = new double[count];
    int at = 0;
    for (int bucket = 0; bucket < index.length; bucket++) {
      boolean kept = index[bucket] >= minRows;
      if (kept) {
        rarity[at] = 1 + StrictMath.log(rows.size() / (double) index[bucket]);
        buckets[at++] = bucket;
      }
      index[bucket] = kept ? at : 0;
    }
    Row[] vectors = rows.stream().map(r -> row(r, index, rarity)).toArray(Row[]::new);
    double mean = Arrays.stream(truth).average().orElse(0);
    double[] weights = solve(vectors, truth, mean, count);
    for (int i = 0; i < count; i++) {
      weights[i] *= rarity[i];
    }
    return LinearModelBuilder.build(
        name,
        recipe,
        List.of(output),
        Map.of(),
        new double[] {mean},
        buckets,
        new double[][] {weights},
        keep);
  }

  private static Row row(List<int[]> parts, int[] index, double[] rarity) {
    int[] places = new int[parts.stream().mapToInt(p -> p.length).sum()];
    float[] values = new float[places.length];
    int size = 0;
    for (int[] part : parts) {
      double root = Math.sqrt(part.length);
      for (int feature : part) {
        int place = index[LinearModelBuilder.bucket(feature)] - 1;
        if (place >= 0) {
          places[size] = place;
          values[size++] = (float) (rarity[place] / root);
        }
      }
    }
    return new Row(Arrays.copyOf(places, size), Arrays.copyOf(values, size));
  }

  private double[] solve(Row[] rows, double[] truth, double mean, int features) {
    double squares = 0;
    for (Row row : rows) {
      for (float value : row.values) {
        squares += value * value;
      }
    }
    double pull = penalty * squares / Math.max(1, rows.length);
    double[] weights = new double[features];
    double[] rest = new double[features];
    for (int i = 0; i < rows.length; i++) {
      add(rows[i], truth[i] - mean, rest);
    }
    double[] direction = rest.clone();
    double norm = dot(rest, rest);
    double least = norm * TOLERANCE * TOLERANCE;
    for (int step = 0; step < STEPS && norm > least; step++) {
      double[] image = new double[features];
      for (Row row : rows) {
        add(row, dot(row, direction), image);
      }
      for (int i = 0; i < features; i++) {
        image[i] += pull * direction[i];
      }
      double length = norm / dot(direction, image);
      for (int i = 0; i < features; i++) {
        weights[i] += length * direction[i];
        rest[i] -= length * image[i];
      }
      double next = dot(rest, rest);
      for (int i = 0; i < features; i++) {
        direction[i] = rest[i] + next / norm * direction[i];
      }
      norm = next;
    }
    return weights;
  }

  private static double dot(Row row, double[] weights) {
    double sum = 0;
    for (int i = 0; i < row.places.length; i++) {
      sum += row.values[i] * weights[row.places[i]];
    }
    return sum;
  }

  private static void add(Row row, double factor, double[] to) {
    for (int i = 0; i < row.places.length; i++) {
      to[row.places[i]] += factor * row.values[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public void describe(ObjectNode card, LinearModel model) {
    card.put(
        "trainer",
        "RidgeTrainer 1: ridge regression by conjugate gradients over parts of a transcript, pruned,"
            + " 8-bit weights");
    card.put("penalty", penalty);
    card.put("min_rows", minRows);
    card.put(
        "features",
        "hashed n-grams of the folded text of each part: characters %d to %d, words 1 to %d"
            .formatted(
                model.recipe().charMin(), model.recipe().charMax(), model.recipe().wordMax()));
  }
}
