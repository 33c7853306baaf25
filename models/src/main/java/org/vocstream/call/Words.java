package org.vocstream.call;

/** Puts pieces of speech together. Stateless, thread-safe. */
final class Words {
  private Words() {}

  /** Appends a piece; a space comes between unless Chinese meets Chinese or a sign follows. */
  static void append(StringBuilder text, String piece) {
    String more = piece.strip();
    if (more.isEmpty()) {
      return;
    }
    if (!text.isEmpty() && !isTight(text.charAt(text.length() - 1), more.charAt(0))) {
      text.append(' ');
    }
    text.append(more);
  }

  /** Whether anything can be read: more than white space, control and invisible characters. */
  static boolean isThere(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                !Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)
                    && Character.getType(c) != Character.CONTROL
                    && Character.getType(c) != Character.FORMAT);
  }

  private static boolean isTight(char before, char after) {
    boolean sign = ".,!?;:%)]}'’".indexOf(after) >= 0;
    return sign || (isWide(before) && isWide(after));
  }

  private static boolean isWide(char c) {
    return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x303F) || c >= 0xFF00;
  }
}
