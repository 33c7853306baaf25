package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.feedback.Channel;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.ModelFolder;

class AspectEvaluationTest {
  private static final String TRAIN =
      """
      {"id": "1", "text": "刹车很灵", "aspects": {"安全性": 0}}
      {"id": "2", "text": "油耗太高", "aspects": {"油耗": -1}}
      {"id": "3", "text": "油耗真高", "aspects": {"油耗": -1}}
      """;

  @TempDir Path data;

  @Test
  void polarityIsAskedOfWhatIsMarkedAndMajorityComesFromTheTrainingRows() throws IOException {
    Map<String, Measured> rows =
        measure(
            """
            {"id": "4", "text": "这车油耗太高了，接受不了", "aspects": {"油耗": -1}}
            {"id": "5", "text": "今天去看了看", "aspects": {"安全性": 0}}
            """);

    assertThat(rows.keySet())
        .containsExactlyInAnyOrder("detection micro-F1", "polarity macro-F1", "pair micro-F1");
    // Always 油耗, -1: one of two texts, of two said and two marked.
    assertThat(rows.get("pair micro-F1").majority()).isEqualTo(0.5);
    // -1 of both: F1 of -1 is 2/3, of 0 it is 0.
    assertThat(rows.get("polarity macro-F1").majority()).isEqualTo(1 / 3.0);
    // Nothing in 今天去看了看 tells of safety: not found, and yet asked.
    assertThat(rows.get("detection micro-F1").simple()).isEqualTo(2 / 3.0);
    assertThat(rows.get("polarity macro-F1").ours()).isEqualTo(1);
    assertThat(rows.get("pair micro-F1").low()).isLessThan(rows.get("pair micro-F1").high());
  }

  @Test
  void evidenceIsMeasuredWhereEveryOpinionShowsItsWords() throws IOException {
    Map<String, Measured> rows =
        measure(
            """
            {"id": "4", "text": "这车油耗太高了，接受不了", "aspects": {"油耗": -1}, "quads": [["油耗", "太高", "油耗", -1]]}
            """);

    assertThat(rows.get("evidence F1").simple()).isEqualTo(1);
  }

  @Test
  void eachIndicatorIsCountedByItself() {
    FoundMentions found =
        FoundMentions.of(
            List.of(text(Map.of("油耗", -1, "动力", 1)), text(Map.of("油耗", -1))),
            t -> Set.of(new PairCounts.Pair("油耗", -1), new PairCounts.Pair("空间", 1)));

    assertThat(found.each().get("油耗").rightCategories()).isEqualTo(2);
    assertThat(found.each().get("动力")).isEqualTo(new PairCounts(1, 0, 0, 1, 0, 0));
    assertThat(found.each().get("空间")).isEqualTo(new PairCounts(0, 2, 0, 0, 2, 0));
    assertThat(found.all()).isEqualTo(new PairCounts(3, 4, 2, 3, 4, 2));
  }

  @Test
  void aSetIsMeasuredInTheSameWayWhateverItIsCalled() {
    List<double[]> counts = List.of(new double[21]);
    AspectData data = DataSets.ASPECTS.get("restaurant");

    for (String called : List.of("mams_acsa", "mams_acsa" + Evaluation.DEEP)) {
      assertThat(MentionCounts.rows(called, "mams_acsa", data, List.of(), List.of(), counts))
          .extracting(Measured::set, Measured::measure)
          .contains(tuple(called, "polarity accuracy given the category"));
    }
  }

  private static LabelledText text(Map<String, Integer> aspects) {
    return new LabelledText("set", "", Channel.SOCIAL, "", null, aspects, List.of(), true);
  }

  private Map<String, Measured> measure(String heldOut) throws IOException {
    Path set = Files.createDirectories(data.resolve("bdci_car2018"));
    Files.writeString(set.resolve("train.jsonl"), TRAIN);
    Files.writeString(set.resolve("dev.jsonl"), heldOut);
    return AspectEvaluation.measure(
            new Corpus(data),
            new PackLoader().load("automotive"),
            ModelFolder.bundled(),
            false,
            s -> {})
        .stream()
        .collect(Collectors.toMap(Measured::measure, r -> r));
  }
}
