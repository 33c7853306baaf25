package org.vocstream.text;

import java.util.Arrays;

/**
 * Collects a folded text unit by unit with the range of the original behind each. For one thread,
 * one text.
 */
final class FoldedBuilder {
  private final StringBuilder text;
  private int[] starts;
  private int[] ends;

  FoldedBuilder(int expected) {
    int capacity = Math.max(16, expected);
    text = new StringBuilder(capacity);
    starts = new int[capacity];
    ends = new int[capacity];
  }

  void append(char c, int start, int end) {
    int at = text.length();
    if (at == starts.length) {
      starts = Arrays.copyOf(starts, at * 2);
      ends = Arrays.copyOf(ends, at * 2);
    }
    starts[at] = start;
    ends[at] = end;
    text.append(c);
  }

  /** Both units of a pair come from the same range, so that no span can cut the pair. */
  void appendCodePoint(int c, int start, int end) {
    if (Character.isBmpCodePoint(c)) {
      append((char) c, start, end);
    } else {
      append(Character.highSurrogate(c), start, end);
      append(Character.lowSurrogate(c), start, end);
    }
  }

  /** The last unit stands for everything up to {@code end}. */
  void extendLast(int end) {
    int last = text.length() - 1;
    ends[last] = end;
    if (last > 0 && Character.isLowSurrogate(text.charAt(last))) {
      ends[last - 1] = end;
    }
  }

  void replaceLast(char c) {
    text.setCharAt(text.length() - 1, c);
  }

  void dropLast() {
    text.setLength(text.length() - 1);
  }

  int length() {
    return text.length();
  }

  /** The last unit, or NUL where there is none. */
  char last() {
    return text.length() == 0 ? '\0' : text.charAt(text.length() - 1);
  }

  Folded build() {
    return new Folded(text.toString(), new OffsetMap(starts, ends, text.length()));
  }

  /** The same, where what was folded had itself been made from something else. */
  Folded build(OffsetMap before) {
    int length = text.length();
    int[] first = new int[length];
    int[] last = new int[length];
    for (int i = 0; i < length; i++) {
      Span origin = before.toOriginal(new Span(starts[i], ends[i]));
      first[i] = origin.start();
      last[i] = origin.end();
    }
    return new Folded(text.toString(), new OffsetMap(first, last, length));
  }
}
