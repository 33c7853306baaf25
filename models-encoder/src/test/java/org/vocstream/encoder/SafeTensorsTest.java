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
       "bias": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
       "weights": {"dtype": "F32", "shape": [2, 1], "data_offsets": [8, 16]}}""";

  private static final int ARRAYS = 16;

  @Test
  void readsArraysAndWhatTheFileTells() {
    SafeTensors read = SafeTensors.read(file(HEADER, ARRAYS), "file");

    assertThat(read.tensor("bias").values()).containsExactly(0.5f, -2);
    assertThat(read.tensor("weights").shape()).containsExactly(2, 1);
    assertThat(read.tensor("weights").values()).containsExactly(3, -4);
    assertThat(read.metadata()).containsEntry("base", "none");
    assertThatThrownBy(() -> read.tensor("scale")).hasMessageContaining("lack scale");
  }

  @Test
  void saysWhichFileIsBroken() {
    assertThatThrownBy(() -> SafeTensors.read(file(HEADER, 11), "short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("short is no file of tensors");
    assertThatThrownBy(() -> SafeTensors.read(new byte[3], "tiny"))
        .hasMessageStartingWith("tiny is no file of tensors");
    assertThatThrownBy(
            () -> SafeTensors.read(file(HEADER.replaceFirst("F32", "BF16"), ARRAYS), "other"))
        .hasMessageContaining("BF16");
    assertThatThrownBy(
            () -> SafeTensors.read(file(HEADER.replace("[2, 1]", "[2, 3]"), ARRAYS), "other"))
        .hasMessageContaining("of another size than its shape");
  }

  /** A file of which only the first so many bytes of the arrays are there. */
  private static byte[] file(String header, int there) {
    byte[] head = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer arrays = ByteBuffer.allocate(ARRAYS).order(ByteOrder.LITTLE_ENDIAN);
    arrays.putFloat(0.5f).putFloat(-2).putFloat(3).putFloat(-4);
    return ByteBuffer.allocate(8 + head.length + there)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(head.length)
        .put(head)
        .put(arrays.array(), 0, there)
        .array();
  }
}
