package org.vocstream.segment;

import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vocstream.text.Emoticon;

/**
 * Cuts Chinese with HanLP's shortest-path segmentation (names of persons and places off), and
 * everything else by its script: emoji, bracket emoticons, Latin words, numbers, signs. Only runs
 * of Chinese characters ever reach HanLP, in pieces of bounded length, so no input can make it fail
 * or slow. Linear in the length of the text.
 *
 * <p>Terms given to the constructor stay whole: those of three and more characters, or with Latin
 * letters, wherever they stand; those of two Chinese characters where no longer word covers them
 * (大众 not in 大众化). HanLP's shared dictionaries are read, never changed. Immutable, safe for several
 * threads.
 */
public final class HanLpSegmenter implements Segmenter {
  /** Longest piece given to HanLP at once, in UTF-16 units. */
  private static final int PIECE = 400;

  /** Words this near the end of a piece are cut again with what follows them. */
  private static final int OVERLAP = 20;

  private static final String WORD = "nx";
  private static final String NUMBER = "m";
  private static final String SIGN = "w";
  private static final String EMOTICON = "x";

  private final ShortestPath path;

  /** The same without the supplementary words, for the phrases among them. */
  private final ShortestPath plain;

  private final Terms terms;

  /** A segmenter that knows no terms of its own. */
  public HanLpSegmenter() {
    this(List.of());
  }

  /**
   * A segmenter that keeps {@code terms} whole.
   *
   * @param terms brand and product names, words of indicator packs, in folded form; blank ones and
   *     single characters are left out
   */
  public HanLpSegmenter(Collection<String> terms) {
    this.terms = new Terms(terms);
    DynamicCustomDictionary words = WordList.load();
    this.path = new ShortestPath(configured().enableCustomDictionary(words), words.dat);
    this.plain = new ShortestPath(configured().enableCustomDictionary(false), null);
    // Loads the dictionaries now, so that the first review is not the slow one.
    segment("好");
  }

  private static Segment configured() {
    return new ViterbiSegment()
        // Tagging in context grows a table shared by the whole JVM at every sentence, which is slow
        // and
        // not safe for threads. A word's commonest part of speech does for opinions.
        .enablePartOfSpeechTagging(false)
        .enableAllNamedEntityRecognize(false)
        .enableOffset(true);
  }

  @Override
  public List<Token> segment(String text) {
    List<Token> tokens = new ArrayList<>(text.length() / 2 + 1);
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (isSpace(c)) {
        i += Character.charCount(c);
        continue;
      }
      i = next(text, i, c, tokens);
    }
    return tokens;
  }

  private int next(String text, int at, int c, List<Token> tokens) {
    int term = terms.end(text, at);
    if (term > at) {
      return add(text, at, term, "nz", tokens);
    }
    int emoticon = Emoticon.end(text, at);
    if (emoticon > at) {
      return add(text, at, emoticon, EMOTICON, tokens);
    }
    if (isChinese(c)) {
      int end = chineseEnd(text, at);
      chinese(text, at, end, tokens);
      return end;
    }
    if (isDigit(c)) {
      return numberOrModel(text, at, tokens);
    }
    if (Character.isLetter(c) && !Character.isIdeographic(c)) {
      return add(text, at, WordShape.wordEnd(text, at), WORD, tokens);
    }
    return add(text, at, at + Character.charCount(c), SIGN, tokens);
  }

  private int numberOrModel(String text, int at, List<Token> tokens) {
    int number = WordShape.numberEnd(text, at);
    int word = WordShape.wordEnd(text, at);
    // 5g and 3c are words, 3.5 is a number.
    return word > number
        ? add(text, at, word, WORD, tokens)
        : add(text, at, number, NUMBER, tokens);
  }

  private static int add(String text, int start, int end, String nature, List<Token> tokens) {
    tokens.add(new Token(text.substring(start, end), start, end, nature));
    return end;
  }

  private int chineseEnd(String text, int at) {
    int end = at + 1;
    while (end < text.length() && isChinese(text.charAt(end)) && terms.end(text, end) == end) {
      end++;
    }
    return end;
  }

  private void chinese(String text, int start, int end, List<Token> tokens) {
    List<Token> found = new ArrayList<>();
    int from = start;
    while (from < end) {
      int to = Math.min(end, from + PIECE);
      int keep = to == end ? end : to - OVERLAP;
      int at = from;
      for (Token word : path.cut(text, from, to)) {
        if (at >= keep) {
          break;
        }
        if (WordList.isAdverbAndAdjective(word.text())) {
          at = add(text, at, at + 1, "d", found);
          at = add(text, at, at + 1, "a", found);
        } else if (WordList.isPhrase(word.text())) {
          found.addAll(plain.cut(text, word.start(), word.end()));
          at = word.end();
        } else {
          found.add(word);
          at = word.end();
        }
      }
      from = at;
    }
    terms.join(text, found, tokens);
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9');
  }

  private static boolean isChinese(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c < 0x4DC0) || c == 0x3007;
  }
}
