package org.vocstream.report.contents;

/**
 * The part of a text around its evidence that a reader needs. Immutable.
 *
 * @param text at most {@link #MOST} units, with {@code …} where something is cut off; line breaks
 *     and other controls are spaces
 * @param start of the evidence in it
 * @param end of the evidence, exclusive
 */
record Excerpt(String text, int start, int end) {
  /** UTF-16 units of an excerpt at the most, but for the marks of what is cut off. */
  static final int MOST = 160;

  /**
   * Cuts a text.
   *
   * @param start of the evidence
   * @param end of the evidence, exclusive
   */
  static Excerpt of(String text, int start, int end) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]", " ");
    int to = Math.min(end, start + MOST);
    int spare = MOST - (to - start);
    // What one side does not need is the other's.
    int before = Math.min(start, Math.max(spare / 2, spare - (text.length() - to)));
    int from = whole(line, start - before);
    int until = whole(line, Math.min(line.length(), to + spare - before));
    String head = from > 0 ? "…" : "";
    String tail = until < line.length() ? "…" : "";
    int moved = head.length() - from;
    return new Excerpt(
        head + line.substring(from, until) + tail, start + moved, Math.min(to, until) + moved);
  }

  /** Not between the two units of one character. */
  private static int whole(String text, int at) {
    boolean within =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return within ? at - 1 : at;
  }
}
