package org.vocstream.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds personal numbers in a run of digits. A number begins and ends where a group does, so that
 * nothing is cut out of a longer number. Immutable, safe for several threads.
 */
final class NumberFinder {
  /** Digits of the shortest number, a local one that the word 电话 announces. */
  private static final int FEWEST = 7;

  /** How far before a number the word that announces it may stand. */
  private static final int ANNOUNCED = 20;

  private enum Announced {
    ORDER,
    PHONE,
    NOTHING
  }

  private final DigitRuns runs;
  private final NumberRules rules;
  private final List<String> orderWords;
  private final List<String> phoneWords;

  NumberFinder(PiiPatterns patterns, DigitRuns runs) {
    this.runs = runs;
    rules = new NumberRules(patterns);
    orderWords = patterns.orderWords();
    phoneWords = patterns.phoneWords();
  }

  void find(String raw, DigitRun run, List<Masked> found) {
    int from = 0;
    while (run.length() - from >= FEWEST) {
      Announced word = announced(raw, run.start(from));
      int next = from;
      int longest = Math.min(run.length(), from + NumberRules.LONGEST);
      for (int to = longest; to >= from + NumberRules.CITIZEN_DIGITS && next == from; to--) {
        next = citizen(raw, run, from, to, word, found);
      }
      for (int to = longest; to >= from + FEWEST && next == from; to--) {
        if (!run.isBorder(to)) {
          continue;
        }
        Optional<Masked.Kind> kind = kind(raw, run, from, to, word);
        if (kind.isPresent()) {
          next = to;
          // The number of an order is passed over as a whole, but stays.
          if (word != Announced.ORDER) {
            found.add(new Masked(span(raw, run, from, to), kind.get()));
          }
        }
      }
      from = next > from ? next : nextBorder(run, from);
    }
  }

  private int citizen(
      String raw, DigitRun run, int from, int to, Announced word, List<Masked> found) {
    if (!run.isBorder(to)) {
      return from;
    }
    boolean told = word == Announced.PHONE;
    int x = to == run.length() && to - from == NumberRules.CITIZEN_DIGITS ? xEnd(raw, run) : -1;
    if (!rules.isCitizen(run, from, to, x >= 0, told)) {
      return from;
    }
    int end = x >= 0 ? x : run.end(to - 1);
    found.add(new Masked(new Span(run.start(from), end), Masked.Kind.ID_CARD));
    return to;
  }

  private Optional<Masked.Kind> kind(String raw, DigitRun run, int from, int to, Announced word) {
    boolean told = word == Announced.PHONE;
    if (rules.isMobile(run, from, to, told)) {
      return Optional.of(Masked.Kind.PHONE);
    }
    if (touchesLetter(raw, run.start(from), run.end(to - 1))) {
      return Optional.empty();
    }
    if (rules.isBankCard(run, from, to)) {
      return Optional.of(Masked.Kind.BANK_CARD);
    }
    boolean phone =
        rules.isLandline(run, from, to, told)
            || rules.isAmerican(run, from, to, told)
            || rules.isSpokenEnglish(run, from, to, told)
            || (plusBefore(raw, run.start(from)) && rules.isInternational(run, from, to))
            || (beginsWithExitCode(run, from) && rules.isInternational(run, from + 2, to));
    return phone ? Optional.of(Masked.Kind.PHONE) : Optional.empty();
  }

  /** 00 and a country code: 0044. */
  private static boolean beginsWithExitCode(DigitRun run, int from) {
    String digits = run.digits(from, from + 3);
    return digits.startsWith("00") && digits.charAt(2) != '0' && !run.isBorder(from + 1);
  }

  /** With the plus sign of a country code, the parenthesis of an area code, the last keycap. */
  private static Span span(String raw, DigitRun run, int from, int to) {
    int start = run.start(from);
    int end = DigitRuns.skipInvisible(raw, run.end(to - 1));
    boolean sign = start > 0 && "+＋(（".indexOf(raw.charAt(start - 1)) >= 0;
    return new Span(sign ? start - 1 : start, end);
  }

  private static boolean plusBefore(String raw, int at) {
    return at > 0 && (raw.charAt(at - 1) == '+' || raw.charAt(at - 1) == '＋');
  }

  private static boolean touchesLetter(String raw, int start, int end) {
    // A serial such as ab-4111..., too.
    boolean hyphen = start > 1 && "-_".indexOf(raw.charAt(start - 1)) >= 0;
    int before = hyphen ? start - 2 : start - 1;
    return (before >= 0 && isLatin(raw.charAt(before)))
        || (end < raw.length() && isLatin(raw.charAt(end)));
  }

  private static boolean isLatin(char c) {
    return c < 0x80 && Character.isLetter(c);
  }

  /** One past the X that ends the run's citizen's number, or -1. */
  private int xEnd(String raw, DigitRun run) {
    int at = runs.skipSeparators(raw, run.end(run.length() - 1));
    return at < raw.length() && "xXｘＸ叉".indexOf(raw.charAt(at)) >= 0 ? at + 1 : -1;
  }

  private static int nextBorder(DigitRun run, int from) {
    int at = from + 1;
    while (!run.isBorder(at)) {
      at++;
    }
    return at;
  }

  /**
   * What the words before a number say it is; the nearest decides, another number ends the look.
   */
  private Announced announced(String raw, int at) {
    int from = at;
    while (from > 0 && at - from < ANNOUNCED && !endsLook(raw, from - 1)) {
      from--;
    }
    String before = raw.substring(from, at).toLowerCase(Locale.ROOT);
    int order = last(before, orderWords);
    int phone = last(before, phoneWords);
    if (order < 0 && phone < 0) {
      return Announced.NOTHING;
    }
    return order >= phone ? Announced.ORDER : Announced.PHONE;
  }

  private boolean endsLook(String raw, int at) {
    return "，。,;；！!？?\n".indexOf(raw.charAt(at)) >= 0 || runs.digitAt(raw, at) >= 0;
  }

  /** End of the last of the words, or -1. */
  private static int last(String before, List<String> words) {
    int last = -1;
    for (String word : words) {
      int at = before.lastIndexOf(word);
      last = at < 0 ? last : Math.max(last, at + word.length());
    }
    return last;
  }
}
