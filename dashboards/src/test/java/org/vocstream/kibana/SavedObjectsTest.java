package org.vocstream.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The committed dashboards are what the code makes. Run with {@code -Dgolden.update=true} to write
 * them anew, then look at the difference.
 */
class SavedObjectsTest {
  private static final Path FOLDER = Path.of("kibana");

  @BeforeAll
  static void update() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      for (Map.Entry<String, String> file : SavedObjects.bundled().files().entrySet()) {
        Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
      }
    }
  }

  @Test
  void theCommittedFilesAreWhatTheCodeMakes() throws IOException {
    assertThat(committed()).isEqualTo(SavedObjects.bundled().files());
  }

  @Test
  void whatIsReadFromFilesIsTheSame() throws IOException {
    assertThat(SavedObjects.read(FOLDER).files()).isEqualTo(SavedObjects.bundled().files());
  }

  private static Map<String, String> committed() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> listed = Files.list(FOLDER)) {
      for (Path file : listed.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }
}
