package org.vocstream.call;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.sentiment.Lexicon;
import org.vocstream.sentiment.WholeWord;

/**
 * A way of speaking of agents or of customers, from {@code lexicons/roles.yaml}. Immutable.
 *
 * @param code its entry
 * @param terms as folded, without punctuation
 * @param weight log-odds of an agent
 */
record RolePhrase(String code, List<String> terms, double weight) {
  private static final String FILE = "roles.yaml";

  /** The phrases that come with the program. */
  static List<RolePhrase> bundled() {
    List<RolePhrase> phrases = new ArrayList<>();
    for (Lexicon.Entry entry : Lexicon.bundled(FILE).entries()) {
      double sure = Double.parseDouble(entry.text("sure"));
      double odds = Math.log(sure / (1 - sure));
      boolean agent = entry.text("speaker").equals("agent");
      phrases.add(new RolePhrase(entry.code(), entry.terms(), agent ? odds : -odds));
    }
    return List.copyOf(phrases);
  }

  /** Its log-odds where one of its terms is said, else 0; it counts once. */
  double logOdds(String letters) {
    return isIn(letters) ? weight : 0;
  }

  /** Whether one of its terms stands in these letters. */
  boolean isIn(String letters) {
    for (String term : terms) {
      for (int at = letters.indexOf(term); at >= 0; at = letters.indexOf(term, at + 1)) {
        if (WholeWord.at(letters, at, at + term.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
