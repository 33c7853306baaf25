package org.vocstream.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.process.WordToSentenceProcessor.NewlineIsSentenceBreak;
import java.io.StringReader;
import java.util.List;

/** Cuts a text into sentences and words, and tags these. Stateless. */
final class Sentences {
  /** Longer ones are none; in UTF-16 units. */
  static final int LONGEST_WORD = 60;

  /** Words that are tagged at once: the memory for a sentence grows with its length. */
  private static final int TAGGED_AT_ONCE = 200;

  /** What no rule knows stays a word by itself, and nobody is warned of it. */
  private static final String OPTIONS = "tokenizeNLs=true,untokenizable=noneKeep";

  private Sentences() {}

  /** The sentences of a text; none is empty. A line feed ends one. */
  static List<List<CoreLabel>> of(String text) {
    List<CoreLabel> words =
        PTBTokenizer.factory(new CoreLabelTokenFactory(), OPTIONS)
            .getTokenizer(new StringReader(text))
            .tokenize();
    return new WordToSentenceProcessor<CoreLabel>(NewlineIsSentenceBreak.ALWAYS)
        .process(words).stream().filter(s -> !s.isEmpty()).toList();
  }

  /** Gives each word of a sentence its part of speech. */
  static void tag(List<CoreLabel> sentence) {
    for (int from = 0; from < sentence.size(); from += TAGGED_AT_ONCE) {
      CoreNlpModels.tagger()
          .tagCoreLabels(sentence.subList(from, Math.min(sentence.size(), from + TAGGED_AT_ONCE)));
    }
  }
}
