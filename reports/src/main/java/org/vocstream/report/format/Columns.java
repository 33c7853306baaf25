package org.vocstream.report.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vocstream.report.Cell;
import org.vocstream.report.Table;

/**
 * How the columns of a table are set.
 *
 * @param numeric for each column, whether it holds numbers, which stand on the right
 * @param shares for each column, its share of the width in percent; together 100
 * @param width what all need together, in half widths of a letter
 * @param stacked whether intervals stand under their values, as there is no room beside
 */
record Columns(List<Boolean> numeric, List<Double> shares, int width, boolean stacked) {
  /** What a page has room for in small letters, in smaller ones, and a page across. */
  private static final int UPRIGHT = 135;

  private static final int TIGHT = 148;
  private static final int ROOM = 185;
  private static final int NARROWEST = 5;
  private static final int WIDEST = 40;

  /** Copies the lists. */
  Columns {
    numeric = List.copyOf(numeric);
    shares = List.copyOf(shares);
  }

  static Columns of(Table table) {
    Columns beside = of(table, false);
    if (!beside.across()) {
      return beside;
    }
    Columns stacked = of(table, true);
    return !stacked.across() || beside.width() > ROOM ? stacked : beside;
  }

  /** Whether letters must be small for it. */
  boolean wide() {
    return width > 100;
  }

  /** Whether it needs a page across. */
  boolean across() {
    return width > (stacked ? TIGHT : UPRIGHT);
  }

  private static Columns of(Table table, boolean stacked) {
    List<Boolean> numeric = new ArrayList<>();
    int[] widths = new int[table.columns().size()];
    for (int at = 0; at < widths.length; at++) {
      int column = at;
      List<Cell> cells = table.rows().stream().map(row -> row.get(column)).toList();
      numeric.add(
          cells.stream().anyMatch(Columns::number)
              && cells.stream().noneMatch(Cell.Text.class::isInstance));
      // A header may stand in several lines; bold letters are wider.
      int width = Math.max(NARROWEST, longestWord(table.columns().get(at)) + 1);
      for (Cell cell : cells) {
        String text = Texts.of(cell);
        width =
            Math.max(
                width,
                !number(cell)
                    ? comfortable(text, stacked ? 8 : 14)
                    : TextWidth.of(stacked ? text.substring(Texts.value(cell).length()) : text));
      }
      widths[at] = 2 + Math.min(WIDEST, width);
    }
    int all = Math.max(1, IntStream.of(widths).sum());
    List<Double> shares = IntStream.of(widths).mapToObj(width -> 100.0 * width / all).toList();
    return new Columns(numeric, shares, all, stacked);
  }

  /** What a text needs to stand in few lines: all of it where short, else a part. */
  private static int comfortable(String text, int easy) {
    int width = TextWidth.of(text);
    return width <= easy ? width : Math.max(longestWord(text), easy + (width - easy) / 4);
  }

  private static int longestWord(String text) {
    int longest = 0;
    int word = 0;
    for (int at = 0; at < text.length(); at++) {
      int width = TextWidth.of(text.charAt(at));
      // A line may break at a space and between Chinese characters.
      word = width == 2 || text.charAt(at) == ' ' ? width : word + width;
      longest = Math.max(longest, word);
    }
    return Math.min(longest, WIDEST / 2);
  }

  private static boolean number(Cell cell) {
    return cell instanceof Cell.Amount || cell instanceof Cell.Interval;
  }
}
