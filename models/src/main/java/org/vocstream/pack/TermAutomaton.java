package org.vocstream.pack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Finds all places of many terms in one pass over a text (Aho and Corasick, "Efficient string
 * matching", CACM 1975). Immutable and safe for several threads.
 *
 * @param <V> what is known of a term
 */
public final class TermAutomaton<V> {
  /** Hears of each place. */
  public interface Hit<V> {
    /** The term of {@code value} stands from {@code begin} to before {@code end}. */
    void at(int begin, int end, V value);
  }

  private static final int ROOT = 0;
  private static final int NONE = -1;

  /** Open hash table from (state, character) to the next state; a key of 0 is an empty slot. */
  private final long[] keys;

  private final int[] next;

  /**
   * What every step asks of a state, side by side: one bit for each character with which it goes
   * on, of those alike in the last six bits, since most states go on with few; then where to go on
   * when it has no next one (the longest suffix that is a state too) in the upper half, and in the
   * lower one the nearest state by that way, itself included, at which a term ends, or {@link
   * #NONE}.
   */
  private final long[] states;

  /** The nearest state by fallback at which a term ends, or {@link #NONE}. */
  private final int[] shorter;

  /** Index of the term that ends at a state, or {@link #NONE}. */
  private final int[] ending;

  /** One bit for each character with which a term begins: of most texts that is all there is. */
  private final long[] starts = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

  /** How many characters before those of each word of bits begin a term: states are in order. */
  private final int[] before = new int[starts.length];

  private final int[] lengths;
  private final List<V> values = new ArrayList<>();

  /** An automaton for these terms, none of them empty. */
  public TermAutomaton(Map<String, V> terms) {
    int most = 1 + terms.keySet().stream().mapToInt(String::length).sum();
    int slots = Integer.highestOneBit(most) << 2;
    keys = new long[slots];
    next = new int[slots];
    states = new long[2 * most];
    shorter = new int[most];
    ending = new int[most];
    lengths = new int[terms.size()];
    Arrays.fill(shorter, NONE);
    Arrays.fill(ending, NONE);
    List<List<Long>> grown = new ArrayList<>();
    grown.add(new ArrayList<>());
    terms.keySet().stream()
        .map(term -> term.charAt(0))
        .distinct()
        .sorted()
        .forEach(c -> start(c, grown));
    terms.forEach((term, value) -> grow(term, value, grown));
    connect(grown);
  }

  /** Tells of every place of every term, in order of its end. */
  public void find(String text, Hit<V> hit) {
    int state = ROOT;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      state = state == ROOT ? first(c) : step(state, c);
      for (int s = (int) states[2 * state + 1]; s != NONE; s = shorter[s]) {
        int term = ending[s];
        hit.at(i + 1 - lengths[term], i + 1, values.get(term));
      }
    }
  }

  /** The next character, in order, with which a term begins. */
  private void start(char c, List<List<Long>> grown) {
    next(ROOT, c, grown);
    starts[c >>> 6] |= 1L << c;
    Arrays.fill(before, (c >>> 6) + 1, before.length, grown.size() - 1);
  }

  private void grow(String term, V value, List<List<Long>> grown) {
    int state = ROOT;
    for (int i = 0; i < term.length(); i++) {
      state = next(state, term.charAt(i), grown);
    }
    ending[state] = values.size();
    lengths[values.size()] = term.length();
    values.add(value);
  }

  /** The next state, which is new where there was none. */
  private int next(int state, char c, List<List<Long>> grown) {
    long key = key(state, c);
    int slot = slot(key);
    states[2 * state] |= 1L << c;
    if (keys[slot] == 0) {
      keys[slot] = key;
      next[slot] = grown.size();
      grown.get(state).add(key);
      grown.add(new ArrayList<>());
    }
    return next[slot];
  }

  /** Fills fallbacks level by level, so that those of shorter states are known first. */
  private void connect(List<List<Long>> grown) {
    states[2 * ROOT + 1] = ended(ROOT, NONE);
    Deque<Integer> left = new ArrayDeque<>(List.of(ROOT));
    while (!left.isEmpty()) {
      int parent = left.remove();
      for (long key : grown.get(parent)) {
        int state = next[slot(key)];
        int back = parent == ROOT ? ROOT : step(fallback(parent), (char) key);
        shorter[state] = (int) states[2 * back + 1];
        states[2 * state + 1] = ended(back, ending[state] == NONE ? shorter[state] : state);
        left.add(state);
      }
    }
  }

  private static long ended(int fallback, int nearest) {
    return (long) fallback << Integer.SIZE | Integer.toUnsignedLong(nearest);
  }

  private int fallback(int state) {
    return (int) (states[2 * state + 1] >>> Integer.SIZE);
  }

  private int step(int from, char c) {
    int state = from;
    while (state != ROOT) {
      if ((states[2 * state] & 1L << c) != 0) {
        int slot = slot(key(state, c));
        if (keys[slot] != 0) {
          return next[slot];
        }
      }
      state = fallback(state);
    }
    return first(c);
  }

  /** The state of the terms that begin with a character, or {@link #ROOT}. */
  private int first(char c) {
    long word = starts[c >>> 6];
    return (word & 1L << c) == 0
        ? ROOT
        : 1 + before[c >>> 6] + Long.bitCount(word & ((1L << c) - 1));
  }

  private static long key(int state, char c) {
    // One more than the state, so that no key is 0.
    return (state + 1L) << Character.SIZE | c;
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}
