package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldEvaluationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final String GOLD =
      """
      {"id": "1", "text": "发货快，包装差", "label": 1, "aspects": {"物流": 1, "包装": -1}, "quads": [["_", "快", "物流", 1], ["包装", "差", "包装", -1]]}
      {"id": "2", "text": "味道难闻", "label": -1, "aspects": {"气味": -1}, "quads": [["味道", "难闻", "气味", -1]]}
      {"id": "3", "text": "收到了", "label": 0, "aspects": {}}
      {"id": "4", "text": "好用", "label": 1, "aspects": {"整体": 1}, "quads": [["_", "好用", "整体", 1]]}
      """;

  @TempDir Path folder;

  @Test
  void scoringOutputIsMeasuredByIdInAnyOrder() throws IOException {
    GoldEvaluation evaluation =
        evaluate(
            """
            {"id": "2", "sentiment": {"label": -1, "score": -0.8}, "mentions": [{"indicator": "scent", "group": "scent", "label": {"zh": "气味", "en": "Scent"}, "polarity": 1, "start": 0, "end": 4, "evidence": "味道难闻"}]}
            {"id": "1", "sentiment": {"label": 1, "score": 0.2}, "mentions": [{"label": {"zh": "物流"}, "polarity": 1, "start": 0, "end": 3}, {"label": {"zh": "包装"}, "polarity": -1, "start": 0, "end": 2}]}
            {"id": "3", "sentiment": {"label": 1, "score": 0.1}, "mentions": []}
            {"id": "9", "sentiment": null, "mentions": []}
            """);

    assertThat(evaluation.missing()).containsExactly("4");
    assertThat(evaluation.extra()).containsExactly("9");
    assertThat(evaluation.confusion().count(0, 1)).isEqualTo(1);
    assertThat(evaluation.confusion().missing(1)).isEqualTo(1);
    Map<String, Double> measures = measures(evaluation);
    assertThat(measures.get("accuracy")).isEqualTo(0.5);
    assertThat(measures.get("recall of 1")).isEqualTo(0.5);
    assertThat(measures.get("precision of 1")).isEqualTo(0.5);
    assertThat(measures.get("F1 of -1")).isEqualTo(1);
    assertThat(measures.get("macro-F1")).isCloseTo((0.5 + 0 + 1) / 3, within(1e-9));
    // Of four categories three were found, nothing else; of the pairs two.
    assertThat(measures.get("detection micro-F1")).isCloseTo(6 / 7.0, within(1e-9));
    assertThat(measures.get("pair micro-F1")).isCloseTo(4 / 7.0, within(1e-9));
    // Positive: one right, one wrongly said; negative: one of two found.
    assertThat(measures.get("polarity macro-F1")).isCloseTo(2 / 3.0, within(1e-9));
    // The words of 包装 stand behind the span that was predicted, its term does not.
    assertThat(measures.get("evidence F1")).isCloseTo(2 / 7.0, within(1e-9));
  }

  @Test
  void theFormOfTheLabelledDataWillDoAndCodesToo() throws IOException {
    GoldEvaluation same = evaluate(GOLD);
    assertThat(measures(same).values()).allMatch(v -> v == 1);
    assertThat(same.missing()).isEmpty();

    Path gold =
        Files.writeString(folder.resolve("g.jsonl"), "{\"id\":\"1\",\"aspects\":{\"delivery\":1}}");
    Path pred =
        Files.writeString(
            folder.resolve("p.jsonl"),
            "{\"id\":\"1\",\"mentions\":[{\"label\":{\"zh\":\"物流\"},\"group\":\"delivery\",\"indicator\":\"delivery.speed\",\"polarity\":1}]}");
    assertThat(measures(GoldEvaluation.of(gold, pred, DAY)).get("pair micro-F1")).isEqualTo(1);
  }

  @Test
  void everyLineThatCannotBeUsedIsNamed() {
    assertThatThrownBy(
            () ->
                evaluate(
                    """
                    {"id": "1", "label": 1}
                    {"id": "1", "label": 1}
                    {"label": 1}
                    {oops
                    {"id": "5", "label": 7}
                    """))
        .hasMessageContaining("4 of 5 lines")
        .hasMessageContaining("pred.jsonl:2 has the id 1, which stands in the file already")
        .hasMessageContaining("pred.jsonl:3 has no id")
        .hasMessageContaining("pred.jsonl:4 is no JSON object")
        .hasMessageContaining("pred.jsonl:5 has label 7; 1, 0 or -1");
  }

  private GoldEvaluation evaluate(String predictions) throws IOException {
    return GoldEvaluation.of(
        Files.writeString(folder.resolve("gold.jsonl"), GOLD),
        Files.writeString(folder.resolve("pred.jsonl"), predictions),
        DAY);
  }

  private static Map<String, Double> measures(GoldEvaluation evaluation) {
    return evaluation.table().rows().stream()
        .collect(Collectors.toMap(Measured::measure, Measured::ours));
  }
}
