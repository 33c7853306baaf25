package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferTest {
  @TempDir Path data;

  @Test
  void measuresEachCategoryWithWhatTheOthersTeach() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      boolean good = i % 2 == 0;
      boolean fruit = i % 3 == 0;
      // Of clothes only it is the other way round, which fruit cannot teach.
      boolean says = fruit == good;
      lines.append(
          """
          {"id": "r%d", "text": "第%d件，%s", "label": %d, "product": "%s"}
          """
              .formatted(i, i, says ? "非常喜欢" : "十分失望", good ? 1 : -1, fruit ? "水果" : "衣服"));
    }
    Path file = data.resolve("online_shopping_10_cats/train.jsonl");
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);

    List<Measured> rows = Transfer.measure(new Corpus(data), line -> {});

    assertThat(rows)
        .extracting(Measured::set)
        .containsExactly(
            "online_shopping_10_cats without 水果", "online_shopping_10_cats without 衣服");
    assertThat(rows).allSatisfy(row -> assertThat(row.ours()).isLessThan(0.2));
    assertThat(rows.stream().mapToInt(Measured::n).sum()).isLessThanOrEqualTo(120);
  }
}
