package org.vocstream.text;

/**
 * Parts long stretches of speech without punctuation: Chinese by a space, English by a comma.
 * Immutable, thread-safe, linear in the length of the text.
 */
final class SpokenClauses {
  /** Characters of a Chinese stretch from which on commas are missed. */
  private static final int LONG_CHINESE = 10;

  /** Characters of an English stretch from which on commas are missed. */
  private static final int LONG_ENGLISH = 45;

  /** A clause has so many Chinese characters at least. */
  private static final int SHORTEST_CHINESE = 4;

  /** A clause has so many English characters at least. */
  private static final int SHORTEST_ENGLISH = 12;

  private final SpokenWords words;

  SpokenClauses(SpokenWords words) {
    this.words = words;
  }

  /** The text with its clauses parted; what is put in stands for no unit. */
  FoldedBuilder parted(String text) {
    FoldedBuilder out = new FoldedBuilder(text.length() + 16);
    int begin = 0;
    int stretch = 0;
    int end = stretchEnd(text, 0);
    for (int i = 0; i < text.length(); i++) {
      if (i > end) {
        begin = i;
        stretch = i;
        end = stretchEnd(text, i);
      }
      if (isMissed(text, stretch, begin, i, end)) {
        // Between Chinese words a space parts clauses and, unlike a comma, sounds of no channel.
        out.append(text.charAt(i) < 0x250 ? ',' : ' ', i, i);
        begin = i;
      }
      out.append(text.charAt(i), i, i + 1);
    }
    return out;
  }

  private static int stretchEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !isBoundary(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isBoundary(String text, int at) {
    boolean gap =
        text.charAt(at) == ' '
            && at + 1 < text.length()
            && Character.isIdeographic(text.charAt(at + 1));
    return gap || ",.!?;:，。！？；、…~\n".indexOf(text.charAt(at)) >= 0;
  }

  /** The stretch is what lies between punctuation, {@code begin} where its open clause begins. */
  private boolean isMissed(String text, int stretch, int begin, int at, int end) {
    return text.charAt(at) < 0x250
        ? end - stretch >= LONG_ENGLISH && isEnglishBegin(text, begin, at, end)
        : end - stretch >= LONG_CHINESE && isChineseBegin(text, begin, at, end);
  }

  private boolean isChineseBegin(String text, int begin, int at, int end) {
    if (at - begin < SHORTEST_CHINESE || end - at < 3) {
      return false;
    }
    if (words.at("opener", text, at) != null) {
      return true;
    }
    boolean subject = words.at("subject", text, at) != null && !isOwner(text, at);
    return (subject && closes(text, begin, at)) || closesPredicate(text, begin, at);
  }

  /** 太慢了 | 我等了半天: an ending before a new subject. 他骗了我 does not end there. */
  private boolean closes(String text, int begin, int at) {
    return at - begin > SHORTEST_CHINESE && words.at("closer", text, at - 1) != null;
  }

  private static boolean isOwner(String text, int at) {
    int after = text.startsWith("们", at + 1) ? at + 2 : at + 1;
    boolean pronoun = "我你您他她它".indexOf(text.charAt(at)) >= 0;
    return pronoun
        && after < text.length()
        && (text.charAt(after) == '的' || "一二两三四五六七八九十几好".indexOf(text.charAt(after)) >= 0);
  }

  /** 态度挺好的 | 就是慢. */
  private boolean closesPredicate(String text, int begin, int at) {
    if (text.charAt(at - 1) != '的') {
      return false;
    }
    for (int i = Math.max(begin, at - 6); i < at - 2; i++) {
      if (words.at("predicate", text, i) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean isEnglishBegin(String text, int begin, int at, int end) {
    return at - begin >= SHORTEST_ENGLISH
        && end - at >= SHORTEST_ENGLISH / 2
        && text.charAt(at - 1) == ' '
        && words.at("opener", text, at) != null
        && !governs(text, at - 1);
  }

  /** After such words a clause goes on: "i think it came", "that i want". */
  private boolean governs(String text, int space) {
    int start = text.lastIndexOf(' ', space - 1) + 1;
    String word = words.at("governor", text, start);
    return word != null && start + word.length() == space;
  }
}
