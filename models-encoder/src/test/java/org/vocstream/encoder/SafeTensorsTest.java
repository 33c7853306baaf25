package org.vocstream.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Files of named arrays, whole and broken. */
class SafeTensorsTest {
  private static final String HEADER =
      """
      {"__metadata__": {"base": "none"},
       "scale": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
       "weights": {"dtype": "I8", "shape": [2, 2], "data_offsets": [8, 12]}}""";

  @Test
  void readsFloatsBytesAndWhatTheFileTells() {
    SafeTensors read = SafeTensors.read(file(HEADER, 12), "file");

    assertThat(read.tensor("scale").floats()).containsExactly(0.5f, -2);
    assertThat(read.tensor("weights").shape()).containsExactly(2, 2);
    assertThat(read.tensor("weights").data().get(3)).isEqualTo((byte) -4);
    assertThat(read.metadata()).containsEntry("base", "none");
    assertThatThrownBy(() -> read.tensor("bias")).hasMessageContaining("lack bias");
  }

  @Test
  void saysWhichFileIsBroken() {
    assertThatThrownBy(() -> SafeTensors.read(file(HEADER, 7), "short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("short is no file of tensors");
    assertThatThrownBy(() -> SafeTensors.read(new byte[3], "tiny"))
        .hasMessageStartingWith("tiny is no file of tensors");
    assertThatThrownBy(
            () -> SafeTensors.read(file(HEADER.replace("\"I8\"", "\"BF16\""), 12), "other"))
        .hasMessageContaining("BF16");
    assertThatThrownBy(
            () -> SafeTensors.read(file(HEADER.replace("[2, 2]", "[2, 3]"), 12), "other"))
        .hasMessageContaining("of another size than its shape");
  }

  /** A file of which only the first so many bytes of the arrays are there. */
  private static byte[] file(String header, int there) {
    byte[] head = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer arrays = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    arrays.putFloat(0.5f).putFloat(-2).put(new byte[] {1, 2, 3, -4});
    return ByteBuffer.allocate(8 + head.length + there)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(head.length)
        .put(head)
        .put(arrays.array(), 0, there)
        .array();
  }
}
