package org.vocstream.tuning;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.vocstream.encoder.WordPieceTokenizer;
import org.vocstream.training.TuningRows;

/**
 * Fine-tunes the bundled encoder on all that is labelled at once: the sentiment of whole texts, and
 * the indicators of the packs that texts mark. The same data on the same processor and number of
 * threads give weights that differ, if at all, in the last bit; other processors add up in another
 * order.
 */
final class Tune {
  private static final String BASE = "bge-small-zh-v1.5.onnx";
  private static final String PIECES = "bge-small-zh-v1.5-tokenizer.json";
  private static final int ATTENTIONS = 8;

  /** Pieces of a text, marks included; of a longer one its beginning and its end are read. */
  private static final int LONGEST = 128;

  private static final int BATCH_PIECES = 2048;
  private static final int BATCH_TEXTS = 64;
  private static final int BUCKET = 2048;
  private static final int EPOCHS = 2;
  private static final double RATE = 6e-5;

  /** Share of all steps in which the rate rises; after them it falls to nought. */
  private static final double WARM_UP = 0.06;

  private static final int SEED = 20_261_123;
  private static final int SENTIMENT = 3;
  private static final int ANSWERS = 4;

  private static final String ASPECTS = "aspects.";

  /** A row with its pieces. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Example(TuningRows.Row row, int[] pieces) {}

  private final NDManager manager = NDManager.newBaseManager();
  private final OnnxWeights base;
  private final Bert bert;
  private final Map<String, List<String>> indicators = new TreeMap<>();
  private final TuningRows rows;
  private final List<Example> examples;

  /**
   * What is to be learned from.
   *
   * @param data folder of the labelled data
   */
  Tune(Path data) throws IOException {
    MatrixPrecision.useBf16();
    Engine.getInstance().setRandomSeed(SEED);
    this.base = OnnxWeights.read(resource(BASE));
    this.bert = new Bert(base, ATTENTIONS, manager);
    WordPieceTokenizer tokenizer = WordPieceTokenizer.ofHuggingFace(resource(PIECES), PIECES);
    this.rows = new TuningRows(data);
    this.examples =
        rows.rows().stream()
            .map(r -> new Example(r, tokenizer.marked(cut(tokenizer.pieces(r.text(), false)))))
            .toList();
    Map<String, TreeSet<String>> marked = new TreeMap<>();
    for (Example example : examples) {
      if (example.row.pack() != null) {
        marked
            .computeIfAbsent(example.row.pack(), p -> new TreeSet<>())
            .addAll(example.row.aspects().keySet());
      }
    }
    marked.forEach((pack, names) -> indicators.put(pack, List.copyOf(names)));
    Random random = new Random(SEED);
    bert.addHead("sentiment", SENTIMENT, random);
    indicators.forEach(
        (pack, names) -> bert.addHead(ASPECTS + pack, ANSWERS * names.size(), random));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Tune.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " on the class path");
      }
      return in.readAllBytes();
    }
  }

  private static int[] cut(int[] pieces) {
    int most = LONGEST - 2;
    if (pieces.length <= most) {
      return pieces;
    }
    int[] cut = Arrays.copyOf(pieces, most);
    System.arraycopy(pieces, pieces.length - most / 2, cut, most / 2, most / 2);
    return cut;
  }

  /**
   * Learns, which takes some half an hour on two cores with AMX.
   *
   * @param progress told of each hundred steps
   */
  void learn(Consumer<String> progress) {
    List<List<Example>> batches = new ArrayList<>();
    Random random = new Random(SEED);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      batches.addAll(batches(random));
    }
    AdamW adam = new AdamW(RATE, manager);
    long start = System.nanoTime();
    double loss = 0;
    for (int step = 0; step < batches.size(); step++) {
      loss += gradients(batches.get(step));
      double at = step / (double) batches.size();
      adam.step(bert.learned(), at < WARM_UP ? at / WARM_UP : (1 - at) / (1 - WARM_UP));
      if ((step + 1) % 100 == 0) {
        double seconds = (System.nanoTime() - start) / 1e9;
        progress.accept(
            String.format(
                Locale.ROOT,
                "step %,d of %,d, mean loss %.3f, about %.0f min left",
                step + 1,
                batches.size(),
                loss / 100,
                seconds / 60 / (step + 1) * (batches.size() - step - 1)));
        loss = 0;
      }
    }
  }

  /** All texts once, those of like length together. */
  private List<List<Example>> batches(Random random) {
    List<Example> shuffled = new ArrayList<>(examples);
    Collections.shuffle(shuffled, random);
    List<List<Example>> batches = new ArrayList<>();
    for (int from = 0; from < shuffled.size(); from += BUCKET) {
      List<Example> bucket =
          new ArrayList<>(shuffled.subList(from, Math.min(shuffled.size(), from + BUCKET)));
      bucket.sort(Comparator.comparingInt(e -> e.pieces.length));
      List<Example> batch = new ArrayList<>();
      for (Example example : bucket) {
        if (batch.size() == BATCH_TEXTS
            || (batch.size() + 1) * example.pieces.length > BATCH_PIECES) {
          batches.add(batch);
          batch = new ArrayList<>();
        }
        batch.add(example);
      }
      batches.add(batch);
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /** Leaves the gradients of a batch with the weights; gives its loss. */
  private double gradients(List<Example> batch) {
    int[][] pieces = batch.stream().map(Example::pieces).toArray(int[][]::new);
    try (NDManager here = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray vectors = bert.vectors(pieces, here);
      NDArray loss = loss(vectors, "sentiment", sentiment(batch), SENTIMENT, here);
      for (Map.Entry<String, List<String>> pack : indicators.entrySet()) {
        if (batch.stream().anyMatch(e -> pack.getKey().equals(e.row.pack()))) {
          float[] targets = aspects(batch, pack.getKey(), pack.getValue());
          loss = loss.add(loss(vectors, ASPECTS + pack.getKey(), targets, ANSWERS, here));
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

  private static float[] sentiment(List<Example> batch) {
    float[] targets = new float[batch.size() * SENTIMENT];
    for (int i = 0; i < batch.size(); i++) {
      targets[i * SENTIMENT + batch.get(i).row.label() + 1] = 1f / batch.size();
    }
    return targets;
  }

  private static float[] aspects(List<Example> batch, String pack, List<String> names) {
    float[] targets = new float[batch.size() * names.size() * ANSWERS];
    for (int i = 0; i < batch.size(); i++) {
      TuningRows.Row row = batch.get(i).row;
      for (int k = 0; k < names.size() && pack.equals(row.pack()); k++) {
        Integer polarity = row.aspects().get(names.get(k));
        int answer = polarity == null ? 0 : polarity + 2;
        targets[(i * names.size() + k) * ANSWERS + answer] = 1f / batch.size();
      }
    }
    return targets;
  }

  /** What was learned. */
  TunedWeights weights() {
    TunedWeights file = new TunedWeights();
    file.tell("base", "BAAI bge-small-zh-v1.5, MIT licence");
    heads().forEach((name, asked) -> file.tell("head." + name, String.join("\t", asked)));
    bert.learned()
        .forEach(
            (name, array) -> {
              long[] shape = array.getShape().getShape();
              float[] values = array.toFloatArray();
              String layer = name.replaceFirst("\\.weight$", "");
              if (Bert.isOfHead(name) && shape.length == 2) {
                file.add(
                    name, transposed(values, (int) shape[0], (int) shape[1]), shape[1], shape[0]);
              } else if (base.layers().containsKey(layer)) {
                file.addRounded(base.layers().get(layer), values, (int) shape[0], (int) shape[1]);
              } else {
                file.add(name, values, shape);
              }
            });
    return file;
  }

  /** The model card of these weights, as JSON. */
  String card(byte[] file, LocalDate date) throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode card = json.createObjectNode();
    card.put("model", "encoder-zh");
    card.put("sha256", digest(file));
    card.put("trained", date.toString());
    card.put(
        "trainer",
        "Tune 1: BERT by PyTorch, AdamW, all heads at once, vectors of pieces as they were, layers"
            + " rounded to 8 bits per column");
    card.put(
        "base", "BAAI bge-small-zh-v1.5 (MIT licence; 24 million parameters, 4 layers of 512)");
    card.put("epochs", EPOCHS);
    card.put("rate", RATE);
    card.put("batch_pieces", BATCH_PIECES);
    card.put("longest_pieces", LONGEST);
    card.put("seed", SEED);
    card.put("bytes", file.length);
    card.set("heads", json.valueToTree(heads()));
    rows.describe(card);
    return json.writeValueAsString(card) + "\n";
  }

  private static String digest(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What each head is asked, by its name. */
  private Map<String, List<String>> heads() {
    Map<String, List<String>> heads = new TreeMap<>(Map.of("sentiment", List.of("text")));
    indicators.forEach((pack, names) -> heads.put(ASPECTS + pack, names));
    return heads;
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
