package org.vocstream.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.vocstream.training.Confusion;
import org.vocstream.training.Measured;
import org.vocstream.training.ScoreTable;

/** Prints measures in columns. Stateless. */
final class MeasureTable {
  private MeasureTable() {}

  static void print(ScoreTable table, PrintWriter out) {
    out.printf(
        "%-26s %7s  %-28s %9s %9s %9s  %s%n",
        "set", "n", "measure", "majority", "simple", "ours", "95% interval");
    for (Measured row : table.rows()) {
      out.printf(
          "%-26s %,7d  %-28s %9s %9s %9s  %s%n",
          row.set(),
          row.n(),
          row.measure(),
          share(row.majority()),
          share(row.simple()),
          share(row.ours()),
          Double.isNaN(row.low()) ? "" : share(row.low()) + " to " + share(row.high()));
    }
    out.flush();
  }

  static void print(Confusion confusion, PrintWriter out) {
    if (confusion.n() == 0) {
      return;
    }
    out.printf("%ntrue \\ predicted %9s %9s %9s %9s%n", "-1", "0", "1", "none");
    for (int truth = -1; truth <= 1; truth++) {
      out.printf(
          "%16d %,9d %,9d %,9d %,9d%n",
          truth,
          confusion.count(truth, -1),
          confusion.count(truth, 0),
          confusion.count(truth, 1),
          confusion.missing(truth));
    }
    out.flush();
  }

  private static String share(double measure) {
    return Double.isNaN(measure) ? "-" : String.format(Locale.ROOT, "%.3f", measure);
  }
}
