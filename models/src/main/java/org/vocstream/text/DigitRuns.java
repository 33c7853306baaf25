package org.vocstream.text;

import java.util.List;
import java.util.Map;

/**
 * Reads runs of digits from a raw text: typed in any script or width, circled, or spoken in
 * Chinese, with separators, invisible characters and fillers between. Immutable, safe for several
 * threads.
 */
final class DigitRuns {
  private static final int MOST_SEPARATORS = 3;

  private final Map<Character, Integer> spoken;
  private final List<String> fillers;

  DigitRuns(PiiPatterns patterns) {
    spoken = patterns.digits();
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

  /** The run that begins with the digit at {@code at}. */
  DigitRun read(String raw, int at) {
    DigitRun run = new DigitRun();
    int i = at;
    char gap = DigitRun.NONE;
    while (i >= 0) {
      int end = i + Character.charCount(raw.codePointAt(i));
      run.add(digitAt(raw, i), spoken.containsKey(raw.charAt(i)), gap, i, end);
      int next = skipInvisible(raw, end);
      gap = DigitRun.NONE;
      if (next < raw.length() && digitAt(raw, next) < 0) {
        int tight = skipSeparators(raw, next);
        if (tight < raw.length() && digitAt(raw, tight) >= 0) {
          gap = separator(raw, next, tight);
          next = tight;
        } else {
          next = skipFillers(raw, next);
          gap = DigitRun.FILLER;
        }
      }
      i = next < raw.length() && digitAt(raw, next) >= 0 ? next : -1;
    }
    return run;
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
    for (int n = 0; n < MOST_SEPARATORS; n++) {
      i = skipSeparators(raw, i);
      int from = i;
      for (String filler : fillers) {
        if (raw.startsWith(filler, from)) {
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
