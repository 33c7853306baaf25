package org.vocstream.sentiment;

/**
 * Tells whether a term of Latin letters or digits stands by itself and not inside a longer word.
 * Stateless.
 */
public final class WholeWord {
  private WholeWord() {}

  /** True where no letter or digit of the same script goes on before or after the term. */
  public static boolean at(String text, int start, int end) {
    boolean before = start > 0 && isLatin(text.charAt(start)) && isLatin(text.charAt(start - 1));
    boolean after =
        end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end));
    // n't hangs on the word before it.
    return !after && (!before || text.startsWith("n't", start));
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
