package org.vocstream.elasticsearch;

/**
 * Text that can stand in a JSON document. A surrogate without its partner has no UTF-8 form; it
 * becomes U+FFFD, one unit for one unit, so that offsets hold.
 */
final class WellFormed {
  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  static String of(String text) {
    int lone = loneSurrogate(text, 0);
    if (lone < 0) {
      return text;
    }
    StringBuilder repaired = new StringBuilder(text);
    for (; lone >= 0; lone = loneSurrogate(text, lone + 1)) {
      repaired.setCharAt(lone, REPLACEMENT);
    }
    return repaired.toString();
  }

  /** The text cut to at most {@code units}, never through a surrogate pair. */
  static String cut(String text, int units) {
    if (text.length() <= units) {
      return text;
    }
    boolean inPair = units > 0 && Character.isHighSurrogate(text.charAt(units - 1));
    return text.substring(0, inPair ? units - 1 : units);
  }

  private static int loneSurrogate(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) {
        continue;
      }
      if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
        i++;
      } else {
        return i;
      }
    }
    return -1;
  }
}
