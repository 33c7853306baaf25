package org.vocstream.tuning;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.encoder.OnnxMessage;

/**
 * The arrays of 32-bit floats of an ONNX file (ModelProto of onnx.proto3, a protocol buffer), and
 * which layer each matrix belongs to. Immutable; the arrays are not to be changed.
 *
 * @param arrays by the name in the file
 * @param layers name of a matrix in the file, by the layer that multiplies with it: {@code
 *     encoder.layer.0.attention.self.query}
 */
record OnnxWeights(Map<String, Array> arrays, Map<String, String> layers) {
  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int INITIALIZER = 5;
  private static final int FLOAT = 1;

  /**
   * An array.
   *
   * @param shape length of each axis
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Array(long[] shape, float[] values) {}

  static OnnxWeights read(byte[] file) {
    Map<String, Array> arrays = new LinkedHashMap<>();
    Map<String, String> layers = new LinkedHashMap<>();
    OnnxMessage.visit(
        file,
        0,
        file.length,
        (number, from, to, value) -> {
          if (number == GRAPH) {
            OnnxMessage.visit(
                file,
                from,
                to,
                (part, start, end, v) -> {
                  if (part == INITIALIZER) {
                    addArray(file, start, end, arrays);
                  } else if (part == NODE) {
                    addLayer(file, start, end, layers);
                  }
                });
          }
        });
    return new OnnxWeights(arrays, layers);
  }

  /** The matrix of a layer. */
  Array matrix(String layer) {
    return arrays.get(layers.get(layer));
  }

  private static void addArray(byte[] file, int from, int to, Map<String, Array> arrays) {
    List<Long> shape = new ArrayList<>();
    String[] name = new String[1];
    float[][] values = new float[1][];
    boolean[] isFloat = new boolean[1];
    OnnxMessage.visit(
        file,
        from,
        to,
        (number, start, end, value) -> {
          switch (number) {
            case 1 -> addAxes(file, start, end, value, shape);
            case 2 -> isFloat[0] = value == FLOAT;
            case 8 -> name[0] = text(file, start, end);
            case 9 -> {
              FloatBuffer floats =
                  ByteBuffer.wrap(file, start, end - start)
                      .order(ByteOrder.LITTLE_ENDIAN)
                      .asFloatBuffer();
              values[0] = new float[floats.remaining()];
              floats.get(values[0]);
            }
            default -> {}
          }
        });
    if (isFloat[0]) {
      arrays.put(
          name[0], new Array(shape.stream().mapToLong(Long::longValue).toArray(), values[0]));
    }
  }

  private static void addAxes(byte[] file, int from, int to, long value, List<Long> shape) {
    if (from == to) {
      shape.add(value);
      return;
    }
    for (int at = from; at < to; ) {
      long[] axis = OnnxMessage.number(file, at);
      shape.add(axis[0]);
      at = (int) axis[1];
    }
  }

  private static void addLayer(byte[] file, int from, int to, Map<String, String> layers) {
    List<String> inputs = new ArrayList<>();
    String[] told = new String[2];
    OnnxMessage.visit(
        file,
        from,
        to,
        (number, start, end, value) -> {
          switch (number) {
            case 1 -> inputs.add(text(file, start, end));
            case 2 -> told[0] = text(file, start, end);
            case 4 -> told[1] = text(file, start, end);
            default -> {}
          }
        });
    if ("MatMul".equals(told[1]) && inputs.get(1).startsWith("onnx::")) {
      // /encoder/layer.0/attention/self/query/MatMul_output_0
      String path = told[0].substring(1, told[0].lastIndexOf('/'));
      layers.put(path.replace('/', '.'), inputs.get(1));
    }
  }

  private static String text(byte[] file, int from, int to) {
    return new String(Arrays.copyOfRange(file, from, to), StandardCharsets.UTF_8);
  }
}
