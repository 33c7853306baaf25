package org.vocstream.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;
import org.vocstream.sentiment.PostSentimentModel;
import org.vocstream.sentiment.TextEncoder;

/**
 * Trains the weights of a {@link PostSentimentModel}: logistic regression over the numbers of an
 * encoder that stays as it is. What they count beside the linear model is fitted on posts that
 * neither had seen, with weights trained without them; then weights of all posts take it over.
 *
 * @param mostRows of a set, so that a large one does not speak for all
 * @param decay pull of each weight to nought: half its square, times this, joins the mean loss
 * @param rounds how often each post is learned from
 * @param rate of {@link Adam}
 * @param seed of the order
 */
record PostTrainer(int mostRows, double decay, int rounds, double rate, long seed)
    implements Trainer {
  private static final int BATCH = 64;

  /** The numbers of a post and its label. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Post(float[] vector, int label) {}

  /** Weights over the numbers and, as the last of each row, a bias. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Weights(double[][] rows) {
    double logit(float[] vector, int output) {
      double logit = rows[output][vector.length];
      for (int i = 0; i < vector.length; i++) {
        logit += rows[output][i] * vector[i];
      }
      return logit;
    }
  }

  /**
   * The weights.
   *
   * @param texts training rows of the linear model
   * @param unseen those of them that were held out, with what it says of them unseen
   */
  LinearModel train(
      List<LabelledText> texts,
      List<SentimentTrainer.Unseen> unseen,
      TextEncoder encoder,
      Reading reading) {
    Set<LabelledText> taught = new HashSet<>(posts(texts));
    List<SentimentTrainer.Unseen> heldOut =
        unseen.stream().filter(u -> taught.remove(u.text())).toList();
    List<LabelledText> seen = posts(texts).stream().filter(taught::contains).toList();
    // Each text is read by itself, so the result does not hang on the number of threads.
    List<Post> posts =
        seen.parallelStream()
            .map(t -> new Post(encoder.vector(reading.read(t.text()).folded()), t.label()))
            .toList();
    List<Post> held =
        heldOut.parallelStream()
            .map(u -> new Post(encoder.vector(u.read().folded()), u.text().label()))
            .toList();
    Weights trial = weights(posts);
    List<Post> all = new ArrayList<>(posts);
    all.addAll(held);
    Weights last = weights(all);
    int width = encoder.width();
    Map<String, float[]> parameters = new TreeMap<>();
    float[] factors = new float[Calibrated.OUTPUTS.size()];
    double[] starts = new double[factors.length];
    for (int k = 0; k < factors.length; k++) {
      double[] counts = counts(heldOut, held, trial, k);
      factors[k] = (float) counts[0];
      float[] vector = new float[width];
      for (int i = 0; i < width; i++) {
        vector[i] = (float) (counts[1] * last.rows[k][i]);
      }
      parameters.put(PostSentimentModel.VECTOR + Calibrated.OUTPUTS.get(k), vector);
      starts[k] = counts[1] * last.rows[k][width] + counts[2];
    }
    parameters.put(PostSentimentModel.LINEAR, factors);
    return LinearModelBuilder.build(
        PostSentimentModel.NAME,
        new FeatureRecipe(1, 1, 1),
        Calibrated.OUTPUTS,
        parameters,
        starts,
        new int[0],
        new double[factors.length][0],
        0);
  }

  /** Labelled posts, at most so many of a set. */
  List<LabelledText> posts(List<LabelledText> texts) {
    Map<String, Integer> taken = new HashMap<>();
    return Shuffle.of(texts, seed).stream()
        .filter(t -> t.channel() == Channel.SOCIAL && t.label() != null)
        .filter(t -> taken.merge(t.set(), 1, Integer::sum) <= mostRows)
        .toList();
  }

  /** What the logit of the linear model counts, that of the weights, and the intercept. */
  private static double[] counts(
      List<SentimentTrainer.Unseen> linear, List<Post> posts, Weights weights, int output) {
    List<double[]> inputs = new ArrayList<>();
    boolean[] yes = new boolean[posts.size()];
    for (int i = 0; i < posts.size(); i++) {
      Post post = posts.get(i);
      if (Calibrated.teaches(output, post.label)) {
        yes[inputs.size()] = Calibrated.yes(output, post.label);
        inputs.add(
            new double[] {linear.get(i).logits()[output], weights.logit(post.vector, output), 1});
      }
    }
    return inputs.isEmpty()
        ? new double[] {1, 0, 0}
        : Logistic.fit(inputs.toArray(double[][]::new), Arrays.copyOf(yes, inputs.size()));
  }

  private Weights weights(List<Post> posts) {
    int width = posts.get(0).vector.length;
    float[] means = new float[width];
    float[] scales = new float[width];
    for (int i = 0; i < width; i++) {
      int at = i;
      double mean = posts.stream().mapToDouble(p -> p.vector[at]).average().orElse(0);
      double square =
          posts.stream().mapToDouble(p -> (p.vector[at] - mean) * (p.vector[at] - mean)).sum();
      means[i] = (float) mean;
      scales[i] = (float) (1 / Math.sqrt(square / posts.size() + 1e-12));
    }
    int outputs = Calibrated.OUTPUTS.size();
    float[] weights = new float[outputs * (width + 1)];
    learn(posts, means, scales, weights);
    double[][] rows = new double[outputs][width + 1];
    for (int k = 0; k < outputs; k++) {
      rows[k][width] = weights[k * (width + 1) + width];
      for (int i = 0; i < width; i++) {
        rows[k][i] = weights[k * (width + 1) + i] * (double) scales[i];
        rows[k][width] -= rows[k][i] * means[i];
      }
    }
    return new Weights(rows);
  }

  /** Learns weights over numbers of mean 0 and deviation 1, output by output. */
  private void learn(List<Post> posts, float[] means, float[] scales, float[] weights) {
    int width = means.length;
    int outputs = weights.length / (width + 1);
    Adam adam = new Adam(weights);
    Random random = new Random(seed);
    List<Post> order = new ArrayList<>(posts);
    float[] gradients = new float[weights.length];
    float[] x = new float[width + 1];
    x[width] = 1;
    int steps = rounds * ((order.size() + BATCH - 1) / BATCH);
    int step = 0;
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (int from = 0; from < order.size(); from += BATCH) {
        List<Post> batch = order.subList(from, Math.min(order.size(), from + BATCH));
        for (Post post : batch) {
          for (int i = 0; i < width; i++) {
            x[i] = (post.vector[i] - means[i]) * scales[i];
          }
          for (int k = 0; k < outputs; k++) {
            if (Calibrated.teaches(k, post.label)) {
              addGradient(x, Calibrated.yes(k, post.label), weights, gradients, k * x.length);
            }
          }
        }
        for (int i = 0; i < weights.length; i++) {
          gradients[i] += (float) (batch.size() * decay * weights[i]);
        }
        double left = 1 - step / (double) steps;
        adam.step(gradients, Adam.rate(rate * left, ++step), batch.size());
      }
    }
  }

  private static void addGradient(
      float[] x, boolean yes, float[] weights, float[] gradients, int at) {
    float logit = 0;
    for (int i = 0; i < x.length; i++) {
      logit += weights[at + i] * x[i];
    }
    // StrictMath: the same bytes on every machine.
    float miss = (float) (1 / (1 + StrictMath.exp(-logit)) - (yes ? 1 : 0));
    for (int i = 0; i < x.length; i++) {
      gradients[at + i] += miss * x[i];
    }
  }

  @Override
  public void describe(ObjectNode card, LinearModel model) {
    card.put(
        "trainer",
        "PostTrainer 1: logistic regression over the numbers of a frozen encoder, Adam; weighed"
            + " against the linear model on posts that neither had seen");
    card.put("most_rows_of_a_set", mostRows);
    card.put("decay", decay);
    card.put("rounds", rounds);
    card.put("rate", rate);
    card.put("seed", seed);
    card.put(
        "features",
        "mean over the last states of the pieces, and state of the mark before them, of BAAI"
            + " bge-small-zh-v1.5 in 8 bits (MIT licence)");
  }
}
