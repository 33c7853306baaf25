package org.vocstream.english;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Reads English as a grammarian does. The one there is, Stanford CoreNLP, stands in a module of its
 * own (models-corenlp) under its own licence, and is found by {@link ServiceLoader}; without it
 * English is cut into words by its script alone. Implementations are safe for several threads, keep
 * nothing between texts, and never throw for any text.
 */
public interface EnglishReader {
  /** Name and version, for {@code scored_by}: {@code corenlp@4.5.10}. */
  String id();

  /**
   * The words and sentences of a text; time is linear in its length. A line feed ends a sentence.
   *
   * @param text as the customer wrote it, capitals and all
   */
  EnglishText read(String text);

  /**
   * The form under which a dictionary has a word, lower case, were it of this kind.
   *
   * @param word one word without spaces
   */
  String lemma(String word, WordKind kind);

  /**
   * The sentiment of the sentences of a text by their parse trees; empty where the text is beyond
   * the limits, or more than half of its words stand in sentences that are.
   *
   * @param text as the customer wrote it, capitals and all
   */
  Optional<List<SentenceSentiment>> sentiment(String text, TreeLimits limits);

  /**
   * The reader on the class path.
   *
   * @throws IllegalArgumentException where there is none; the message says how to get it
   */
  static EnglishReader find() {
    return onClassPath()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Stanford CoreNLP is not built into this checkout; scripts/voc corenlp builds"
                        + " it (once; Maven fetches 474 MB), or leave it out: --corenlp off"));
  }

  /** Whether there is a reader on the class path. */
  static boolean isThere() {
    return onClassPath().isPresent();
  }

  private static Optional<EnglishReader> onClassPath() {
    return ServiceLoader.load(EnglishReader.class, EnglishReader.class.getClassLoader())
        .findFirst();
  }
}
