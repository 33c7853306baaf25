package org.vocstream.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read of an ONNX file. */
class OnnxWeightsTest {
  @Test
  void findsArraysAndTheLayersTheyBelongTo() {
    byte[] matrix =
        OnnxFile.joined(
            OnnxFile.number(1, 1),
            OnnxFile.number(1, 2),
            OnnxFile.number(2, 1),
            OnnxFile.bytes(8, "onnx::MatMul_7"),
            OnnxFile.floats(3, 4));
    byte[] bias =
        OnnxFile.joined(
            OnnxFile.bytes(1, new byte[] {2}),
            OnnxFile.number(2, 1),
            OnnxFile.bytes(8, "bias"),
            OnnxFile.floats(5, 6));
    byte[] places =
        OnnxFile.joined(
            OnnxFile.number(1, 1),
            OnnxFile.number(2, 7),
            OnnxFile.bytes(8, "position_ids"),
            OnnxFile.bytes(9, new byte[8]));
    byte[] node =
        OnnxFile.joined(
            OnnxFile.bytes(1, "/state"),
            OnnxFile.bytes(1, "onnx::MatMul_7"),
            OnnxFile.bytes(2, "/encoder/layer.0/query/MatMul_output_0"),
            OnnxFile.bytes(4, "MatMul"));
    byte[] file =
        OnnxFile.joined(
            OnnxFile.number(1, 300),
            OnnxFile.bytes(
                7,
                OnnxFile.joined(
                    OnnxFile.bytes(1, node),
                    OnnxFile.bytes(5, matrix),
                    OnnxFile.bytes(5, bias),
                    OnnxFile.bytes(5, places))));

    OnnxWeights weights = OnnxWeights.read(file);

    assertThat(weights.layers())
        .containsExactly(Map.entry("encoder.layer.0.query", "onnx::MatMul_7"));
    assertThat(weights.matrix("encoder.layer.0.query").values()).containsExactly(3, 4);
    assertThat(weights.matrix("encoder.layer.0.query").shape()).containsExactly(1, 2);
    assertThat(weights.arrays().get("bias").shape()).containsExactly(2);
    assertThat(weights.arrays().get("bias").values()).containsExactly(5, 6);
    // Whole numbers are no weights, and must not be learned.
    assertThat(weights.arrays()).containsOnlyKeys("onnx::MatMul_7", "bias");
  }

  @Test
  void anotherFileIsRefused() {
    assertThatThrownBy(() -> OnnxWeights.read("not ONNX".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no ONNX file");
  }
}
