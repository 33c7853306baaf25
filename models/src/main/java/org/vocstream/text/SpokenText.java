package org.vocstream.text;

/**
 * Reads a folded transcript of speech as if it had been written: fillers (嗯, "um"), signs of the
 * recogniser ({@code [noise]}, {@code _}) and what is said twice go, and where a long stretch has
 * no punctuation, clauses are parted before words with which one begins. The words stand in {@code
 * lexicons/spoken.yaml}. What goes has no unit in the result, and what is put in stands for no unit
 * of the original, so that offsets hold. Immutable, thread-safe; linear in the length of the text.
 * Never throws.
 */
final class SpokenText {
  /** Words said twice are at most so long. */
  private static final int LONGEST_REPEAT = 8;

  private final SpokenWords words = SpokenWords.load();
  private final SpokenClauses clauses = new SpokenClauses(words);

  /** The text as written; offsets lead to what {@code folded} was made from. */
  Folded asWritten(Folded folded) {
    Folded plain = withoutFillers(folded.text()).build(folded.offsets());
    Folded once = saidOnce(plain.text()).build(plain.offsets());
    return clauses.parted(once.text()).build(once.offsets());
  }

  private FoldedBuilder withoutFillers(String text) {
    FoldedBuilder out = new FoldedBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int next = afterFiller(text, i);
      if (next == i) {
        out.append(text.charAt(i), i, i + 1);
        next++;
      }
      i = next;
    }
    return out;
  }

  private FoldedBuilder saidOnce(String text) {
    FoldedBuilder out = new FoldedBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int next = afterAnswer(text, i, out);
      next = next == i ? afterStutter(text, i) : next;
      if (next > i) {
        i = next;
      } else {
        if (text.charAt(i) == '_') {
          pause(out, i);
        } else {
          out.append(text.charAt(i), i, i + 1);
        }
        i++;
      }
    }
    if (out.last() == ' ') {
      out.dropLast();
    }
    return out;
  }

  /**
   * One past a word that answers and is said twice: it is read once, and parted from what follows
   * where it begins a clause. 没有没有客服挺好的 denies nothing of 客服.
   */
  private int afterAnswer(String text, int at, FoldedBuilder out) {
    boolean begins = out.length() == 0 || isBoundary(out.last());
    String word = begins ? words.at("answer", text, at) : null;
    if (word == null || !text.startsWith(word, at + word.length())) {
      return at;
    }
    int next = at + word.length();
    while (text.startsWith(word, next)) {
      next += word.length();
    }
    for (int i = next - word.length(); i < next; i++) {
      out.append(text.charAt(i), i, i + 1);
    }
    if (next < text.length() && Character.isIdeographic(text.charAt(next))) {
      out.append(' ', next, next);
    }
    return next;
  }

  /** A pause parts clauses as a space between Chinese words does. */
  private static void pause(FoldedBuilder out, int at) {
    if (out.length() > 0 && !isBoundary(out.last())) {
      out.append(' ', at, at + 1);
    }
  }

  /** One past the filler at a place; the place itself where there is none. */
  private int afterFiller(String text, int at) {
    String artefact = words.at("artefact", text, at);
    if (artefact != null) {
      return afterSpace(text, at, at + artefact.length());
    }
    String filler = words.at("filler", text, at);
    if (filler != null) {
      return afterSpace(text, at, at + filler.length());
    }
    if (isParticle(text, at)) {
      return at + 1;
    }
    String pronoun = words.at("pronoun", text, at);
    return pronoun != null && isHesitation(text, at, at + pronoun.length())
        ? at + pronoun.length()
        : at;
  }

  /** One past what is said again at once; the place itself where nothing is. */
  private int afterStutter(String text, int at) {
    if (isSaidAgain(text, at) && words.at("stutter", text, at) != null) {
      return at + 1;
    }
    return afterRepeat(text, at);
  }

  private static boolean isSaidAgain(String text, int at) {
    return at + 1 < text.length() && text.charAt(at + 1) == text.charAt(at);
  }

  /** With the space behind it where one stands before it, too. */
  private static int afterSpace(String text, int at, int end) {
    boolean free = at == 0 || text.charAt(at - 1) == ' ' || isBoundary(text.charAt(at - 1));
    return free && end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
  }

  /** 质量吧真的不行: a particle between what is spoken of and what is said of it. */
  private boolean isParticle(String text, int at) {
    return words.at("particle", text, at) != null
        && at > 1
        && at + 2 < text.length()
        && Character.isIdeographic(text.charAt(at - 1))
        && Character.isIdeographic(text.charAt(at - 2))
        && Character.isIdeographic(text.charAt(at + 1))
        && Character.isIdeographic(text.charAt(at + 2))
        && (text.charAt(at + 1) == '都' || words.at("subject", text, at + 1) == null)
        && "的了酒网么怎样谁哪吗呢吧啊".indexOf(text.charAt(at - 1)) < 0
        && "的了".indexOf(text.charAt(at + 1)) < 0;
  }

  /** 那个 inside a phrase or before another hesitation points at nothing: 退那个款, 那个那个. */
  private boolean isHesitation(String text, int at, int end) {
    if (end >= text.length()) {
      return at > 0;
    }
    boolean another =
        words.at("pronoun", text, end) != null || words.at("filler", text, end) != null;
    boolean within = at > 0 && (text.charAt(at - 1) == '退' || text.startsWith("你们", at - 2));
    return another || within;
  }

  /** Two to eight characters that are said again at once, with a pause between or without. */
  private static int afterRepeat(String text, int at) {
    if (!Character.isLetter(text.charAt(at)) || !beginsWord(text, at)) {
      return at;
    }
    boolean latin = text.charAt(at) < 0x250;
    for (int length = LONGEST_REPEAT; length >= (latin ? 1 : 2); length--) {
      int end = at + length;
      int again = latin ? end + 1 : end < text.length() && text.charAt(end) == '_' ? end + 1 : end;
      if (again + length <= text.length()
          && (!latin || text.charAt(end) == ' ')
          && isSaid(text, at, end, latin)
          && text.regionMatches(at, text, again, length)
          && (!latin || again + length == text.length() || !isLatin(text.charAt(again + length)))) {
        return again;
      }
    }
    return at;
  }

  private static boolean isSaid(String text, int at, int end, boolean latin) {
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (latin ? !isLatin(c) : !Character.isIdeographic(c)) {
        return false;
      }
    }
    // 看看看 is no word said twice, nor is 谢谢谢谢 more than thanks.
    return latin || text.charAt(at) != text.charAt(at + 1);
  }

  private static boolean beginsWord(String text, int at) {
    return at == 0 || !isLatin(text.charAt(at)) || !isLatin(text.charAt(at - 1));
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || c == '\'';
  }

  private static boolean isBoundary(char c) {
    return " ,.!?;，。！？；、…\n".indexOf(c) >= 0;
  }
}
