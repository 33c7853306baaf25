package org.vocstream.english;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.text.OffsetMap;
import org.vocstream.text.Span;

/**
 * The words and sentences of an English text, as a reader that knows the language sees them.
 * Immutable.
 *
 * @param words in order, never overlapping
 * @param sentences in order, never overlapping; each begins and ends with a word
 */
public record EnglishText(List<EnglishWord> words, List<Span> sentences) {
  /** Copies the lists. */
  public EnglishText {
    words = List.copyOf(words);
    sentences = List.copyOf(sentences);
  }

  /**
   * The same in units of the folded text; what folding left out is left out.
   *
   * @param offsets from the folded text to the one that was read
   */
  public EnglishText folded(OffsetMap offsets) {
    Folder places = new Folder(offsets);
    List<EnglishWord> found = new ArrayList<>();
    for (EnglishWord word : words) {
      Span place = places.of(word.start(), word.end());
      if (place != null) {
        found.add(new EnglishWord(word.lemma(), word.kind(), place.start(), place.end()));
      }
    }
    places = new Folder(offsets);
    List<Span> kept = new ArrayList<>();
    for (Span sentence : sentences) {
      Span place = places.of(sentence.start(), sentence.end());
      if (place != null) {
        kept.add(place);
      }
    }
    return new EnglishText(found, kept);
  }

  /**
   * Whether a full stop belongs to a word within a sentence (Dr., a.m., No. 5) instead of ending
   * one.
   *
   * @param at its place
   */
  public boolean isInsideSentence(int at) {
    EnglishWord word = wordAt(at);
    if (word == null || word.end() - word.start() < 2) {
      return false;
    }
    int low = 0;
    int high = sentences.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int end = sentences.get(middle).end();
      if (end == word.end()) {
        return false;
      }
      if (end < word.end()) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return true;
  }

  private EnglishWord wordAt(int at) {
    int low = 0;
    int high = words.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      EnglishWord word = words.get(middle);
      if (word.end() <= at) {
        low = middle + 1;
      } else if (word.start() > at) {
        high = middle - 1;
      } else {
        return word;
      }
    }
    return null;
  }

  /** Finds the folded place of spans that are asked for in order. */
  private static final class Folder {
    private final OffsetMap offsets;
    private int next;

    Folder(OffsetMap offsets) {
      this.offsets = offsets;
    }

    /** The units that came from within, or null where none did. */
    Span of(int start, int end) {
      while (next < offsets.length() && original(next).start() < start) {
        next++;
      }
      int first = next;
      while (next < offsets.length() && original(next).start() < end) {
        next++;
      }
      return next == first ? null : new Span(first, next);
    }

    private Span original(int unit) {
      return offsets.toOriginal(new Span(unit, unit + 1));
    }
  }
}
