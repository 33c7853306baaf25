package org.vocstream.report.format;

/**
 * What XML 1.0 allows in texts; half of a surrogate pair and most control characters it does not.
 */
final class XmlText {
  private XmlText() {}

  /** Whether a text may hold it. */
  static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || (point >= 0x10000 && point <= 0x10FFFF);
  }

  /** The text with U+FFFD for what may not stand in it. */
  static String of(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().forEach(point -> allowed.appendCodePoint(allowed(point) ? point : 0xFFFD));
    return allowed.toString();
  }
}
