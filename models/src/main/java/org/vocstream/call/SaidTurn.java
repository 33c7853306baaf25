package org.vocstream.call;

import java.util.List;
import org.vocstream.call.CallWords.Says;
import org.vocstream.call.CallWords.Word;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;
import org.vocstream.text.PreparedText;
import org.vocstream.text.Span;

/**
 * A turn and what of the words of {@code contact.yaml} is said in it.
 *
 * @param number its number, from 0
 * @param words in order of their place
 */
record SaidTurn(int number, Turn turn, PreparedText text, List<Word> words) {
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
}
