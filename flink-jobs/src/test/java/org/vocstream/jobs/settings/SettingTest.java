package org.vocstream.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingTest {
  @TempDir Path directory;

  @Test
  void aPackComesWithWhatItExtendsBesideIt() throws IOException {
    Path pets = write("pets.yaml", Pets.pack("1.0.0").replace("commerce", "animals"));
    write(
        "animals.yaml",
        Pets.pack("3.0.0").replace("pack: pets", "pack: animals").replace("palatability", "taste"));
    Setting read = new SettingFile(SettingKind.PACK, pets.toString()).read();
    assertThat(read.texts()).containsOnlyKeys("pets.yaml", "animals.yaml");
    assertThat(read.pack().lineage()).first().isEqualTo("animals@3.0.0");

    Setting sent = SettingMessages.read("voc.settings/0/7", SettingMessages.value(read));
    assertThat(sent.pack()).isEqualTo(read.pack());
    assertThat(sent.origin()).isEqualTo("voc.settings/0/7");
    assertThat(new String(SettingMessages.key(read), StandardCharsets.UTF_8)).isEqualTo("pack");
  }

  @Test
  void theOriginTellsTwoTextsOfOneFileApart() throws IOException {
    Path pets = write("pets.yaml", Pets.pack("1.0.0"));
    SettingFile file = new SettingFile(SettingKind.PACK, pets.toString());
    Setting first = file.read();
    assertThat(file.read()).isEqualTo(first);
    write("pets.yaml", Pets.pack("1.0.1"));
    assertThat(file.read().origin()).startsWith(pets + "@").isNotEqualTo(first.origin());
  }

  @Test
  void whatIsNoTextIsUnreadableAndWhatIsNotThereIsAnError() throws IOException {
    Path file = Files.write(directory.resolve("pets.yaml"), new byte[] {(byte) 0xff, 0x41});
    assertThat(new SettingFile(SettingKind.PACK, file.toString()).read().fault())
        .endsWith("pets.yaml: the file is not UTF-8; save it as UTF-8");
    assertThatThrownBy(
            () ->
                new SettingFile(SettingKind.COMPETITORS, directory.resolve("no.yaml").toString())
                    .read())
        .isInstanceOf(IOException.class);
  }

  @Test
  void filesAloneCanBeWatched() {
    assertThat(SettingFile.watched("cosmetics", "set.yaml"))
        .containsExactly(new SettingFile(SettingKind.COMPETITORS, "set.yaml"));
    assertThatThrownBy(() -> SettingFile.watched("cosmetics", null))
        .hasMessageContaining("the pack cosmetics is a bundled one, which never changes");
  }

  @Test
  void aMessageThatIsNoSettingSaysWhy() {
    faulty(null, "a message without a value");
    faulty("{", "not JSON");
    faulty("[1]", "\"kind\" is neither pack nor competitors");
    faulty("{\"kind\":\"cue\"}", "\"kind\" is neither pack nor competitors");
    faulty(
        "{\"kind\":\"pack\",\"file\":\"a.yaml\",\"texts\":{\"b.yaml\":\"\"}}",
        "\"texts\" has no text of \"file\"");
    faulty("[".repeat(5000), "not JSON");
    faulty(" ".repeat((4 << 20) + 1), "larger than 4194304 bytes");
  }

  private static void faulty(String message, String fault) {
    assertThat(
            SettingMessages.read(
                    "t/0/1", message == null ? null : message.getBytes(StandardCharsets.UTF_8))
                .fault())
        .contains(fault);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
