package org.vocstream.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;

/**
 * Gives a text without any capital letter those that the parser looks for: of the first word of a
 * sentence, of "i", and of names that its grammar knows with a capital only. Stateless.
 */
final class Capitals {
  private Capitals() {}

  static void restore(String text, List<List<CoreLabel>> sentences) {
    if (text.codePoints().anyMatch(Character::isUpperCase)) {
      return;
    }
    for (List<CoreLabel> sentence : sentences) {
      boolean first = true;
      for (CoreLabel word : sentence) {
        String written = word.word();
        boolean letter = Character.isLetter(written.codePointAt(0));
        if (letter && (first || written.equals("i") || isName(written))) {
          word.setWord(capital(written));
          word.setValue(capital(written));
        }
        first &= !letter;
      }
    }
  }

  private static boolean isName(String word) {
    return !CoreNlpModels.parser().getLexicon().isKnown(word)
        && CoreNlpModels.parser().getLexicon().isKnown(capital(word))
        && !CoreNlpModels.sentiment().wordVectors.containsKey(word);
  }

  static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
