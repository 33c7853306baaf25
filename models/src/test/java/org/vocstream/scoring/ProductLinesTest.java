package org.vocstream.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.pack.CompetitorSet.Brand;
import org.vocstream.pack.CompetitorSet.Line;

/** The competitor set knows the line of a product; what it does not know the record may say. */
class ProductLinesTest {
  private static final ProductLines LINES =
      new ProductLines(
          new CompetitorSet(
              "tea",
              "1.0.0",
              "青禾",
              List.of(
                  new Brand(
                      "青禾",
                      List.of(),
                      List.of("青禾白茶"),
                      List.of(new Line("茶叶", List.of("青禾白茶"))),
                      List.of()))));

  @Test
  void aProductIsOfItsLineHoweverItIsWritten() {
    assertThat(LINES.of(on("青禾白茶", Map.of()))).isEqualTo("茶叶");
    assertThat(LINES.of(on(" 青禾白茶", Map.of("product_line", "饮品")))).isEqualTo("茶叶");
  }

  @Test
  void anotherProductIsOfTheLineThatTheRecordNames() {
    assertThat(LINES.of(on("青禾奶茶", Map.of("product_line", " 饮品 ")))).isEqualTo("饮品");
    assertThat(LINES.of(on(null, Map.of("product_line", "饮品")))).isEqualTo("饮品");
    assertThat(LINES.of(on("青禾奶茶", Map.of("product_line", " ")))).isNull();
    assertThat(LINES.of(on("青禾奶茶", Map.of()))).isNull();
  }

  private static Feedback on(String product, Map<String, String> attributes) {
    return new Feedback(
        "r1",
        "default",
        Channel.REVIEW,
        "好",
        List.of(),
        null,
        "青禾",
        product,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        attributes);
  }
}
