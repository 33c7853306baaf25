package org.vocstream.report.format;

/** How wide a text is, in half widths: a Latin letter 1, a Chinese character 2. */
final class TextWidth {
  private TextWidth() {}

  /** The width of a text. */
  static int of(String text) {
    return text.chars().map(letter -> of((char) letter)).sum();
  }

  /** The width of a letter. */
  static int of(char letter) {
    return letter >= 0x2E80 && letter <= 0xFFDC ? 2 : 1;
  }
}
