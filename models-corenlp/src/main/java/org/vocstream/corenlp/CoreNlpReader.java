package org.vocstream.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vocstream.english.EnglishReader;
import org.vocstream.english.EnglishText;
import org.vocstream.english.EnglishWord;
import org.vocstream.english.SentenceSentiment;
import org.vocstream.english.TreeLimits;
import org.vocstream.english.WordKind;
import org.vocstream.text.Span;

/**
 * Reads English with Stanford CoreNLP (Manning and others, ACL 2014): words as the Penn Treebank
 * has them, parts of speech, lemmas, sentences; and the sentiment of parsed sentences. Safe for
 * several threads, and keeps nothing between texts.
 */
public final class CoreNlpReader implements EnglishReader {
  private final SentenceTrees trees = new SentenceTrees();

  @Override
  public String id() {
    return "corenlp@4.5.10";
  }

  @Override
  public EnglishText read(String text) {
    Morphology morphology = new Morphology();
    List<EnglishWord> words = new ArrayList<>();
    List<Span> sentences = new ArrayList<>();
    for (List<CoreLabel> sentence : Sentences.of(text)) {
      Sentences.tag(sentence);
      for (CoreLabel word : sentence) {
        words.add(
            new EnglishWord(
                lemma(morphology, word.word(), word.tag()),
                kind(word.tag()),
                word.beginPosition(),
                word.endPosition()));
      }
      sentences.add(
          new Span(
              sentence.get(0).beginPosition(), sentence.get(sentence.size() - 1).endPosition()));
    }
    return new EnglishText(words, sentences);
  }

  @Override
  public String lemma(String word, WordKind kind) {
    String tag =
        switch (kind) {
          case VERB -> "VBD";
          case NOUN -> "NNS";
          case OTHER -> "JJ";
        };
    return lemma(new Morphology(), word, tag);
  }

  @Override
  public Optional<List<SentenceSentiment>> sentiment(String text, TreeLimits limits) {
    return trees.sentiment(text, limits);
  }

  private static String lemma(Morphology morphology, String word, String tag) {
    // Its automaton would take a word of many thousand letters apart for minutes.
    String lemma = word.length() > Sentences.LONGEST_WORD ? word : morphology.lemma(word, tag);
    return lemma.toLowerCase(Locale.ROOT);
  }

  private static WordKind kind(String tag) {
    if (tag.startsWith("VB")) {
      return WordKind.VERB;
    }
    return tag.equals("NN") || tag.equals("NNS") ? WordKind.NOUN : WordKind.OTHER;
  }
}
