package org.vocstream.text;

/**
 * Folds one character that is neither ASCII nor Chinese, by itself. Stateless, safe for several
 * threads.
 */
final class CharacterFolding {
  private static final int DROP = -1;

  private CharacterFolding() {}

  /** The folded character, a space or line feed, or -1 for a character that only disturbs. */
  static int fold(int c) {
    switch (c) {
      case '‘', '’', 'ʼ', '′' -> {
        return '\'';
      }
      case '“', '”', '„', '″' -> {
        return '"';
      }
      case '‐', '‑', '–', '−' -> {
        return '-';
      }
      case '～', '〜' -> {
        return '~';
      }
      case '￥' -> {
        return '¥';
      }
      case 0x0085, 0x2028, 0x2029 -> {
        return '\n';
      }
      // Hangul filler and blank braille: invisible, used to pad.
      case 0x3164, 0x2800, 0xFFA0 -> {
        return ' ';
      }
      case 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF -> {
        return DROP;
      }
      default -> {
        return byKind(c);
      }
    }
  }

  private static int byKind(int c) {
    if (c >= 0x2500 && c <= 0x25FF) {
      return ' ';
    }
    if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF)) {
      return DROP;
    }
    if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
      return ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> DROP;
      default -> lower(c);
    };
  }

  private static int lower(int c) {
    int lower = Character.toLowerCase(c);
    return Character.charCount(lower) == Character.charCount(c) ? lower : c;
  }
}
