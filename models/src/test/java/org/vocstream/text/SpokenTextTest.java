package org.vocstream.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpokenTextTest {
  private static final TextPreparer PREPARER = new TextPreparer();

  static Stream<Arguments> examples() {
    return SpokenWords.load().examples().entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(e -> Arguments.of(entry.getKey(), e)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("examples")
  void theLexiconDoesWhatItShows(String code, String example) {
    assertThat(marked(example.replaceAll("[{}|]", ""))).isEqualTo(example);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "性价_性价比挺高的 | 性价比挺高的",
        "没有没有客服挺好的 | 没有 客服挺好的",
        "没有给我_没有给我发 | 没有给我发",
        "一点都不不好用 | 一点都不好用",
        "The the box was uh leaking | the box was leaking",
        "妈妈看看谢谢 | 妈妈看看谢谢",
        "半年_六个G | 半年 六个g",
      })
  void whatIsReadIsAsIfWritten(String said, String read) {
    assertThat(PREPARER.prepareSpoken(said).folded()).isEqualTo(read);
  }

  @Provide
  Arbitrary<String> speech() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "嗯",
            "那个",
            "这个",
            "我",
            "我我",
            "_",
            "[noise]",
            "没有没有",
            "质量",
            "太慢了",
            "，",
            "。",
            "\n",
            "um ",
            "uh ",
            "the the ",
            "and it ",
            "you know ",
            "😀",
            "但是",
            "挺好的",
            "吧",
            " ",
            "138",
            "<unk>",
            "\ud83d",
            "ａ",
            "這個");
    Arbitrary<String> units = Arbitraries.chars().map(String::valueOf);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, pieces), net.jqwik.api.Tuple.of(1, units))
        .list()
        .ofMaxSize(60)
        .map(list -> String.join("", list));
  }

  @Property(tries = 2000, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
  void offsetsHoldForAnySpeech(@ForAll("speech") String said) {
    PreparedText text = PREPARER.prepareSpoken(said);
    int last = 0;
    assertThat(text.offsets().length()).isEqualTo(text.folded().length());
    for (int i = 0; i < text.folded().length(); i++) {
      Span origin = text.offsets().toOriginal(new Span(i, i + 1));
      assertThat(origin.start()).isGreaterThanOrEqualTo(last);
      assertThat(origin.end()).isLessThanOrEqualTo(said.length());
      last = origin.start();
    }
  }

  /** The folded text with what goes in braces and | where a clause is parted. */
  private static String marked(String raw) {
    Folded folded = new Folding().fold(raw);
    Folded written = new SpokenText().asWritten(folded);
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (int i = 0; i < written.text().length(); i++) {
      Span origin = written.offsets().toOriginal(new Span(i, i + 1));
      if (origin.start() > at) {
        marked.append('{').append(raw, at, origin.start()).append('}');
      }
      marked.append(origin.length() == 0 ? "|" : raw.substring(origin.start(), origin.end()));
      at = origin.end();
    }
    return at < raw.length()
        ? marked.append('{').append(raw.substring(at)).append('}').toString()
        : marked.toString();
  }
}
