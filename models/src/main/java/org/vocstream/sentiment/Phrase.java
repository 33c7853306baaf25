package org.vocstream.sentiment;

import java.util.List;

/**
 * Words that are an opinion by themselves, as a lexicon has them. Immutable.
 *
 * @param code file and code of the entry: {@code slang/trap}
 * @param polarity 1, 0 or -1
 * @param odds log-odds of that polarity, {@code ln(sure / (1 - sure))}, above 0
 * @param clauseOnly true where it says nothing of the whole text
 * @param turns true where a denial before it turns it round
 * @param ironic true where it counts only against praise
 * @param sign true of an emoji or emoticon
 * @param plain true for a plain word of opinion, which trained models know by themselves
 */
record Phrase(
    String code,
    int polarity,
    double odds,
    boolean clauseOnly,
    boolean turns,
    boolean ironic,
    boolean sign,
    boolean plain) {
  private static final String OPINION = "opinion.yaml";
  private static final String EMOJI = "emoji.yaml";

  /** The lexicons that hold phrases. */
  static final List<String> FILES = List.of("phrases.yaml", "slang.yaml", EMOJI, OPINION);

  static Phrase of(Lexicon lexicon, Lexicon.Entry entry) {
    double sure = entry.number("sure");
    if (sure <= 0.5 || sure >= 1) {
      throw new IllegalArgumentException(
          lexicon.name() + ": " + entry.code() + " must be surer than 0.5 and less than 1");
    }
    String file = lexicon.name().replace(".yaml", "");
    return new Phrase(
        file + "/" + entry.code(),
        (int) entry.number("polarity"),
        Math.log(sure / (1 - sure)),
        entry.text("scope", "text").equals("clause"),
        entry.flag("turns", true),
        entry.flag("irony", false),
        lexicon.name().equals(EMOJI),
        lexicon.name().equals(OPINION));
  }
}
