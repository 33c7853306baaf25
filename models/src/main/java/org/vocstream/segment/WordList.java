package org.vocstream.segment;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;

/**
 * HanLP's supplementary words (new words, products, places) in a dictionary of our own. {@code
 * CustomDictionary.DEFAULT} is one mutable object for the whole JVM: another job's insertion would
 * change our words in mid-stream.
 */
final class WordList {
  private static final String DEGREE_OR_DENIAL = "很太不没最更真挺超好";
  private static final String VERDICT = "了的慢快差好高低贵多少";

  private WordList() {}

  static DynamicCustomDictionary load() {
    return new DynamicCustomDictionary(HanLP.Config.CustomDictionaryPath);
  }

  /**
   * True for a phrase that the supplementary words take for one word, such as 很好, 不好, 速度慢. Who
   * looks for denials and degrees must see their parts.
   */
  static boolean isPhrase(String word) {
    return word.length() > 1
        && (DEGREE_OR_DENIAL.indexOf(word.charAt(0)) >= 0
            || VERDICT.indexOf(word.charAt(word.length() - 1)) >= 0)
        && !CoreDictionary.contains(word);
  }

  /** True for 不好, 很快, 太贵: an adverb and an adjective that the core words take for one word. */
  static boolean isAdverbAndAdjective(String word) {
    return word.length() == 2
        && "很太不没挺".indexOf(word.charAt(0)) >= 0
        && "好快慢差贵高低大小".indexOf(word.charAt(1)) >= 0;
  }
}
