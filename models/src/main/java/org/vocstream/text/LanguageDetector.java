package org.vocstream.text;

import java.util.Set;

/**
 * Tells the language of a folded text by its scripts and a few common words. Meant for reviews, so
 * short texts get an answer too: Latin brand and product names inside Chinese stay {@code ZH}; a
 * text of emoji or bracket emoticons only is {@code ZH}, because the Chinese model reads them; one
 * of digits and punctuation only is {@code OTHER}. Stateless, safe for several threads, linear.
 */
public final class LanguageDetector {
  private static final Set<String> ENGLISH =
      Set.of(
          "the",
          "a",
          "an",
          "and",
          "or",
          "but",
          "not",
          "no",
          "is",
          "are",
          "was",
          "were",
          "be",
          "been",
          "it",
          "its",
          "it's",
          "this",
          "that",
          "these",
          "i",
          "i'm",
          "i've",
          "you",
          "we",
          "they",
          "my",
          "me",
          "he",
          "she",
          "your",
          "their",
          "to",
          "of",
          "in",
          "on",
          "for",
          "with",
          "at",
          "by",
          "from",
          "as",
          "have",
          "has",
          "had",
          "do",
          "does",
          "did",
          "don't",
          "doesn't",
          "didn't",
          "can",
          "can't",
          "will",
          "would",
          "so",
          "very",
          "too",
          "if",
          "when",
          "than",
          "just",
          "good",
          "great",
          "nice",
          "bad",
          "love",
          "like",
          "fast",
          "slow",
          "quality",
          "price",
          "delivery",
          "service",
          "color",
          "product",
          "recommend",
          "after",
          "really",
          "best",
          "well",
          "still",
          "never");
  private static final Set<String> NOT_ENGLISH =
      Set.of(
          "der", "die", "das", "und", "ist", "nicht", "ich", "sehr", "mit", "ein", "eine", "auf",
          "für", "le", "la", "les", "est", "et", "une", "des", "du", "pas", "très", "je", "pour",
          "avec", "que", "el", "los", "las", "es", "muy", "y", "con", "por", "una", "para", "il",
          "di", "che", "non", "molto", "e", "o", "um", "uma", "não", "muito", "het", "een", "niet",
          "van", "yang", "dan", "ini", "tidak", "bir", "ve", "çok", "de", "en", "un", "sangat",
          "bagus", "zeer", "och");
  private static final Set<String> CHINESE_NET_WORDS =
      Set.of(
          "yyds", "nb", "nbnb", "xswl", "awsl", "zqsg", "yysy", "u1s1", "ssw", "tql", "dbq",
          "plmm");

  /** The language of {@code folded}. */
  public Language detect(String folded) {
    Count count = new Count();
    count.read(folded);
    return decide(count);
  }

  private static Language decide(Count n) {
    if ((n.kana >= 2 && n.kana * 5 >= n.han + n.kana) || n.kana > n.han) {
      return Language.OTHER;
    }
    if (n.otherScript > n.han && n.otherScript * 2 > n.latinLetters) {
      return Language.OTHER;
    }
    if (n.han == 0 && n.words == 0) {
      return n.emoticons > 0 || n.netWords > 0 ? Language.ZH : Language.OTHER;
    }
    if (n.han == 0) {
      return latin(n);
    }
    // A Chinese word has about 1.6 characters.
    double latinShare = n.words / (n.words + n.han / 1.6);
    boolean sentence = n.words >= 3 && n.english >= 1 && n.english * 5 >= n.words;
    if (!sentence || latinShare < 0.25) {
      return Language.ZH;
    }
    return latinShare > 0.85 ? Language.EN : Language.MIXED;
  }

  private static Language latin(Count n) {
    if (n.notEnglish > n.english || (n.words >= 8 && n.english == 0)) {
      return Language.OTHER;
    }
    boolean accents = n.accented * 40 > n.latinLetters;
    return accents && n.english * 4 < n.words ? Language.OTHER : Language.EN;
  }

  /** What stands in one text. */
  private static final class Count {
    private int han;
    private int kana;
    private int otherScript;
    private int latinLetters;
    private int accented;
    private int words;
    private int english;
    private int notEnglish;
    private int netWords;
    private int emoticons;

    void read(String text) {
      int i = 0;
      while (i < text.length()) {
        int emoticon = Emoticon.end(text, i);
        if (emoticon > i) {
          emoticons++;
          i = emoticon;
          continue;
        }
        int c = text.codePointAt(i);
        int end = i + Character.charCount(c);
        if (isLatin(c)) {
          end = wordEnd(text, i);
          word(text.substring(i, end));
        } else if (Character.isLetter(c)) {
          letter(c);
        }
        i = end;
      }
    }

    private void letter(int c) {
      // Nearly every letter; to ask for the script of one is a search.
      if (isCommonHan(c)) {
        han++;
        return;
      }
      switch (Character.UnicodeScript.of(c)) {
        case HAN -> han++;
        case HIRAGANA, KATAKANA -> kana++;
        case COMMON -> {}
        default -> otherScript++;
      }
    }

    private static boolean isCommonHan(int c) {
      return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c < 0x4DC0);
    }

    private void word(String word) {
      latinLetters += word.length();
      accented += (int) word.chars().filter(c -> c >= 0xC0).count();
      if (CHINESE_NET_WORDS.contains(word)) {
        netWords++;
        return;
      }
      words++;
      if (ENGLISH.contains(word)) {
        english++;
      } else if (NOT_ENGLISH.contains(word)) {
        notEnglish++;
      }
    }

    private static int wordEnd(String text, int at) {
      int i = at;
      while (i < text.length()) {
        char c = text.charAt(i);
        boolean inner = c == '\'' && i + 1 < text.length() && isLatin(text.charAt(i + 1));
        if (!isLatin(c) && !inner && !(c >= '0' && c <= '9')) {
          break;
        }
        i++;
      }
      return i;
    }

    private static boolean isLatin(int c) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7)
          || (c >= 0x1E00 && c <= 0x1EFF);
    }
  }
}
