package org.vocstream.encoder;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.sentiment.EncoderHead;
import org.vocstream.sentiment.TextEncoder;
import org.vocstream.text.Language;

/**
 * An encoder that comes with the program ({@code trained/encoder-zh.onnx}, {@code
 * trained/encoder-en.onnx}), rounded to 8 bits: for Chinese BAAI bge-small-zh-v1.5 (MIT licence; 24
 * million parameters, 4 layers of 512), for English all-MiniLM-L6-v2 of Sentence Transformers
 * (Apache License 2.0; 23 million parameters, 6 layers of 384). Their layers were fine-tuned on all
 * that is labelled, with the heads that stand beside them ({@code .safetensors}). A text's numbers
 * are the mean over the last states of its pieces and marks, and after them the state of the mark
 * before it. A text longer than the encoder takes at once is read window by window, and the numbers
 * are the mean over windows, each weighted with its pieces. The encoder itself is opened when the
 * first text comes. Safe for several threads.
 */
final class BundledEncoder implements TextEncoder {
  private static final String FOLDER = "trained/";
  private static final String HEAD = "head.";

  /** As many pieces as the texts had that it was fine-tuned on. */
  private static final int WINDOW = 126;

  /**
   * What it was pretrained with.
   *
   * @param tokenizer resource with its pieces
   * @param plain whether its pieces have no accents
   */
  private record Base(String tokenizer, boolean plain) {
    static Base of(Language language) {
      return switch (language) {
        case ZH -> new Base("bge-small-zh-v1.5-q-tokenizer.json", false);
        case EN -> new Base("all-minilm-l6-v2-q-tokenizer.json", true);
        default ->
            throw new IllegalArgumentException("no encoder is bundled for " + language.code());
      };
    }
  }

  private final String model;
  private final boolean plain;
  private final WordPieceTokenizer tokenizer;
  private final Map<String, EncoderHead> heads;
  private final int state;
  private final String id;
  private PieceSession session;

  private BundledEncoder(
      String model,
      boolean plain,
      WordPieceTokenizer tokenizer,
      Map<String, EncoderHead> heads,
      String id) {
    this.model = model;
    this.plain = plain;
    this.tokenizer = tokenizer;
    this.heads = Map.copyOf(heads);
    this.state = heads.get(EncoderHead.SENTIMENT).weights()[0].length / 2;
    this.id = id;
  }

  static BundledEncoder open(Language language) {
    Base base = Base.of(language);
    String name = "encoder-" + language.code();
    String model = FOLDER + name + ".onnx";
    String taught = FOLDER + name + ".safetensors";
    byte[] pieces = resource(base.tokenizer);
    byte[] heads = resource(taught);
    String digest = EncoderFolder.digest(resource(model), heads, pieces);
    try {
      return new BundledEncoder(
          model,
          base.plain,
          WordPieceTokenizer.ofHuggingFace(pieces, base.tokenizer),
          heads(SafeTensors.read(heads, taught)),
          name + "@" + digest.substring(0, 8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + base.tokenizer, e);
    }
  }

  /** The heads: their names and those of what they are asked stand in the file's metadata. */
  private static Map<String, EncoderHead> heads(SafeTensors tuned) {
    Map<String, EncoderHead> heads = new HashMap<>();
    tuned
        .metadata()
        .forEach(
            (name, asked) -> {
              if (name.startsWith(HEAD)) {
                SafeTensors.Tensor weights = tuned.tensor(name + ".weight");
                float[] flat = weights.values();
                int width = (int) weights.shape()[1];
                float[][] rows = new float[flat.length / width][];
                for (int k = 0; k < rows.length; k++) {
                  rows[k] = Arrays.copyOfRange(flat, k * width, (k + 1) * width);
                }
                heads.put(
                    name.substring(HEAD.length()),
                    new EncoderHead(
                        List.of(asked.split("\t")), rows, tuned.tensor(name + ".bias").values()));
              }
            });
    return heads;
  }

  @Override
  public EncoderHead head(String name) {
    EncoderHead head = heads.get(name);
    if (head == null) {
      throw new IllegalArgumentException("the encoder " + id + " was not taught " + name);
    }
    return head;
  }

  @Override
  public int width() {
    return 2 * state;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public float[] vector(String folded) {
    int[] pieces = tokenizer.pieces(folded, plain);
    float[] mean = new float[width()];
    int from = 0;
    do {
      int to = Math.min(pieces.length, from + WINDOW);
      add(
          states(tokenizer.marked(Arrays.copyOfRange(pieces, from, to))),
          Math.max(1, to - from) / (float) Math.max(1, pieces.length),
          mean);
      from = to;
    } while (from < pieces.length);
    return mean;
  }

  /** Adds the mean of the states, and the first state. */
  private void add(float[][] states, float weight, float[] sum) {
    for (float[] each : states) {
      for (int k = 0; k < state; k++) {
        sum[k] += weight * each[k] / states.length;
      }
    }
    for (int k = 0; k < state; k++) {
      sum[state + k] += weight * states[0][k];
    }
  }

  private float[][] states(int[] pieces) {
    try {
      return ((float[][][]) session().run(pieces))[0];
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed: " + e.getMessage(), e);
    }
  }

  private synchronized PieceSession session() throws OrtException {
    if (session == null) {
      session = PieceSession.open(resource(model), model);
    }
    return session;
  }

  private static byte[] resource(String name) {
    try (InputStream in = BundledEncoder.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no " + name + " on the class path; it comes with voc-models-encoder");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
