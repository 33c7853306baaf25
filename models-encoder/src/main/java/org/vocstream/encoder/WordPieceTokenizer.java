package org.vocstream.encoder;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into the pieces of a BERT vocabulary: Chinese characters and signs stand alone, other
 * words are cut into the longest pieces the vocabulary has from left to right (Wu et al., "Google's
 * Neural Machine Translation System", 2016; Devlin et al., "BERT", 2019). Immutable and safe for
 * several threads.
 */
public final class WordPieceTokenizer {
  /** A longer word is unknown as a whole, which also keeps the time linear. */
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> pieces;
  private final int start;
  private final int end;
  private final int unknown;

  private WordPieceTokenizer(Map<String, Integer> pieces, Object origin) {
    this.pieces = pieces;
    this.start = mark("[CLS]", origin);
    this.end = mark("[SEP]", origin);
    this.unknown = mark("[UNK]", origin);
  }

  /**
   * Reads a vocabulary, one piece a line.
   *
   * @throws IllegalArgumentException where it lacks one of the marks of BERT
   */
  static WordPieceTokenizer read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Map<String, Integer> pieces = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      pieces.putIfAbsent(lines.get(i).strip(), i);
    }
    return of(pieces, file);
  }

  /**
   * Takes a vocabulary as it is.
   *
   * @param pieces number of each piece
   * @param origin where it comes from, for messages
   * @throws IllegalArgumentException where it lacks one of the marks of BERT
   */
  static WordPieceTokenizer of(Map<String, Integer> pieces, Object origin) {
    return new WordPieceTokenizer(Map.copyOf(pieces), origin);
  }

  /**
   * Takes the vocabulary of a {@code tokenizer.json} of Hugging Face.
   *
   * @param origin where it comes from, for messages
   * @throws IOException where it is no JSON
   */
  public static WordPieceTokenizer ofHuggingFace(byte[] file, Object origin) throws IOException {
    Map<String, Integer> pieces = new HashMap<>();
    new ObjectMapper()
        .readTree(file)
        .path("model")
        .path("vocab")
        .fields()
        .forEachRemaining(e -> pieces.put(e.getKey(), e.getValue().asInt()));
    return of(pieces, origin);
  }

  /** The pieces of a text between the two marks. */
  public int[] marked(int[] pieces) {
    int[] marked = new int[pieces.length + 2];
    marked[0] = start;
    System.arraycopy(pieces, 0, marked, 1, pieces.length);
    marked[marked.length - 1] = end;
    return marked;
  }

  /** Numbers of the pieces of a text, without marks. */
  public int[] pieces(String text, boolean lowerCase) {
    // Accents are not told apart in lower case, as in BERT's own tokenizer.
    String plain =
        lowerCase
            ? Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "")
            : text;
    int[] found = new int[Math.max(16, plain.length())];
    int size = 0;
    int at = 0;
    while (at < plain.length()) {
      int c = plain.codePointAt(at);
      int next = at + Character.charCount(c);
      if (isWordPart(c)) {
        while (next < plain.length() && isWordPart(plain.codePointAt(next))) {
          next += Character.charCount(plain.codePointAt(next));
        }
      }
      if (isWordPart(c) || !isBlank(c)) {
        size = add(plain.substring(at, next), found, size);
      }
      at = next;
    }
    return Arrays.copyOf(found, size);
  }

  private int add(String word, int[] found, int before) {
    int size = before;
    int at = 0;
    while (at < word.length() && word.length() <= LONGEST_WORD) {
      int to = word.length();
      while (to > at && !pieces.containsKey((at == 0 ? "" : "##") + word.substring(at, to))) {
        to--;
      }
      if (to == at) {
        break;
      }
      found[size++] = pieces.get((at == 0 ? "" : "##") + word.substring(at, to));
      at = to;
    }
    if (at < word.length()) {
      size = before;
      found[size++] = unknown;
    }
    return size;
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private int mark(String piece, Object origin) {
    Integer number = pieces.get(piece);
    if (number == null) {
      throw new IllegalArgumentException(
          origin + " has no line " + piece + "; it must be the vocabulary of a BERT-like encoder");
    }
    return number;
  }
}
