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
   */
  public OffsetMap(int[] starts, int[] ends, int length) {
    this.starts = Arrays.copyOf(starts, length);
    this.ends = Arrays.copyOf(ends, length);
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
