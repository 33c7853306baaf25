package org.vocstream.suspect;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vocstream.sentiment.Lexicon;
import org.vocstream.text.PreparedText;

/**
 * Tells texts that a shop's system writes where the customer wrote none (系统默认好评). The whole text
 * must be one of {@code default_praise.yaml}; punctuation, spaces, emoji and numbers do not count.
 * Who writes more than that is a customer. Immutable and safe for several threads.
 */
public final class DefaultPraise implements Predicate<String> {
  /** The lexicon. */
  static final String FILE = "default_praise.yaml";

  private static final int LONGEST = 100;

  private final BareText bareText = new BareText();
  private final Set<String> texts =
      Lexicon.bundled(FILE).entries().stream()
          .flatMap(entry -> entry.terms().stream())
          .map(term -> letters(bareText.of(term)))
          .collect(Collectors.toUnmodifiableSet());

  /** Whether no customer wrote this stored text. */
  @Override
  public boolean test(String stored) {
    return stored.length() <= LONGEST && texts.contains(letters(bareText.of(stored)));
  }

  /** Whether no customer wrote this text. */
  public boolean test(PreparedText text) {
    return text.stored().length() <= LONGEST
        && texts.contains(letters(bareText.ofFolded(text.folded())));
  }

  private static String letters(String bare) {
    StringBuilder letters = new StringBuilder(bare.length());
    bare.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
    return letters.toString();
  }
}
