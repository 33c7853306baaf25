package org.vocstream.report.format;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;

/**
 * The font that ships with reports, Noto Sans SC, so that they look the same on every machine: it
 * holds Latin, Greek and Cyrillic letters, arrows and marks, kana and some 27,000 Chinese
 * characters; the bold cut holds those of GB 2312 and the common ones of Big5. Safe for several
 * threads.
 */
final class Typeface {
  /** Its name; also that of the bold cut. */
  static final String FAMILY = "Noto Sans SC";

  /** Stands for a character that the font does not have, as an emoji. */
  static final String REPLACEMENT = "□";

  private static final Font REGULAR = read();

  private Typeface() {}

  /** Loads it, and with it what drawing needs; later calls do nothing. */
  static void ready() {
    regular(1);
  }

  /** The regular cut for drawing, in points. */
  static Font regular(float size) {
    return REGULAR.deriveFont(size);
  }

  /** The file of the regular cut. */
  static InputStream regularFile() {
    return open("font/NotoSansSC-Regular-subset.ttf");
  }

  /** The file of the bold cut. */
  static InputStream boldFile() {
    return open("font/NotoSansSC-Bold-subset.ttf");
  }

  /**
   * The text as it can be printed: a character that the font does not have becomes the one that it
   * stands for, as ⾏ for 行, or a visible box; what only joins or changes its neighbours is left
   * out.
   */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> !joins(point))
        .forEach(
            point -> {
              String letter = Character.toString(point);
              String plain = Normalizer.normalize(letter, Normalizer.Form.NFKC);
              if (Character.isWhitespace(point)) {
                printable.append(' ');
              } else if (REGULAR.canDisplay(point)) {
                printable.append(letter);
              } else {
                printable.append(REGULAR.canDisplayUpTo(plain) < 0 ? plain : REPLACEMENT);
              }
            });
    return printable.toString();
  }

  /** Those that only change or join the characters beside them, as in emoji. */
  private static boolean joins(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT
        || (type == Character.CONTROL && !Character.isWhitespace(point))
        || (point >= 0xFE00 && point <= 0xFE0F)
        || (point >= 0x1F3FB && point <= 0x1F3FF);
  }

  private static Font read() {
    Headless.prepare();
    try (InputStream file = regularFile()) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the font of reports cannot be read", e);
    }
  }

  private static InputStream open(String name) {
    InputStream file = Typeface.class.getResourceAsStream(name);
    if (file == null) {
      throw new IllegalStateException(name + " is missing in the jar of reports");
    }
    return file;
  }
}
