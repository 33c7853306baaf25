package org.vocstream.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.text.Clauses;
import org.vocstream.text.Folded;
import org.vocstream.text.Folding;
import org.vocstream.text.Span;

/**
 * What a reader of English has found, in units of the folded text; and what is said without one.
 */
class EnglishTextTest {
  private static final String STORED = "<b>DR.</b> Lee  was LATE. Again";

  @Test
  void wordsAndSentencesKeepTheirPlacesInTheFoldedText() {
    Folded folded = new Folding().fold(STORED);
    EnglishText text = read().folded(folded.offsets());
    assertThat(text.words())
        .extracting(w -> folded.text().substring(w.start(), w.end()))
        .containsExactly("dr.", "lee", "was", "late", ".", "again");
    assertThat(text.sentences())
        .extracting(s -> s.of(folded.text()))
        .containsExactly("dr. lee was late.", "again");
  }

  @Test
  void aStopWithinASentenceEndsNoClause() {
    Folded folded = new Folding().fold(STORED);
    EnglishText text = read().folded(folded.offsets());
    assertThat(Clauses.of(folded.text(), text::isInsideSentence))
        .extracting(s -> s.of(folded.text()))
        .containsExactly("dr. lee was late", "again");
    assertThat(Clauses.of(folded.text()))
        .extracting(s -> s.of(folded.text()))
        .containsExactly("dr", "lee was late", "again");
  }

  @Test
  void whatIsNotBuiltIsAskedForWithAdvice() {
    assertThat(ScoringOptions.STANDARD.english()).isEqualTo(EnglishOptions.OFF);
    ScoringOptions words = ScoringOptions.STANDARD.reading(EnglishOptions.of(CoreNlpUse.WORDS));
    assertThatThrownBy(() -> FeedbackScorer.of(new PackLoader().load("commerce"), words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scripts/voc corenlp");
  }

  @Test
  void limitsThatLeaveNothingAreRefused() {
    assertThatThrownBy(() -> new TreeLimits(0, 250, Duration.ofSeconds(1)))
        .hasMessageContaining("at least 1 word");
    assertThatThrownBy(() -> new EnglishOptions(CoreNlpUse.UNSURE, 1.5, TreeLimits.STANDARD))
        .hasMessageContaining("1.5");
  }

  private static EnglishText read() {
    return new EnglishText(
        List.of(word("DR."), word("Lee"), word("was"), word("LATE"), word(". A", 1), word("Again")),
        List.of(new Span(STORED.indexOf("DR"), STORED.indexOf(". A") + 1), sentence("Again")));
  }

  private static Span sentence(String of) {
    return new Span(STORED.indexOf(of), STORED.indexOf(of) + of.length());
  }

  private static EnglishWord word(String written) {
    return word(written, written.length());
  }

  private static EnglishWord word(String at, int length) {
    int start = STORED.indexOf(at);
    return new EnglishWord(at, WordKind.OTHER, start, start + length);
  }
}
