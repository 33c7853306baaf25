package org.vocstream.text;

/**
 * Finds emoji and bracket emoticons such as {@code [doge]}. An emoji with its skin tone, variation
 * selector, joined parts, keycap, flag letters or tags is one. Stateless, safe for several threads.
 */
public final class Emoticon {
  private static final int LONGEST_BRACKET = 10;
  private static final int KEYCAP = 0x20E3;
  private static final int JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int CANCEL_TAG = 0xE007F;

  private Emoticon() {}

  /**
   * One past the emoji or bracket emoticon that begins at {@code at}, or {@code at} where none
   * begins.
   */
  public static int end(String text, int at) {
    int emoji = emojiEnd(text, at);
    return emoji > at ? emoji : bracketEnd(text, at);
  }

  /** One past the emoji that begins at {@code at}, or {@code at} where none begins. */
  public static int emojiEnd(String text, int at) {
    char first = text.charAt(at);
    // Nearly every character of a review stops here.
    if (first < 0x2000 && !isKeycapBase(first) && first != 0xA9 && first != 0xAE) {
      return at;
    }
    if (first >= 0x3400 && first < 0xD800) {
      return at;
    }
    int end = elementEnd(text, at);
    while (end > at && end < text.length() && text.charAt(end) == JOINER) {
      int next = end + 1 < text.length() ? elementEnd(text, end + 1) : end + 1;
      if (next == end + 1) {
        break;
      }
      end = next;
    }
    return end;
  }

  /**
   * One past the bracket emoticon that begins at {@code at}: letters only, at most 10, between
   * square brackets; {@code at} where none begins.
   */
  public static int bracketEnd(String text, int at) {
    if (text.charAt(at) != '[') {
      return at;
    }
    int limit = Math.min(text.length(), at + LONGEST_BRACKET + 2);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ']') {
        return i > at + 1 ? i + 1 : at;
      }
      if (!Character.isLetter(c)) {
        return at;
      }
    }
    return at;
  }

  private static int elementEnd(String text, int at) {
    int first = text.codePointAt(at);
    int end = at + Character.charCount(first);
    if (isKeycapBase(first)) {
      int mark = styleEnd(text, end);
      return mark < text.length() && text.charAt(mark) == KEYCAP ? mark + 1 : at;
    }
    if (isRegional(first)) {
      boolean pair = end < text.length() && isRegional(text.codePointAt(end));
      return pair ? end + 2 : end;
    }
    if (isPictograph(first)) {
      end = styleEnd(text, end);
      while (end < text.length() && isModifier(text.codePointAt(end))) {
        end += 2;
      }
      return end;
    }
    // Signs such as © or ↔ are emoji only when the variation selector asks for it.
    boolean styled = end < text.length() && text.charAt(end) == EMOJI_STYLE;
    return styled && isSign(first) ? end + 1 : at;
  }

  private static int styleEnd(String text, int at) {
    return at < text.length() && text.charAt(at) == EMOJI_STYLE ? at + 1 : at;
  }

  private static boolean isKeycapBase(int c) {
    return (c >= '0' && c <= '9') || c == '#' || c == '*';
  }

  private static boolean isRegional(int c) {
    return (c >= 0x1F1E6 && c <= 0x1F1FF);
  }

  /** Skin tones, and the tag letters of the flags of parts of a country. */
  private static boolean isModifier(int c) {
    return (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= CANCEL_TAG);
  }

  private static boolean isPictograph(int c) {
    return (c >= 0x1F000 && c <= 0x1FAFF)
        || (c >= 0x2600 && c <= 0x27BF && c != 0x2605 && c != 0x2606)
        || c == 0x2B50
        || c == 0x2B55
        || c == 0x231A
        || c == 0x231B
        || (c >= 0x23E9 && c <= 0x23FA);
  }

  private static boolean isSign(int c) {
    return (c >= 0x2000 && c <= 0x2BFF) || c == 0xA9 || c == 0xAE || (c >= 0x3030 && c <= 0x3299);
  }
}
