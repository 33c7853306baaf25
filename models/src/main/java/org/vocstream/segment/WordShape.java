package org.vocstream.segment;

/** Where a word or number that is not Chinese ends. Stateless, safe for several threads. */
final class WordShape {
  private WordShape() {}

  /** One past the word that begins at {@code at}: letters, digits, marks, inner {@code ' - &}. */
  static int wordEnd(String text, int at) {
    int end = at;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (isInner(text, end, c)) {
        end++;
      } else if (isPart(c)) {
        end += Character.charCount(c);
      } else {
        break;
      }
    }
    return end;
  }

  /** One past the number that begins at {@code at}, with decimals and thousands: 1,299.00. */
  static int numberEnd(String text, int at) {
    int end = at;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean point = c == '.' || c == ',';
      if (!isDigit(c) && !(point && end + 1 < text.length() && isDigit(text.charAt(end + 1)))) {
        break;
      }
      end++;
    }
    return end;
  }

  private static boolean isPart(int c) {
    if (c < 0x80) {
      return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return (Character.isLetterOrDigit(c) || mark) && !Character.isIdeographic(c);
  }

  /** don't, wi-fi, h&m: a sign between two Latin letters. */
  private static boolean isInner(String text, int at, int c) {
    return (c == '\'' || c == '-' || c == '&')
        && at > 0
        && at + 1 < text.length()
        && isLatin(text.charAt(at - 1))
        && isLatin(text.charAt(at + 1));
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetter(c);
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9');
  }
}
