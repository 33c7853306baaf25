package org.vocstream.text;

/**
 * Folds a stored text into the form that models read, and keeps the way back.
 *
 * <ul>
 *   <li>traditional characters become simplified, full-width characters (punctuation too)
 *       half-width, Latin lower case, typographic quotes plain;
 *   <li>tags, entities, control, invisible and private-use characters and lone surrogates go; an
 *       emoji stays whole;
 *   <li>box drawing, geometric shapes and rules such as {@code -----} become a space;
 *   <li>white space becomes one space, or one line feed where a line ended; none at the ends;
 *   <li>three or more full stops become {@code …}; other punctuation stands twice at most, {@code
 *       ~} once, anything else three times at most, digits as often as written.
 * </ul>
 *
 * <p>Linear in the length of the text. Immutable, safe for several threads. Never throws.
 */
public final class Folding {
  private static final int MOST_REPEATS = 3;
  private static final int DROP = -1;

  private final TraditionalCharacters traditional = new TraditionalCharacters();

  /** The folded form of {@code stored}. */
  public Folded fold(String stored) {
    if (!Markup.mayStandIn(stored)) {
      return foldCharacters(stored).build();
    }
    Folded plain = Markup.remove(stored);
    return foldCharacters(plain.text()).build(plain.offsets());
  }

  private FoldedBuilder foldCharacters(String text) {
    FoldedBuilder out = new FoldedBuilder(text.length());
    int repeats = 0;
    int i = 0;
    while (i < text.length()) {
      int emoji = Emoticon.emojiEnd(text, i);
      if (emoji > i) {
        i = emoji(text, i, emoji, out);
        repeats = 0;
        continue;
      }
      int c = foldedAt(text, i);
      int next = i + Character.charCount(text.codePointAt(i));
      if (c == DROP) {
        i = next;
      } else if (c == ' ' || c == '\n') {
        whiteSpace((char) c, i, next, out);
        i = next;
      } else if (isStop(c) || isRule(c)) {
        i = run(text, i, c, out);
        repeats = 0;
      } else if (out.length() > 0 && c == out.last() && ++repeats >= most(c)) {
        // What is left out still belongs to the evidence: the last one kept stands for it.
        out.extendLast(next);
        i = next;
      } else {
        if (c != out.last()) {
          repeats = 0;
        }
        out.appendCodePoint(c, i, next);
        i = next;
      }
    }
    if (out.last() == ' ' || out.last() == '\n') {
      out.dropLast();
    }
    return out;
  }

  /** Copies an emoji, at most three of the same in a row. */
  private static int emoji(String text, int at, int end, FoldedBuilder out) {
    int length = end - at;
    int next = at;
    for (int n = 0; next < text.length() && text.regionMatches(next, text, at, length); n++) {
      if (n > 0 && Emoticon.emojiEnd(text, next) != next + length) {
        break;
      }
      if (n < MOST_REPEATS) {
        int i = next;
        while (i < next + length) {
          int c = text.codePointAt(i);
          out.appendCodePoint(c, i, i + Character.charCount(c));
          i += Character.charCount(c);
        }
      } else {
        out.extendLast(next + length);
      }
      next += length;
    }
    return next;
  }

  private static void whiteSpace(char c, int start, int end, FoldedBuilder out) {
    if (out.last() == ' ' || out.last() == '\n') {
      out.extendLast(end);
      if (c == '\n') {
        out.replaceLast('\n');
      }
    } else if (out.length() > 0) {
      out.append(c, start, end);
    }
  }

  /** A run of full stops, or of one sign that makes a rule when it stands three times. */
  private int run(String text, int at, int first, FoldedBuilder out) {
    int end = at;
    int count = 0;
    boolean ellipsis = false;
    int i = at;
    while (i < text.length()) {
      int c = foldedAt(text, i);
      if (c != DROP && (isStop(first) ? !isStop(c) : c != first)) {
        break;
      }
      i += Character.charCount(text.codePointAt(i));
      if (c != DROP) {
        ellipsis |= c == '…';
        count++;
        end = i;
      }
    }
    if (isStop(first) && (ellipsis || count >= MOST_REPEATS)) {
      out.append('…', at, end);
    } else if (count >= MOST_REPEATS) {
      whiteSpace(' ', at, end, out);
    } else {
      for (int j = at; j < end; j++) {
        int c = foldedAt(text, j);
        if (c != DROP) {
          out.append((char) c, j, j + 1);
        }
      }
    }
    return end;
  }

  private int foldedAt(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x7F) {
      return ascii(c);
    }
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c < 0x4DC0)) {
      char before = at > 0 ? text.charAt(at - 1) : '\0';
      char after = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
      return traditional.simplify(before, c, after);
    }
    if (c > 0xFF00 && c <= 0xFF5E) {
      return ascii((char) (c - 0xFEE0));
    }
    return CharacterFolding.fold(text.codePointAt(at));
  }

  private static int ascii(char c) {
    if (c == '\n' || c == '\r') {
      return '\n';
    }
    return c == '\t' || c == ' ' ? ' ' : c < ' ' ? DROP : Character.toLowerCase(c);
  }

  private static boolean isStop(int c) {
    return c == '.' || c == '。' || c == '…';
  }

  private static boolean isRule(int c) {
    return c == '-' || c == '=' || c == '_' || c == '+' || c == '#' || c == '|' || c == '^';
  }

  private static int most(int c) {
    if (c >= '0' && c <= '9') {
      return Integer.MAX_VALUE;
    }
    if (c == '~') {
      return 1;
    }
    return c != '*' && c != '★' && isPunctuation(c) ? 2 : MOST_REPEATS;
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.OTHER_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}
