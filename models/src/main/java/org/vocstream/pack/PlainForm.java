package org.vocstream.pack;

/**
 * The part of folding that keeps every character in its place: half-width, lower case. Terms are
 * written in this form, and example sentences are brought into it, so that a marked span stays
 * where it is.
 */
final class PlainForm {
  private PlainForm() {}

  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(of(text.charAt(i)));
    }
    return plain.toString();
  }

  private static char of(char c) {
    if (c == '\u3000') {
      return ' ';
    }
    boolean fullWidth = c >= '\uFF01' && c <= '\uFF5E';
    return Character.toLowerCase(fullWidth ? (char) (c - 0xFEE0) : c);
  }
}
