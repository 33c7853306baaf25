package org.vocstream.text;

import java.util.Arrays;

/**
 * The way from a folded text back to the text it was made from: for each UTF-16 unit of the folded
 * text, the range of the original from which it came. Ranges never go backwards. Immutable.
 */
public final class OffsetMap {
  private final int[] starts;
  private final int[] ends;

  /**
   * A map for a folded text of {@code length} units; the arrays are copied up to that length.
   *
   * @param starts first original unit of each folded unit
   * @param ends one past the last original unit of each folded unit
   * @throws IllegalArgumentException where a range is no range, or goes backwards
   */
  public OffsetMap(int[] starts, int[] ends, int length) {
    this.starts = Arrays.copyOf(starts, length);
    this.ends = Arrays.copyOf(ends, length);
    for (int i = 0; i < length; i++) {
      boolean backwards = i > 0 && (starts[i] < starts[i - 1] || ends[i] < ends[i - 1]);
      if (starts[i] < 0 || ends[i] < starts[i] || backwards) {
        throw new IllegalArgumentException(
            "unit " + i + " comes from " + starts[i] + ".." + ends[i] + ", which is out of order");
      }
    }
  }

  /** Length of the folded text. */
  public int length() {
    return starts.length;
  }

  /**
   * The part of the original that a part of the folded text came from.
   *
   * @throws IndexOutOfBoundsException where the span does not lie inside the folded text
   */
  public Span toOriginal(Span folded) {
    if (folded.end() > starts.length) {
      throw new IndexOutOfBoundsException(folded + " in a text of " + starts.length);
    }
    if (folded.length() == 0) {
      int at = folded.start() < starts.length ? starts[folded.start()] : endOfText();
      return new Span(at, at);
    }
    return new Span(starts[folded.start()], ends[folded.end() - 1]);
  }

  private int endOfText() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }
}
