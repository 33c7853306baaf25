package org.vocstream.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PiiMaskTest {
  private static final PiiMask MASK = new PiiMask();

  static Stream<Arguments> examples() {
    return PiiPatterns.load().examples().entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(e -> Arguments.of(entry.getKey(), e)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("examples")
  void theLexiconDoesWhatItShows(String code, String example) {
    String raw = example.replaceAll("[\\[\\]]", "");
    assertThat(marked(raw)).isEqualTo(example);
    assertThat(MASK.mask(raw)).hasSameSizeAs(raw);
  }

  @Test
  void masksUnitByUnit() {
    assertThat(MASK.mask("电话13800138000，谢谢")).isEqualTo("电话***********，谢谢");
  }

  @Test
  void leavesReviewsAlone() {
    String review =
        "2026-10-03下单，10月5日12:30到，花了1299.00元，6.5折，EAN 6901234567892，v2.10.3，SF1234567890123";
    assertThat(MASK.mask(review)).isSameAs(review);
  }

  @Test
  void tellsKinds() {
    assertThat(MASK.find("13800138000 li@example.com 京A12345"))
        .extracting(Masked::kind)
        .containsExactly(Masked.Kind.PHONE, Masked.Kind.EMAIL, Masked.Kind.PLATE);
  }

  private static String marked(String raw) {
    StringBuilder marked = new StringBuilder(raw);
    List<Masked> found = new ArrayList<>(MASK.find(raw));
    for (int i = found.size() - 1; i >= 0; i--) {
      marked.insert(found.get(i).span().end(), "]").insert(found.get(i).span().start(), "[");
    }
    return marked.toString();
  }
}
