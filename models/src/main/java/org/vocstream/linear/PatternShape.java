package org.vocstream.linear;

/**
 * What a {@link PatternModel} looks for. Immutable.
 *
 * @param unit what the patterns are made of
 * @param shortest units of the shortest patterns, 1 or more
 * @param longest units of the longest, at most 4
 * @param patterns number of patterns of each length
 * @param dimensions numbers that stand for a unit; a multiple of four
 */
public record PatternShape(Unit unit, int shortest, int longest, int patterns, int dimensions) {
  /** What a text is cut into. */
  public enum Unit {
    /** UTF-16 units of the folded text. */
    CHARACTER(0),
    /** Words as the segmenter cuts them. */
    WORD(1);

    private final int code;

    Unit(int code) {
      this.code = code;
    }

    /** The number that stands for it in files and hashes. */
    int code() {
      return code;
    }

    static Unit of(int code) {
      return code == 0 ? CHARACTER : WORD;
    }
  }

  /** No pattern is longer. */
  private static final int LONGEST = 4;

  /** Checks the ranges. */
  public PatternShape {
    if (shortest < 1
        || longest < shortest
        || longest > LONGEST
        || patterns < 1
        || dimensions % 4 != 0) {
      throw new IllegalArgumentException(
          "no such patterns: length %d to %d, %d each, %d dimensions"
              .formatted(shortest, longest, patterns, dimensions));
    }
  }

  /** Number of patterns of all lengths. */
  public int all() {
    return (longest - shortest + 1) * patterns;
  }

  /** Places in the patterns of one of each length. */
  public int places() {
    return (longest + shortest) * (longest - shortest + 1) / 2;
  }

  /** How many numbers a unit contributes: one to each pattern at each place in it. */
  public int contributions() {
    return places() * patterns;
  }
}
