package org.vocstream.tuning;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.vocstream.encoder.WordPieceTokenizer;
import org.vocstream.sentiment.EncoderHead;
import org.vocstream.training.TuningRows;

/**
 * Fine-tunes the encoder of a language on all that is labelled at once: the sentiment of whole
 * texts, and the indicators of the packs that texts mark. The same data on the same processor and
 * number of threads give weights that differ, if at all, in the last bit; other processors add up
 * in another order.
 */
final class Tune {
  static final double RATE = 6e-5;
  static final int SEED = 20_261_123;

  /** Share of all steps in which the rate rises; after them it falls to nought. */
  private static final double WARM_UP = 0.06;

  private final NDManager manager = NDManager.newBaseManager();
  private final Base base;
  private final OnnxWeights weights;
  private final Bert bert;
  private final Questions questions;
  private final TuningRows rows;
  private final List<Example> examples;
  private final List<Example> unseen;

  /**
   * What is to be learned from.
   *
   * @param data folder of the labelled data
   */
  Tune(Base base, Path data) throws IOException {
    MatrixPrecision.useBf16();
    Engine.getInstance().setRandomSeed(SEED);
    this.base = base;
    this.weights = OnnxWeights.read(base.weights());
    this.bert = new Bert(weights, base.attentions(), manager);
    WordPieceTokenizer tokenizer =
        WordPieceTokenizer.ofHuggingFace(base.tokenizer(), base.described());
    this.rows = new TuningRows(data, base.language());
    this.questions = new Questions(rows.indicators());
    this.examples = examples(rows.rows(), tokenizer);
    this.unseen = examples(rows.unseen(), tokenizer);
    Random random = new Random(SEED);
    bert.addHead(EncoderHead.SENTIMENT, Questions.SENTIMENT, random);
    rows.indicators()
        .forEach(
            (pack, names) ->
                bert.addHead(EncoderHead.aspects(pack), Questions.ANSWERS * names.size(), random));
  }

  private List<Example> examples(List<TuningRows.Row> some, WordPieceTokenizer tokenizer) {
    return some.stream().map(r -> Example.of(r, tokenizer, base.isPlain())).toList();
  }

  /**
   * Learns, which takes some half an hour on two cores with AMX.
   *
   * @param progress told of each hundred steps, and after each round of what it reads of the texts
   *     that it is not to see
   * @param round after each round given what was learned so far
   */
  void learn(Consumer<String> progress, Consumer<TunedEncoder> round, LocalDate date)
      throws IOException {
    Random random = new Random(SEED);
    List<List<List<Example>>> rounds = new ArrayList<>();
    for (int epoch = 0; epoch < base.epochs(); epoch++) {
      rounds.add(Example.batches(examples, random));
    }
    int all = rounds.stream().mapToInt(List::size).sum();
    AdamW adam = new AdamW(RATE, manager);
    long start = System.nanoTime();
    int step = 0;
    double loss = 0;
    for (List<List<Example>> batches : rounds) {
      for (List<Example> batch : batches) {
        loss += gradients(batch);
        double at = step / (double) all;
        adam.step(bert.learned(), at < WARM_UP ? at / WARM_UP : (1 - at) / (1 - WARM_UP));
        step++;
        if (step % 100 == 0) {
          double seconds = (System.nanoTime() - start) / 1e9;
          progress.accept(
              String.format(
                  Locale.ROOT,
                  "step %,d of %,d, mean loss %.3f, about %.0f min left",
                  step,
                  all,
                  loss / 100,
                  seconds / 60 / step * (all - step)));
          loss = 0;
        }
      }
      progress.accept(UnseenTexts.measure(bert, questions, unseen, manager));
      round.accept(tuned(date));
    }
  }

  /** Leaves the gradients of a batch with the weights; gives its loss. */
  private double gradients(List<Example> batch) {
    int[][] pieces = batch.stream().map(Example::pieces).toArray(int[][]::new);
    try (NDManager here = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray vectors = bert.vectors(pieces, true, here);
      NDArray loss =
          loss(
              vectors,
              EncoderHead.SENTIMENT,
              Questions.sentiment(batch),
              Questions.SENTIMENT,
              here);
      for (String pack : questions.indicators().keySet()) {
        if (batch.stream().anyMatch(e -> pack.equals(e.row().pack()))) {
          float[] targets = questions.aspects(batch, pack);
          loss =
              loss.add(loss(vectors, EncoderHead.aspects(pack), targets, Questions.ANSWERS, here));
        }
      }
      collector.backward(loss);
      return loss.getFloat();
    }
  }

  /** Cross-entropy; a row of targets that are all nought counts nothing. */
  private NDArray loss(NDArray vectors, String head, float[] targets, int answers, NDManager here) {
    Shape shape = new Shape(targets.length / answers, answers);
    NDArray likely = bert.logits(vectors, head).reshape(shape).logSoftmax(1);
    return here.create(targets, shape).mul(likely).sum().neg();
  }

  /** What was learned, as files. */
  private TunedEncoder tuned(LocalDate date) throws IOException {
    TunedLayers layers = new TunedLayers();
    TunedHeads heads = new TunedHeads();
    heads.tell("base", base.described());
    questions
        .heads()
        .forEach((name, asked) -> heads.tell("head." + name, String.join("\t", asked)));
    for (Map.Entry<String, NDArray> learned : bert.learned().entrySet()) {
      String name = learned.getKey();
      long[] shape = learned.getValue().getShape().getShape();
      float[] values = learned.getValue().toFloatArray();
      String matrix = weights.layers().get(name.replaceFirst("\\.weight$", ""));
      if (Bert.isOfHead(name) && shape.length == 2) {
        heads.add(name, transposed(values, (int) shape[0], (int) shape[1]), shape[1], shape[0]);
      } else if (Bert.isOfHead(name)) {
        heads.add(name, values, shape);
      } else if (matrix != null) {
        layers.addRounded(matrix, values, (int) shape[1]);
      } else {
        layers.add(name, values);
      }
    }
    byte[] model = base.rounded();
    OnnxInitializers.replace(model, layers.arrays());
    return TunedEncoder.of(base, model, heads.bytes(), questions, rows, date);
  }

  private static float[] transposed(float[] values, int rows, int columns) {
    float[] transposed = new float[values.length];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        transposed[k * rows + i] = values[i * columns + k];
      }
    }
    return transposed;
  }
}
