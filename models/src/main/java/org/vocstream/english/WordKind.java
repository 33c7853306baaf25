package org.vocstream.english;

/** What a word is, as far as its inflection goes. */
public enum WordKind {
  /** delayed, delaying: a form of a verb. */
  VERB,
  /** delays: a form of a noun. */
  NOUN,
  /** All others; their lemma is the word itself as a rule. */
  OTHER
}
