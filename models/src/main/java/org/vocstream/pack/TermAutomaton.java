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

  /** Where to go on when a state has no next one: the longest suffix that is a state too. */
  private final int[] fallback;

  /** The nearest state by fallback at which a term ends, or {@link #NONE}. */
  private final int[] shorter;

  /** Index of the term that ends at a state, or {@link #NONE}. */
  private final int[] ending;

  /** One bit for each character with which a term begins: of most texts that is all there is. */
  private final long[] starts = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

  /**
   * Per state, one bit for each character with which it goes on, of those alike in the last six
   * bits: most states go on with few, and asking the table of each cost twice the time.
   */
  private final long[] goesOn;

  private final int[] lengths;
  private final List<V> values = new ArrayList<>();

  /** An automaton for these terms, none of them empty. */
  public TermAutomaton(Map<String, V> terms) {
    int most = 1 + terms.keySet().stream().mapToInt(String::length).sum();
    int slots = Integer.highestOneBit(most) << 2;
    keys = new long[slots];
    next = new int[slots];
    fallback = new int[most];
    shorter = new int[most];
    ending = new int[most];
    goesOn = new long[most];
    lengths = new int[terms.size()];
    Arrays.fill(shorter, NONE);
    Arrays.fill(ending, NONE);
    List<List<Long>> grown = new ArrayList<>();
    grown.add(new ArrayList<>());
    terms.forEach((term, value) -> grow(term, value, grown));
    connect(grown);
  }

  /** Tells of every place of every term, in order of its end. */
  public void find(String text, Hit<V> hit) {
    int state = ROOT;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (state == ROOT && (starts[c >>> 6] & 1L << c) == 0) {
        continue;
      }
      state = step(state, c);
      for (int s = ending[state] == NONE ? shorter[state] : state; s != NONE; s = shorter[s]) {
        int term = ending[s];
        hit.at(i + 1 - lengths[term], i + 1, values.get(term));
      }
    }
  }

  private void grow(String term, V value, List<List<Long>> grown) {
    int state = ROOT;
    starts[term.charAt(0) >>> 6] |= 1L << term.charAt(0);
    for (int i = 0; i < term.length(); i++) {
      long key = key(state, term.charAt(i));
      int slot = slot(key);
      goesOn[state] |= 1L << term.charAt(i);
      if (keys[slot] == 0) {
        keys[slot] = key;
        next[slot] = grown.size();
        grown.get(state).add(key);
        grown.add(new ArrayList<>());
      }
      state = next[slot];
    }
    ending[state] = values.size();
    lengths[values.size()] = term.length();
    values.add(value);
  }

  /** Fills fallbacks level by level, so that those of shorter states are known first. */
  private void connect(List<List<Long>> grown) {
    Deque<Integer> states = new ArrayDeque<>(List.of(ROOT));
    while (!states.isEmpty()) {
      int parent = states.remove();
      for (long key : grown.get(parent)) {
        int state = next[slot(key)];
        fallback[state] = parent == ROOT ? ROOT : step(fallback[parent], (char) key);
        int back = fallback[state];
        shorter[state] = ending[back] == NONE ? shorter[back] : back;
        states.add(state);
      }
    }
  }

  private int step(int from, char c) {
    int state = from;
    while (true) {
      if ((goesOn[state] & 1L << c) != 0) {
        int slot = slot(key(state, c));
        if (keys[slot] != 0) {
          return next[slot];
        }
      }
      if (state == ROOT) {
        return ROOT;
      }
      state = fallback[state];
      if (state == ROOT && (starts[c >>> 6] & 1L << c) == 0) {
        return ROOT;
      }
    }
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
