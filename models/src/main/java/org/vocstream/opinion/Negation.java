package org.vocstream.opinion;

import java.util.List;

/**
 * Tells whether words before a cue turn it round: 不会闷痘, "never broke me out". Two negations cancel
 * each other (不是不好). Stateless.
 */
final class Negation {
  /** How many Chinese characters before a cue are looked at. */
  private static final int REACH = 5;

  /** How many units before a cue are looked at in English, about four words. */
  private static final int ENGLISH_REACH = 24;

  private static final String NEGATORS = "不没无未别勿";

  /** Words with such a character that negate nothing. */
  private static final List<String> HARMLESS =
      List.of(
          "不但", "不仅", "不光", "不只", "不过", "差不多", "没想到", "不愧", "不得不", "要不", "无论", "不管", "特别", "别的");

  private static final List<String> ENGLISH =
      List.of("not ", "no ", "n't ", "never ", "without ", "hardly ", "nothing ");

  private Negation() {}

  private static long negators(String words) {
    return words.chars().filter(c -> NEGATORS.indexOf(c) >= 0).count();
  }

  /** True where what stands in the clause before the cue negates it. */
  static boolean turns(String folded, int clauseStart, int cueStart) {
    String before = folded.substring(Math.max(clauseStart, cueStart - REACH), cueStart);
    long count = negators(before);
    if (count > 0) {
      for (String word : HARMLESS) {
        before = before.replace(word, "");
      }
      count = negators(before);
    }
    String english = folded.substring(Math.max(clauseStart, cueStart - ENGLISH_REACH), cueStart);
    count += ENGLISH.stream().filter(english::contains).count();
    return count % 2 == 1;
  }
}
