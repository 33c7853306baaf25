package org.vocstream.text;

/**
 * A half-open range of a text in UTF-16 units.
 *
 * @param start first unit, 0 or more
 * @param end one past the last unit, not before {@code start}
 */
public record Span(int start, int end) {
  /** Checks the order of the ends. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** Number of UTF-16 units. */
  public int length() {
    return end - start;
  }

  /** The part of {@code text} that this span covers. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** True where the two share at least one unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
