package org.vocstream.tuning;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fine-tuned weights of layers on their way into the 8-bit ONNX file. Matrices are rounded as ONNX
 * Runtime's dynamic quantisation does it: per column one scale, the greatest weight being 127, and
 * no offset, as both files have it. Not thread-safe.
 */
final class TunedLayers {
  private static final int GREATEST = 127;

  private final Map<String, ByteBuffer> arrays = new LinkedHashMap<>();

  /** Adds an array as it is. */
  void add(String name, float[] values) {
    arrays.put(name, bytes(values));
  }

  /**
   * Adds the matrix of a layer, rounded.
   *
   * @param name in the 32-bit ONNX file
   * @param values row by row, one row per input of the layer
   */
  void addRounded(String name, float[] values, int outputs) {
    float[] scales = new float[outputs];
    for (int i = 0; i < values.length; i++) {
      scales[i % outputs] = Math.max(scales[i % outputs], Math.abs(values[i]));
    }
    for (int k = 0; k < outputs; k++) {
      scales[k] = scales[k] == 0 ? 1 : scales[k] / GREATEST;
    }
    ByteBuffer rounded = ByteBuffer.allocate(values.length);
    for (int i = 0; i < values.length; i++) {
      rounded.put((byte) Math.round(values[i] / scales[i % outputs]));
    }
    arrays.put(name + "_quantized", rounded.flip());
    add(name + "_scale", scales);
  }

  /** The bytes of each array by its name in the 8-bit file. */
  Map<String, ByteBuffer> arrays() {
    return arrays;
  }

  /** Floats as files have them, little-endian. */
  static ByteBuffer bytes(float[] values) {
    ByteBuffer data =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(values);
    return data;
  }
}
