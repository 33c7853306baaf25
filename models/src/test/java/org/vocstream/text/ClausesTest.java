package org.vocstream.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClausesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "物流很快,包装也好!下次还来 | 物流很快/包装也好/下次还来",
        "味道不错但是太贵 | 味道不错/但是太贵",
        "味道不错不过有点贵 | 味道不错/不过有点贵",
        "价格不过200块,不过分 | 价格不过200块/不过分",
        "再好不过了 | 再好不过了",
        "质量很好就是有点贵 | 质量很好/就是有点贵",
        "这就是有点贵 | 这就是有点贵",
        "不但便宜而且好用 | 不但便宜而且好用",
        "东西好可是物流慢 | 东西好/可是物流慢",
        "物流快 包装好 | 物流快/包装好",
        "续航3.5天,只要1,299元 | 续航3.5天/只要1,299元",
        "物流快,😊包装好 | 物流快,😊/包装好",
        "物流快😊包装好👍👍 | 物流快😊/包装好👍👍",
        "我❤️这个手机 | 我❤️这个手机",
        "😊物流快 | 😊物流快",
        "😊👍 | 😊👍",
        "好吃[doge][赞]下次来 | 好吃[doge][赞]/下次来",
        "great phone, but slow delivery. love it | great phone/but slow delivery/love it",
        "version 2.0 is anything but good | version 2.0 is anything but good",
        "it's good however it broke | it's good/however it broke",
        "(差评)“很差”…… | 差评)“很差",
        "降了50%,真好 | 降了50%/真好",
        "!!!,,, | ''",
      })
  void cutsWhereAnOpinionEnds(String folded, String clauses) {
    assertThat(text(folded, Clauses.of(folded))).isEqualTo(clauses);
  }

  @Test
  void sentencesEndAtStopsAndLines() {
    String folded = "物流快,包装好。客服差!👍\n价格3.5元 i like v2.0. really… ok";
    assertThat(text(folded, Clauses.sentences(folded)))
        .isEqualTo("物流快,包装好/客服差!👍/价格3.5元 i like v2.0/really/ok");
  }

  private static String text(String folded, List<Span> spans) {
    return String.join("/", spans.stream().map(span -> span.of(folded)).toList());
  }
}
