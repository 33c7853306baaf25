package org.vocstream.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read of an ONNX file. */
class OnnxWeightsTest {
  @Test
  void findsArraysAndTheLayersTheyBelongTo() {
    byte[] matrix =
        joined(number(1, 1), number(1, 2), number(2, 1), bytes(8, "onnx::MatMul_7"), floats(3, 4));
    byte[] bias = joined(bytes(1, new byte[] {2}), bytes(8, "bias"), floats(5, 6));
    byte[] node =
        joined(
            bytes(1, "/state"),
            bytes(1, "onnx::MatMul_7"),
            bytes(2, "/encoder/layer.0/query/MatMul_output_0"),
            bytes(4, "MatMul"));
    byte[] file =
        joined(number(1, 300), bytes(7, joined(bytes(1, node), bytes(5, matrix), bytes(5, bias))));

    OnnxWeights weights = OnnxWeights.read(file);

    assertThat(weights.layers())
        .containsExactly(Map.entry("encoder.layer.0.query", "onnx::MatMul_7"));
    assertThat(weights.matrix("encoder.layer.0.query").values()).containsExactly(3, 4);
    assertThat(weights.matrix("encoder.layer.0.query").shape()).containsExactly(1, 2);
    assertThat(weights.arrays().get("bias").shape()).containsExactly(2);
    assertThat(weights.arrays().get("bias").values()).containsExactly(5, 6);
  }

  @Test
  void anotherFileIsRefused() {
    assertThatThrownBy(() -> OnnxWeights.read("not ONNX".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no ONNX file");
  }

  private static byte[] number(int field, int value) {
    return joined(new byte[] {(byte) (field << 3)}, length(value));
  }

  private static byte[] bytes(int field, String text) {
    return bytes(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(int field, byte[] content) {
    return joined(new byte[] {(byte) ((field << 3) | 2)}, length(content.length), content);
  }

  private static byte[] floats(float... values) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return bytes(9, raw.array());
  }

  private static byte[] length(int value) {
    return value < 128
        ? new byte[] {(byte) value}
        : new byte[] {(byte) ((value & 127) | 128), (byte) (value >>> 7)};
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
