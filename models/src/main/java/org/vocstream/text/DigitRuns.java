package org.vocstream.text;

import java.util.List;
import java.util.Map;

/**
 * Reads runs of digits from a raw text: typed in any script or width, circled, or spoken in Chinese
 * or English, with separators, invisible characters and fillers between. Immutable, safe for
 * several threads.
 */
final class DigitRuns {
  private static final int MOST_SEPARATORS = 3;

  /** Between two groups stand a pause or two, a turn of the other who says 嗯, and fillers. */
  private static final int MOST_FILLERS = 6;

  private final Map<Character, Integer> spoken;
  private final EnglishDigits english;
  private final List<String> fillers;

  DigitRuns(PiiPatterns patterns) {
    spoken = patterns.digits();
    english = new EnglishDigits(patterns.englishDigits());
    fillers = patterns.fillers();
  }

  /** The value of the digit at {@code at}, or -1. */
  int digitAt(String raw, int at) {
    char c = raw.charAt(at);
    if (c < 0x80) {
      return c >= '0' && c <= '9' ? c - '0' : -1;
    }
    int digit = Character.digit(raw.codePointAt(at), 10);
    return digit >= 0 ? digit : spoken.getOrDefault(c, -1);
  }

  /** How many digits are typed or spoken at {@code at}: none, one, or two for "double eight". */
  int digitsAt(String raw, int at) {
    if (digitAt(raw, at) >= 0) {
      return 1;
    }
    EnglishDigits.Spoken word = english.at(raw, at);
    return word == null ? 0 : word.times();
  }

  private boolean isDigit(String raw, int at) {
    return at < raw.length() && digitsAt(raw, at) > 0;
  }

  /** The run that begins with the digit at {@code at}. */
  DigitRun read(String raw, int at) {
    DigitRun run = new DigitRun();
    int i = at;
    char gap = DigitRun.NONE;
    while (i >= 0) {
      int end = add(raw, i, gap, run);
      boolean word = raw.charAt(end - 1) < 0x80 && Character.isLetter(raw.charAt(end - 1));
      int next = skipInvisible(raw, end);
      gap = DigitRun.NONE;
      if (next < raw.length() && !isDigit(raw, next)) {
        int tight = skipSeparators(raw, next);
        if (isDigit(raw, tight)) {
          char sign = separator(raw, next, tight);
          // Words of one breath are parted by spaces only.
          gap = word && sign == ' ' && digitAt(raw, tight) < 0 ? DigitRun.NONE : sign;
          next = tight;
        } else {
          next = skipFillers(raw, next);
          gap = DigitRun.FILLER;
        }
      }
      i = isDigit(raw, next) ? next : -1;
    }
    return run;
  }

  /** Adds what is typed or spoken at a place; one past it. */
  private int add(String raw, int at, char gap, DigitRun run) {
    int digit = digitAt(raw, at);
    if (digit >= 0) {
      int end = at + Character.charCount(raw.codePointAt(at));
      char how = spoken.containsKey(raw.charAt(at)) ? DigitRun.CHINESE : DigitRun.TYPED;
      run.add(digit, how, gap, at, end);
      return end;
    }
    EnglishDigits.Spoken word = english.at(raw, at);
    for (int n = 0; n < word.times(); n++) {
      run.add(word.value(), DigitRun.ENGLISH, n == 0 ? gap : DigitRun.NONE, at, word.end());
    }
    return word.end();
  }

  /** The one sign that separates: of {@code ") "} and {@code " - "}, the one that is no space. */
  private static char separator(String raw, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = raw.charAt(i);
      if (!isBlank(c) && !isInvisible(c)) {
        return c == '.' || c == '．' || c == '·' || c == '•' ? '.' : '-';
      }
    }
    return ' ';
  }

  /** One past blanks, hyphens, dots and parentheses, at most three. */
  int skipSeparators(String raw, int at) {
    int i = skipInvisible(raw, at);
    for (int n = 0; n < MOST_SEPARATORS && i < raw.length() && isSeparator(raw.charAt(i)); n++) {
      i = skipInvisible(raw, i + 1);
    }
    return i;
  }

  private int skipFillers(String raw, int at) {
    int i = at;
    for (int n = 0; n < MOST_FILLERS; n++) {
      i = skipSeparators(raw, i);
      int from = i;
      for (String filler : fillers) {
        if (raw.regionMatches(true, from, filler, 0, filler.length())) {
          i = from + filler.length();
          break;
        }
      }
      if (i == from) {
        break;
      }
    }
    return skipSeparators(raw, i);
  }

  static int skipInvisible(String raw, int at) {
    int i = at;
    while (i < raw.length() && isInvisible(raw.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSeparator(char c) {
    return isBlank(c) || "-－‐‑–—−_.．·•()（）/".indexOf(c) >= 0;
  }

  private static boolean isBlank(char c) {
    return c != '\n' && (c == '\t' || Character.isSpaceChar(c));
  }

  /** Format characters, variation selectors and the keycap, which do not part two digits. */
  private static boolean isInvisible(char c) {
    return c >= 0x80
        && (Character.getType(c) == Character.FORMAT
            || Character.getType(c) == Character.NON_SPACING_MARK
            || c == 0x20E3);
  }
}
