package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTableTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Measured ACCURACY =
      Measured.of("a", 100, "accuracy", 0.5, Double.NaN, 0.9, new Interval(0.825, 0.945));
  private static final Measured CALIBRATION =
      Measured.of("a", 100, "expected calibration error", Double.NaN, Double.NaN, 0.01);

  @Test
  void whatIsWrittenIsRead() {
    ScoreTable table = table("1f", ACCURACY, CALIBRATION);
    assertThat(ScoreTable.read(table.json())).isEqualTo(table);
    assertThatThrownBy(() -> ScoreTable.read("{}")).hasMessageContaining("no table");
  }

  @Test
  void aDropIsToldWithSetMeasureAndHowMuch() {
    ScoreTable earlier = table("1f", ACCURACY, CALIBRATION);
    ScoreTable now =
        table(
            "1f",
            Measured.of("a", 100, "accuracy", 0.5, Double.NaN, 0.88),
            Measured.of("a", 100, "expected calibration error", 0, 0, 0.03));
    assertThat(now.dropsSince(earlier, 0.01))
        .containsExactly(
            "a, accuracy: 0.8800, it was 0.9000 on 2026-11-22 (n 100); at most 0.0100 may be lost",
            "a, expected calibration error: 0.0300, it was 0.0100 on 2026-11-22 (n 100); at most 0.0100 may be lost");
    assertThat(now.dropsSince(earlier, 0.025)).isEmpty();
    assertThat(earlier.dropsSince(now, 0)).isEmpty();
    assertThat(table("1f", ACCURACY).dropsSince(earlier, 0.01))
        .singleElement()
        .asString()
        .contains("expected calibration error: no longer measured");
  }

  @Test
  void measuresOnOtherDataAreNotCompared() {
    ScoreTable earlier = table("1f", ACCURACY);
    ScoreTable now = table("2e", Measured.of("a", 90, "accuracy", 0, 0, 0.1));
    assertThat(earlier.comparable(now)).isEmpty();
    assertThat(now.dropsSince(earlier, 0.01)).isEmpty();
  }

  @Test
  void aPageTakesTheTableBetweenItsMarks() {
    AccuracyPage page =
        new AccuracyPage("set\tmeasure\trequired\tstretch\na\taccuracy\t0.89\t0.95\n");
    String before =
        "# Title\n<!-- table: scripts/voc evaluate --markdown -->\nold\n<!-- end of table -->\nmore\n";
    String renewed = page.renewed(before, table("1f", ACCURACY));
    assertThat(renewed)
        .startsWith("# Title\n")
        .endsWith("<!-- end of table -->\nmore\n")
        .contains("| a | 100 | accuracy | 0.500 |  | **0.900** | 0.825 to 0.945 | 0.89 | 0.95 |")
        .contains("m@0123abcd")
        .doesNotContain("old");
    assertThat(page.renewed(renewed, table("1f", ACCURACY))).isEqualTo(renewed);
    assertThatThrownBy(() -> page.renewed("# Title", table("1f", ACCURACY)))
        .hasMessageContaining("no place for the table");
  }

  private static ScoreTable table(String digest, Measured... rows) {
    return new ScoreTable(
        DAY, Map.of("m", "0123abcdef"), Map.of("a/dev.jsonl", digest), List.of(rows));
  }
}
