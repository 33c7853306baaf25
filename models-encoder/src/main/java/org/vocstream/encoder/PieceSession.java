package org.vocstream.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A BERT-like model in the ONNX format that is given the pieces of one text at a time. Safe for
 * several threads: a session may be run by many at once.
 */
final class PieceSession {
  private static final String PIECES = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String SEGMENTS = "token_type_ids";

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /** Makes a session with these options. */
  private interface Opening {
    OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException;
  }

  private PieceSession(Opening opening, Object origin) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // Texts are scored side by side; one text on many threads would only get in their way.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      this.session = opening.open(environment, options);
    }
    for (String input : session.getInputNames()) {
      if (!List.of(PIECES, MASK, SEGMENTS).contains(input)) {
        throw new IllegalArgumentException(
            origin
                + " asks for the input "
                + input
                + "; a BERT-like classifier takes input_ids, attention_mask and token_type_ids");
      }
    }
  }

  /**
   * Opens a model file.
   *
   * @throws IllegalArgumentException where it asks for other inputs than pieces
   */
  static PieceSession open(Path file) throws OrtException {
    return new PieceSession((e, options) -> e.createSession(file.toString(), options), file);
  }

  /**
   * Opens a model from its bytes.
   *
   * @param origin where they come from, for messages
   * @throws IllegalArgumentException where it asks for other inputs than pieces
   */
  static PieceSession open(byte[] model, String origin) throws OrtException {
    return new PieceSession((e, options) -> e.createSession(model, options), origin);
  }

  /** The first output for these pieces, marks included: arrays of float, as deep as it has axes. */
  Object run(int[] pieces) throws OrtException {
    long[][] ids = {Arrays.stream(pieces).asLongStream().toArray()};
    long[][] ones = {new long[pieces.length]};
    Arrays.fill(ones[0], 1);
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, ones);
        OnnxTensor segmentTensor =
            OnnxTensor.createTensor(environment, new long[][] {new long[pieces.length]})) {
      Map<String, OnnxTensor> inputs =
          new HashMap<>(Map.of(PIECES, idTensor, MASK, maskTensor, SEGMENTS, segmentTensor));
      inputs.keySet().retainAll(session.getInputNames());
      try (OrtSession.Result result = session.run(inputs)) {
        return result.get(0).getValue();
      }
    }
  }
}
