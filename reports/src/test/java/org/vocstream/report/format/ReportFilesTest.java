package org.vocstream.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.report.ReportLanguage;
import org.vocstream.statistics.Period;

/** All files of a report are there, or none. */
class ReportFilesTest {
  @Test
  void aNameTellsBrandDaysAndLanguageAndIsOneFileOfTheFolder() {
    assertThat(ReportFiles.name("沐禾", Period.parse("2026-W43"), ReportLanguage.ZH))
        .isEqualTo("voc-report_沐禾_2026-10-19_2026-10-25_zh");
    assertThat(ReportFiles.name("../a b/\\c", Period.parse("2026-10"), ReportLanguage.EN))
        .isEqualTo("voc-report_..-a-b-c_2026-10-01_2026-10-31_en");
  }

  @Test
  void filesOfTheSameNameAreReplacedAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
    Path deep = folder.resolve("a/b");
    ReportFiles.write(Map.of("r.xlsx", bytes("old")), deep);
    assertThat(ReportFiles.write(Map.of("r.xlsx", bytes("new")), deep))
        .containsExactly(deep.resolve("r.xlsx"));
    assertThat(deep.resolve("r.xlsx")).hasContent("new");
    try (Stream<Path> files = Files.list(deep)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void whereOneFileCannotBeWrittenNoneIs(@TempDir Path folder) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("r.pdf", bytes("fine"));
    files.put("no/such/folder.xlsx", bytes("not fine"));
    assertThatThrownBy(() -> ReportFiles.write(files, folder)).isInstanceOf(IOException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
