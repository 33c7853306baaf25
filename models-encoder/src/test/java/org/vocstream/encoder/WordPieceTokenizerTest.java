package org.vocstream.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How texts are cut into the pieces of a vocabulary. */
class WordPieceTokenizerTest {
  private static final List<String> PIECES =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "cafe", "wait", "##ing", "##er", "'", "s", "!", "@",
          "#", "$", "12", "##00", "do", "##n", "t", "很", "好", "naïve", "-");

  private static final WordPieceTokenizer TOKENIZER = WordPieceTokenizer.of(numbered(), "test");

  private static Map<String, Integer> numbered() {
    Map<String, Integer> numbered = new HashMap<>();
    for (int i = 0; i < PIECES.size(); i++) {
      numbered.put(PIECES.get(i), i);
    }
    return numbered;
  }

  @Test
  void wordsAreCutIntoTheirLongestPieces() {
    assertThat(cut("waiting waiter", true)).containsExactly("wait", "##ing", "wait", "##er");
    assertThat(cut("waits waiting", true)).containsExactly("[UNK]", "wait", "##ing");
  }

  @Test
  void signsStandAlone() {
    assertThat(cut("waiter's don't", true))
        .containsExactly("wait", "##er", "'", "s", "do", "##n", "'", "t");
    assertThat(cut("@cafe #wait-er $1200!!", true))
        .containsExactly("@", "cafe", "#", "wait", "-", "[UNK]", "$", "12", "##00", "!", "!");
    assertThat(cut("很好!cafe", true)).containsExactly("很", "好", "!", "cafe");
  }

  @Test
  void accentsGoWhereTheVocabularyHasNone() {
    assertThat(cut("café cafe\u0301", true)).containsExactly("cafe", "cafe");
    assertThat(cut("naïve café", false)).containsExactly("naïve", "[UNK]");
  }

  @Test
  void aVocabularyWithoutMarksIsRefused() {
    assertThatThrownBy(() -> WordPieceTokenizer.of(Map.of("cafe", 0), "words.txt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("words.txt has no line [CLS]");
  }

  private static List<String> cut(String text, boolean lowerCase) {
    return Arrays.stream(TOKENIZER.pieces(text, lowerCase)).mapToObj(PIECES::get).toList();
  }
}
