package org.vocstream.report.contents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Long texts are cut around their evidence, which stays what it was. */
class ExcerptTest {
  @Test
  void aShortTextStaysWhole() {
    Excerpt excerpt = Excerpt.of("快递\n很慢", 0, 2);
    assertThat(excerpt).isEqualTo(new Excerpt("快递 很慢", 0, 2));
  }

  @Test
  void theEvidenceStandsInTheExcerptWhereverItIs() {
    String text = "前".repeat(300) + "包装漏了" + "后".repeat(300);
    for (int moved : new int[] {0, 150, 300}) {
      String of = text.substring(moved, text.length() - (300 - moved));
      int start = of.indexOf("包装漏了");
      Excerpt excerpt = Excerpt.of(of, start, start + 4);
      assertThat(excerpt.text().substring(excerpt.start(), excerpt.end())).isEqualTo("包装漏了");
      assertThat(excerpt.text().length()).isLessThanOrEqualTo(Excerpt.MOST + 2);
      assertThat(excerpt.text()).startsWith(start == 0 ? "包" : "…前");
    }
  }

  @Test
  void noCharacterIsCutInTwo() {
    String text = "😀".repeat(400);
    for (int start = 0; start < 700; start += 2) {
      Excerpt excerpt = Excerpt.of(text, start, start + 2);
      assertThat(excerpt.text().codePoints()).allMatch(c -> c == '…' || c == 0x1F600);
      assertThat(excerpt.text().substring(excerpt.start(), excerpt.end())).isEqualTo("😀");
    }
  }

  @Test
  void evidenceLongerThanAnExcerptIsCut() {
    Excerpt excerpt = Excerpt.of("长".repeat(1_000), 100, 900);
    assertThat(excerpt.text()).hasSize(Excerpt.MOST + 2).startsWith("…").endsWith("…");
    assertThat(excerpt.end()).isEqualTo(1 + Excerpt.MOST);
  }
}
