package org.vocstream.sentiment;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.linear.DocumentFeatures;

/**
 * What the lexicons say of a text, to be weighed with what a trained model says: phrases (没有想象中好,
 * "nothing wrong with"), slang, emoji, and plain words of opinion that are denied. A model that
 * adds up words cannot read a denial over a distance, and has not met this year's words.
 *
 * <p>A phrase has log-odds {@code ln(sure / (1 - sure))}, times the scales of the degree before it
 * and of the contrast in which it stands; a denial turns its polarity round. Immutable and safe for
 * several threads; linear in the length of the text.
 */
public final class Phrases {
  private static final String STOPS = "，,。!！?？;；…\n、";

  /** How far back a denial, a degree or a contrast can stand. */
  private static final int WINDOW = 36;

  private final PhraseMatcher matcher;
  private final Negation negation;
  private final Degree degree;

  private Phrases(List<Lexicon> lexicons) {
    this.matcher = new PhraseMatcher(lexicons);
    this.negation = Negation.bundled();
    this.degree = Degree.bundled();
  }

  private static final Phrases BUNDLED = of(Phrase.FILES);

  /** The lexicons that come with the program, the same object for all. */
  public static Phrases bundled() {
    return BUNDLED;
  }

  /** Some of the lexicons, to see what each one does; none of them says nothing. */
  public static Phrases of(List<String> files) {
    return new Phrases(files.stream().map(Lexicon::bundled).toList());
  }

  /** What is said in a text; found once, whoever asks. */
  public Said in(DocumentFeatures text) {
    return text.once(this, () -> in(text.text().folded()));
  }

  /** What is said in a folded text. */
  public Said in(String folded) {
    List<Said.Met> said = new ArrayList<>();
    for (PhraseMatcher.Match match : matcher.find(folded)) {
      int at = match.span().start();
      int from = clauseStart(folded, at);
      boolean turned = match.phrase().turns() && negation.turns(folded, from, at);
      double scale = degree.before(folded, from, at);
      said.add(
          new Said.Met(
              match.phrase(),
              match.span(),
              turned,
              scale,
              // A sign stands for all that was said before it: 以为很好用🤡 concedes nothing.
              match.phrase().sign() ? 1 : scale * degree.contrasted(folded, from, at)));
    }
    return said.isEmpty()
        ? Said.NOTHING
        : new Said(List.copyOf(said), length(folded), isOneClause(folded));
  }

  /** Length in Chinese characters; one says as much as about three Latin letters. */
  private static double length(String folded) {
    long chinese = folded.chars().filter(Character::isIdeographic).count();
    return chinese + (folded.length() - chinese) / 3.0;
  }

  private static boolean isOneClause(String folded) {
    for (int i = 0; i < folded.length() - 1; i++) {
      if (isStop(folded, i)) {
        return false;
      }
    }
    return true;
  }

  private static int clauseStart(String folded, int at) {
    int from = at;
    while (from > 0 && at - from < WINDOW && !isStop(folded, from - 1)) {
      from--;
    }
    return from;
  }

  /** A stop, a space after a Chinese word, or what comes before 但. */
  private static boolean isStop(String folded, int at) {
    char c = folded.charAt(at);
    if (c == ' ') {
      return at > 0 && Character.isIdeographic(folded.charAt(at - 1));
    }
    boolean but = at + 1 < folded.length() && folded.charAt(at + 1) == '但' && c != '不';
    return but || STOPS.indexOf(c) >= 0;
  }
}
