package org.vocstream.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Cuts a folded text into sentences, and into clauses, which hold one opinion as a rule. A clause
 * ends at a comma, a stop, a line feed or a space between Chinese words, and before a contrast (但,
 * 不过, however, ...). Spans neither begin nor end with white space or punctuation, but for emoji and
 * bracket emoticons, which belong to the clause before them, and to the one after where none is
 * before. Spans are in order and never overlap. Stateless, safe for several threads, linear.
 */
public final class Clauses {
  private Clauses() {}

  /** The clauses of {@code folded}. */
  public static List<Span> of(String folded) {
    return of(folded, at -> false);
  }

  /**
   * The clauses of {@code folded}, where somebody knows more of its full stops.
   *
   * @param insideSentence whether the full stop at a place ends no sentence: Dr., a.m.
   */
  public static List<Span> of(String folded, IntPredicate insideSentence) {
    return new Cutter(folded, true, insideSentence).cut();
  }

  /** The sentences of {@code folded}. */
  public static List<Span> sentences(String folded) {
    return new Cutter(folded, false, at -> false).cut();
  }

  private static final class Cutter {
    private final String text;
    private final boolean clauses;
    private final IntPredicate insideSentence;
    private final List<Span> spans = new ArrayList<>();

    /** Begin and end of the open piece: its first and one past its last unit that counts. */
    private int start = -1;

    private int end = -1;

    /** Emoticons that stand before any words. */
    private int leading = -1;

    Cutter(String text, boolean clauses, IntPredicate insideSentence) {
      this.text = text;
      this.clauses = clauses;
      this.insideSentence = insideSentence;
    }

    List<Span> cut() {
      int i = 0;
      while (i < text.length()) {
        int emoticon = Emoticon.end(text, i);
        if (emoticon > i) {
          emoticon(i, emoticon);
          i = emoticon;
          continue;
        }
        int c = text.codePointAt(i);
        int next = i + Character.charCount(c);
        if (isBoundary(i)) {
          close();
        } else if (counts(c)) {
          if (clauses && start >= 0 && Contrast.startsAt(text, i)) {
            close();
          }
          open(i, next);
        }
        i = next;
      }
      close();
      if (leading >= 0) {
        spans.add(new Span(leading, end));
      }
      return spans;
    }

    private void open(int at, int next) {
      if (start < 0) {
        start = leading >= 0 ? leading : at;
        leading = -1;
      }
      end = next;
    }

    private void close() {
      if (start >= 0) {
        spans.add(new Span(start, end));
        start = -1;
      }
    }

    private void emoticon(int at, int next) {
      if (start >= 0) {
        end = next;
        if (clauses && endsClause(at, next)) {
          close();
        }
      } else if (!spans.isEmpty()) {
        Span before = spans.remove(spans.size() - 1);
        spans.add(new Span(before.start(), next));
      } else {
        leading = leading >= 0 ? leading : at;
        end = next;
      }
    }

    /** An emoticon closes a clause, unless another follows, or it is the verb: 我❤这个. */
    private boolean endsClause(int at, int next) {
      if (next < text.length() && Emoticon.end(text, next) > next) {
        return false;
      }
      return at == 0 || ("我i们家人也很超".indexOf(text.charAt(at - 1)) < 0 && !spaceBeforeVerb(at));
    }

    private boolean spaceBeforeVerb(int at) {
      return at >= 2 && text.charAt(at - 1) == ' ' && text.charAt(at - 2) == 'i';
    }

    private boolean isBoundary(int at) {
      char c = text.charAt(at);
      switch (c) {
        case '。', '！', '!', '？', '?', '…', '\n' -> {
          return true;
        }
        case '.' -> {
          return isStop(at) && !insideSentence.test(at);
        }
        case '，', '；', ';', '、', '~', '～', '—' -> {
          return clauses;
        }
        case ',' -> {
          return clauses && !(isDigit(at - 1) && isDigit(at + 1));
        }
        case ' ' -> {
          return clauses && isChinese(at - 1) && isChinese(at + 1);
        }
        default -> {
          return false;
        }
      }
    }

    /** A full stop, as against the point of a decimal, a version, an address or a unit. */
    private boolean isStop(int at) {
      int next = at + 1;
      if (next >= text.length() || Character.isWhitespace(text.charAt(next))) {
        return true;
      }
      if (isDigit(at - 1) && isDigit(next)) {
        return false;
      }
      return isChinese(at - 1) || isChinese(next) || "\"')".indexOf(text.charAt(next)) >= 0;
    }

    private boolean isDigit(int at) {
      return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean isChinese(int at) {
      return at >= 0 && at < text.length() && Character.isIdeographic(text.charAt(at));
    }

    /** True for what a span may begin or end with. */
    private static boolean counts(int c) {
      if (Character.isLetterOrDigit(c) || c == '%' || c == '‰') {
        return true;
      }
      return switch (Character.getType(c)) {
        case Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.OTHER_SYMBOL -> c != '~';
        case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
        case Character.OTHER_NUMBER, Character.LETTER_NUMBER -> true;
        default -> false;
      };
    }
  }
}
