package org.vocstream.text;

/**
 * Digits that stand together in a raw text, with what separates them. A group is a part without
 * separators, all typed or all spoken; words of one breath are a group. For one thread, filled by
 * {@link DigitRuns}.
 */
final class DigitRun {
  /** No separator before this digit, or only invisible ones. */
  static final char NONE = '\0';

  /** Before this digit stands a word or comma as people put between spoken digits. */
  static final char FILLER = ',';

  private final StringBuilder digits = new StringBuilder();
  private final StringBuilder gaps = new StringBuilder();
  private final StringBuilder spoken = new StringBuilder();
  private int[] starts = new int[32];
  private int[] ends = new int[32];

  /** Typed, spoken in Chinese, spoken in English. */
  static final char TYPED = 't';

  static final char CHINESE = 's';
  static final char ENGLISH = 'e';

  void add(int digit, char how, char gap, int start, int end) {
    int n = digits.length();
    if (n == starts.length) {
      starts = java.util.Arrays.copyOf(starts, n * 2);
      ends = java.util.Arrays.copyOf(ends, n * 2);
    }
    starts[n] = start;
    ends[n] = end;
    digits.append((char) ('0' + digit));
    spoken.append(how);
    gaps.append(gap);
  }

  int length() {
    return digits.length();
  }

  String digits(int from, int to) {
    return digits.substring(from, to);
  }

  int start(int digit) {
    return starts[digit];
  }

  int end(int digit) {
    return ends[digit];
  }

  /** True where a group begins, or the run has ended. */
  boolean isBorder(int at) {
    return at == 0
        || at == digits.length()
        || gaps.charAt(at) != NONE
        || spoken.charAt(at) != spoken.charAt(at - 1);
  }

  boolean hasSpoken(int from, int to) {
    return has(CHINESE, from, to) || isEnglish(from, to);
  }

  /** Whether some of the digits are spoken in English. */
  boolean isEnglish(int from, int to) {
    return has(ENGLISH, from, to);
  }

  private boolean has(char how, int from, int to) {
    int first = spoken.indexOf(String.valueOf(how), from);
    return first >= 0 && first < to;
  }

  boolean hasFiller(int from, int to) {
    return separators(from, to).indexOf(FILLER) >= 0;
  }

  /** The separators between the digits {@code from} to {@code to}, in order. */
  String separators(int from, int to) {
    StringBuilder found = new StringBuilder();
    for (int i = from + 1; i < to; i++) {
      if (gaps.charAt(i) != NONE) {
        found.append(gaps.charAt(i));
      }
    }
    return found.toString();
  }

  /** Lengths of the groups between two borders: {@code 3-4-4}. */
  String shape(int from, int to) {
    StringBuilder shape = new StringBuilder();
    int length = 1;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || gaps.charAt(i) != NONE) {
        shape.append(shape.length() > 0 ? "-" : "").append(length);
        length = 0;
      }
      length++;
    }
    return shape.toString();
  }
}
