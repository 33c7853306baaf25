package org.vocstream.text;

import java.util.Locale;
import java.util.Map;

/**
 * Reads digits spoken in English: "one", "oh", "double eight", "triple zero". A digit is a whole
 * word. Immutable, safe for several threads.
 */
final class EnglishDigits {
  private static final int LONGEST_WORD = 6;

  private final Map<String, Integer> values;

  /** Most words are none of these by their first letter. */
  private final boolean[] begins = new boolean[0x80];

  /** These words with their values; {@code double} and {@code triple} are code. */
  EnglishDigits(Map<String, Integer> values) {
    this.values = values;
    for (String word : values.keySet()) {
      mark(word.charAt(0));
    }
    mark('d');
    mark('t');
  }

  private void mark(char first) {
    begins[first] = true;
    begins[Character.toUpperCase(first)] = true;
  }

  /**
   * A digit that is spoken once or more.
   *
   * @param value 0..9
   * @param times how often it counts: 2 for "double eight"
   * @param end one past its last unit
   */
  record Spoken(int value, int times, int end) {}

  /** The digit that is spoken at a place, or null. */
  Spoken at(String raw, int at) {
    if (!mayBegin(raw.charAt(at)) || isLetter(raw, at - 1)) {
      return null;
    }
    int end = wordEnd(raw, at);
    if (end - at > LONGEST_WORD) {
      return null;
    }
    String word = raw.substring(at, end).toLowerCase(Locale.ROOT);
    int times = word.equals("double") ? 2 : word.equals("triple") ? 3 : 1;
    if (times > 1) {
      int next = end;
      while (next < raw.length() && (raw.charAt(next) == ' ' || raw.charAt(next) == '-')) {
        next++;
      }
      int last = next > end && next - end < 3 ? wordEnd(raw, next) : next;
      Integer value = values.get(raw.substring(next, last).toLowerCase(Locale.ROOT));
      return value == null ? null : new Spoken(value, times, last);
    }
    Integer value = values.get(word);
    return value == null ? null : new Spoken(value, 1, end);
  }

  private boolean mayBegin(char c) {
    return c < 0x80 && begins[c];
  }

  private static int wordEnd(String raw, int at) {
    int end = at;
    while (end - at <= LONGEST_WORD && isLetter(raw, end)) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(String raw, int at) {
    if (at < 0 || at >= raw.length()) {
      return false;
    }
    char c = raw.charAt(at);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c == '\'' && at > 0);
  }
}
