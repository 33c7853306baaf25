package org.vocstream.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The terms a segmenter keeps whole, by longest match. Immutable. */
final class Terms {
  /** Terms that stand for themselves, by first character, longest first. */
  private final Node root = new Node();

  /** Terms of two Chinese characters, which must not tear a longer word. */
  private final Set<String> pairs = new HashSet<>();

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private boolean last;
  }

  Terms(Collection<String> terms) {
    for (String term : terms) {
      String word = term.strip();
      if (word.length() == 2
          && Character.isIdeographic(word.charAt(0))
          && Character.isIdeographic(word.charAt(1))) {
        pairs.add(word);
      } else if (word.length() > 1) {
        put(word);
      }
    }
  }

  private void put(String word) {
    Node node = root;
    for (int i = 0; i < word.length(); i++) {
      node = node.next.computeIfAbsent(word.charAt(i), c -> new Node());
    }
    node.last = true;
  }

  /** One past the longest term that begins at {@code at}, or {@code at} where none begins. */
  int end(String text, int at) {
    Node node = root.next.get(text.charAt(at));
    if (node == null || (at > 0 && isInsideWord(text, at))) {
      return at;
    }
    int end = at;
    for (int i = at + 1; i < text.length() && node != null; i++) {
      node = node.next.get(text.charAt(i));
      if (node != null && node.last && (i + 1 == text.length() || !isInsideWord(text, i + 1))) {
        end = i + 1;
      }
    }
    return end;
  }

  /** True where {@code at} lies between two letters or two digits of a Latin word. */
  private static boolean isInsideWord(String text, int at) {
    return (isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at)))
        || (isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at)))
        || Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetter(c);
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9');
  }

  /** Adds {@code found} to {@code tokens}, joining two neighbours that make a term. */
  void join(String text, List<Token> found, List<Token> tokens) {
    if (pairs.isEmpty()) {
      tokens.addAll(found);
      return;
    }
    List<Token> joined = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      Token token = found.get(i);
      if (token.end() - token.start() == 1 && i + 1 < found.size()) {
        Token next = found.get(i + 1);
        String word = text.substring(token.start(), next.end());
        if (pairs.contains(word)) {
          token = new Token(word, token.start(), next.end(), "nz");
          i++;
        }
      }
      joined.add(token);
    }
    tokens.addAll(joined);
  }
}
