package org.vocstream.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  @TempDir Path folder;

  @Test
  void whatTheFolderLacksIsBundled() {
    ModelFolder.write(folder, ModelFolder.bundled().model("polarity-en"), "{}");
    ModelFolder mine = ModelFolder.of(folder);
    assertThat(TrainedModels.digests(mine)).isEqualTo(TrainedModels.digests(ModelFolder.bundled()));
    assertThat(mine.card("polarity-en")).isEqualTo("{}");
    assertThat(mine.card("polarity-zh")).contains("\"model\" : \"polarity-zh\"");
  }

  @Test
  void aFolderThatCannotBeUsedIsRefused() throws IOException {
    assertThatThrownBy(() -> ModelFolder.of(folder.resolve("nowhere")))
        .hasMessageContaining("nowhere: no such directory");
    assertThatThrownBy(() -> ModelFolder.of(folder)).hasMessageContaining("holds no model");

    ModelFolder.write(folder, ModelFolder.bundled().model("polarity-en"), "{}");
    Files.copy(folder.resolve("polarity-en.vocl"), folder.resolve("polarity-zh.vocl"));
    assertThatThrownBy(() -> ModelFolder.of(folder).model("polarity-zh"))
        .hasMessageContaining("polarity-zh.vocl holds the model polarity-en");
  }
}
