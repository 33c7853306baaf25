package org.vocstream.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays of one's own in an ONNX file. */
class OnnxInitializersTest {
  /** Four by two floats. */
  private static final int DENSE_BYTES = 32;

  private static final List<String> PIECES = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "快", "慢");

  @TempDir Path folder;
  private byte[] model;

  @BeforeEach
  void write() throws IOException {
    TinyEncoder.write(folder, 3, PIECES, List.of("negative", "positive"), 16);
    model = Files.readAllBytes(folder.resolve("model.onnx"));
  }

  @Test
  void takesThePlaceOfTheFilesOwnAndOfNothingElse() throws Exception {
    byte[] before = model.clone();

    OnnxInitializers.replace(model, Map.of("dense", ByteBuffer.allocate(DENSE_BYTES)));

    int changed = 0;
    for (int i = 0; i < model.length; i++) {
      changed += model[i] == before[i] ? 0 : 1;
    }
    assertThat(changed).isBetween(DENSE_BYTES / 2, DENSE_BYTES);
    int[] pieces = {2, 4, 3};
    assertThat(((float[][]) PieceSession.open(model, "changed").run(pieces))[0])
        .containsExactly(0, 0);
    assertThat(((float[][]) PieceSession.open(before, "as it was").run(pieces))[0])
        .doesNotContain(0);
  }

  @Test
  void anArrayThatIsMissingOrOfAnotherLengthIsRefused() {
    assertThatThrownBy(
            () -> OnnxInitializers.replace(model, Map.of("sparse", ByteBuffer.allocate(4))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no arrays [sparse]");
    assertThatThrownBy(
            () -> OnnxInitializers.replace(model, Map.of("dense", ByteBuffer.allocate(4))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dense is longer or shorter");
  }
}
