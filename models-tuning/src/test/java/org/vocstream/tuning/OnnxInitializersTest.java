package org.vocstream.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Arrays of one's own in an ONNX file. */
class OnnxInitializersTest {
  private static final byte[] MODEL =
      OnnxFile.joined(
          OnnxFile.number(1, 8),
          OnnxFile.bytes(
              7,
              OnnxFile.joined(
                  OnnxFile.bytes(1, OnnxFile.bytes(2, "dense")),
                  OnnxFile.bytes(5, array("first", 1, 2)),
                  OnnxFile.bytes(5, array("dense", 3, 4)),
                  OnnxFile.bytes(5, array("last", 5, 6)))));

  private static byte[] array(String name, float... values) {
    return OnnxFile.joined(
        OnnxFile.number(1, values.length),
        OnnxFile.number(2, 1),
        OnnxFile.bytes(8, name),
        OnnxFile.floats(values));
  }

  @Test
  void takesThePlaceOfTheFilesOwnAndOfNothingElse() {
    byte[] model = MODEL.clone();

    OnnxInitializers.replace(model, Map.of("dense", TunedLayers.bytes(new float[] {-7, 8})));

    Map<String, OnnxWeights.Array> arrays = OnnxWeights.read(model).arrays();
    assertThat(arrays.get("first").values()).containsExactly(1, 2);
    assertThat(arrays.get("dense").values()).containsExactly(-7, 8);
    assertThat(arrays.get("last").values()).containsExactly(5, 6);
    assertThat(model).hasSameSizeAs(MODEL);
  }

  @Test
  void anArrayThatIsMissingOrOfAnotherLengthIsRefused() {
    assertThatThrownBy(
            () -> OnnxInitializers.replace(MODEL.clone(), Map.of("sparse", ByteBuffer.allocate(4))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no arrays [sparse]");
    assertThatThrownBy(
            () -> OnnxInitializers.replace(MODEL.clone(), Map.of("dense", ByteBuffer.allocate(4))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dense is longer or shorter");
  }
}
