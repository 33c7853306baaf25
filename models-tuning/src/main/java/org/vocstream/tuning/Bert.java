package org.vocstream.tuning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * BERT (Devlin and others, NAACL 2019) as PyTorch calculates it, with heads on the mean of the last
 * states and the first state. The layers and heads learn; the vectors of pieces and places stay as
 * they are, so that the file of what was learned is half as large. Not thread-safe.
 */
final class Bert {
  private static final float DROPOUT = 0.1f;
  private static final float NORM = 1e-12f;
  private static final double HIDDEN = -10_000;
  private static final double SPREAD = 0.02;
  private static final String HEAD = "head.";

  private final NDManager manager;
  private final Map<String, NDArray> learned = new LinkedHashMap<>();
  private final float[] pieces;
  private final float[] places;
  private final float[] segment;
  private final int width;
  private final int layers;
  private final int attentions;

  /**
   * A model with these weights.
   *
   * @param attentions how many attentions a layer has
   */
  Bert(OnnxWeights weights, int attentions, NDManager manager) {
    this.manager = manager;
    this.attentions = attentions;
    this.pieces = weights.arrays().get("embeddings.word_embeddings.weight").values();
    this.places = weights.arrays().get("embeddings.position_embeddings.weight").values();
    this.segment = weights.arrays().get("embeddings.token_type_embeddings.weight").values();
    this.width = weights.arrays().get("embeddings.LayerNorm.bias").values().length;
    this.layers = weights.layers().size() / 6;
    weights
        .arrays()
        .forEach(
            (name, array) -> {
              if (!name.contains("_embeddings") && !name.startsWith("onnx::")) {
                learn(name, array);
              }
            });
    weights.layers().keySet().forEach(name -> learn(name + ".weight", weights.matrix(name)));
  }

  private void learn(String name, OnnxWeights.Array array) {
    learn(name, array.values(), new Shape(array.shape()));
  }

  private void learn(String name, float[] values, Shape shape) {
    NDArray array = manager.create(values, shape);
    array.setRequiresGradient(true);
    learned.put(name, array);
  }

  /** Adds a head of so many answers, with small random weights. */
  void addHead(String name, int answers, Random random) {
    float[] weights = new float[2 * width * answers];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (random.nextGaussian() * SPREAD);
    }
    learn(HEAD + name + ".weight", weights, new Shape(2L * width, answers));
    learn(HEAD + name + ".bias", new float[answers], new Shape(answers));
  }

  /** All that learns, by name. */
  Map<String, NDArray> learned() {
    return learned;
  }

  static boolean isOfHead(String name) {
    return name.startsWith(HEAD);
  }

  /**
   * The numbers of texts, {@code texts x 2 width}: mean of the last states, and the first.
   *
   * @param texts pieces of each, marks included
   * @param learning whether some numbers are dropped by chance, as learning needs it
   * @param here owns what is calculated
   */
  NDArray vectors(int[][] texts, boolean learning, NDManager here) {
    int longest = 0;
    for (int[] text : texts) {
      longest = Math.max(longest, text.length);
    }
    float[] means = new float[texts.length * longest];
    for (int i = 0; i < texts.length; i++) {
      for (int t = 0; t < texts[i].length; t++) {
        means[i * longest + t] = 1f / texts[i].length;
      }
    }
    NDArray states = states(texts, longest, learning, here).reshape(texts.length, longest, width);
    NDArray mean =
        here.create(means, new Shape(texts.length, 1, longest))
            .matMul(states)
            .reshape(texts.length, width);
    NDArray first = states.get(":,0,:").reshape(texts.length, width);
    return dropped(mean.concat(first, 1), learning);
  }

  /** The logits of a head. */
  NDArray logits(NDArray vectors, String head) {
    return linear(vectors, HEAD + head);
  }

  private NDArray states(int[][] texts, int longest, boolean learning, NDManager here) {
    int n = texts.length;
    float[] start = new float[n * longest * width];
    float[] mask = new float[n * longest];
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < longest; t++) {
        int piece = t < texts[i].length ? texts[i][t] : 0;
        mask[i * longest + t] = t < texts[i].length ? 0 : (float) HIDDEN;
        for (int k = 0; k < width; k++) {
          start[(i * longest + t) * width + k] =
              pieces[piece * width + k] + places[t * width + k] + segment[k];
        }
      }
    }
    NDArray hidden = here.create(mask, new Shape(n, 1, 1, longest));
    NDArray state =
        dropped(
            normed(here.create(start, new Shape((long) n * longest, width)), "embeddings", here),
            learning);
    int each = width / attentions;
    float scale = (float) (1 / Math.sqrt(each));
    for (int l = 0; l < layers; l++) {
      String layer = "encoder.layer." + l + ".";
      String self = layer + "attention.self.";
      NDArray query =
          linear(state, self + "query").mul(scale).reshape(n, longest, attentions, each);
      NDArray key = linear(state, self + "key").reshape(n, longest, attentions, each);
      NDArray value = linear(state, self + "value").reshape(n, longest, attentions, each);
      NDArray weights =
          dropped(
              query.transpose(0, 2, 1, 3).matMul(key.transpose(0, 2, 3, 1)).add(hidden).softmax(-1),
              learning);
      NDArray seen =
          weights
              .matMul(value.transpose(0, 2, 1, 3))
              .transpose(0, 2, 1, 3)
              .reshape((long) n * longest, width);
      String out = layer + "attention.output";
      state = normed(dropped(linear(seen, out + ".dense"), learning).add(state), out, here);
      NDArray inner = Activation.gelu(linear(state, layer + "intermediate.dense"));
      state =
          normed(
              dropped(linear(inner, layer + "output.dense"), learning).add(state),
              layer + "output",
              here);
    }
    return state;
  }

  private NDArray linear(NDArray input, String name) {
    return input.matMul(learned.get(name + ".weight")).add(learned.get(name + ".bias"));
  }

  private NDArray normed(NDArray input, String name, NDManager here) {
    NDArray normed =
        LayerNorm.layerNorm(
                input,
                new Shape(width),
                learned.get(name + ".LayerNorm.weight"),
                learned.get(name + ".LayerNorm.bias"),
                NORM)
            .singletonOrThrow();
    normed.attach(here);
    return normed;
  }

  private static NDArray dropped(NDArray input, boolean learning) {
    return learning ? Dropout.dropout(input, DROPOUT, true).singletonOrThrow() : input;
  }
}
