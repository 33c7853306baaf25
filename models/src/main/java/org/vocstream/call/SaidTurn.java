package org.vocstream.call;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vocstream.call.CallWords.Says;
import org.vocstream.call.CallWords.Word;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;
import org.vocstream.text.Clauses;
import org.vocstream.text.PreparedText;
import org.vocstream.text.Span;

/**
 * A turn and what of the words of {@code contact.yaml} is said in it.
 *
 * @param number its number, from 0
 * @param words in order of their place
 * @param asking begin and end of the clauses that ask for something, in the folded text
 */
record SaidTurn(
    int number,
    Turn turn,
    PreparedText text,
    List<Word> words,
    NavigableMap<Integer, Integer> asking) {

  static SaidTurn of(int number, Turn turn, PreparedText text, List<Word> words) {
    NavigableMap<Integer, Integer> clauses = new TreeMap<>();
    Clauses.of(text.folded()).forEach(c -> clauses.put(c.start(), c.end()));
    NavigableMap<Integer, Integer> asking = new TreeMap<>();
    for (Word word : words) {
      Map.Entry<Integer, Integer> clause = clauses.floorEntry(word.span().start());
      if (word.says() == Says.ASKS && clause != null) {
        asking.put(clause.getKey(), clause.getValue());
      }
    }
    return new SaidTurn(number, turn, text, words, asking);
  }

  boolean isCustomer() {
    return turn.speaker() == Speaker.CUSTOMER;
  }

  boolean isSilent() {
    return text.folded().codePoints().noneMatch(Character::isLetterOrDigit);
  }

  boolean says(Says what) {
    return words.stream().anyMatch(w -> w.says() == what);
  }

  /** The last words that say this. */
  Word last(Says what) {
    return words.stream().filter(w -> w.says() == what).reduce((a, b) -> b).orElseThrow();
  }

  /** A place in the folded text of the turn as a place in the text of the feedback. */
  Evidence at(Span folded) {
    Span own = text.offsets().toOriginal(folded);
    return new Evidence(number, turn.start() + own.start(), turn.start() + own.end());
  }

  /** Whether a question or request stands in the clause of this place in the folded text. */
  boolean asksBy(int folded) {
    Map.Entry<Integer, Integer> clause = asking.floorEntry(folded);
    return clause != null && folded < clause.getValue();
  }

  /** The same of a place in the text of the feedback. */
  boolean asksBy(Evidence at) {
    int low = 0;
    int high = text.folded().length();
    while (low < high) {
      int middle = (low + high) / 2;
      Span own = text.offsets().toOriginal(new Span(middle, middle + 1));
      if (turn.start() + own.end() <= at.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return asksBy(low);
  }
}
