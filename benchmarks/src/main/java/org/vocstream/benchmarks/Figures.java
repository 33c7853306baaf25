package org.vocstream.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes figures as they are measured, and prints a line for each at once. For one thread. */
final class Figures {
  private final PrintWriter out;
  private final List<Figure> all = new ArrayList<>();

  Figures(PrintWriter out) {
    this.out = out;
  }

  /** A figure that nothing is asked of. */
  void tell(String benchmark, String name, double value, String unit) {
    tell(new Figure(benchmark, name, value, unit, null));
  }

  /** A figure that must keep to a bound. */
  void require(String benchmark, String name, double value, String unit, Bound bound) {
    tell(new Figure(benchmark, name, value, unit, bound));
  }

  private void tell(Figure figure) {
    all.add(figure);
    out.println(line(figure));
    out.flush();
  }

  /** {@code scoring reviews beside bare segmentation 23% (at least 20%: kept)}. */
  static String line(Figure figure) {
    String line =
        String.format(
            Locale.ROOT,
            "%-11s %-66s %14s",
            figure.benchmark(),
            figure.name(),
            number(figure.value(), figure));
    if (figure.bound() == null) {
      return line;
    }
    return line + "  " + judged(figure);
  }

  /** {@code at least 20%: kept}. */
  static String judged(Figure figure) {
    return (figure.bound().atLeast() ? "at least " : "at most ")
        + number(figure.bound().limit(), figure)
        + (figure.isMissed() ? ": MISSED" : ": kept");
  }

  /** A value of the figure's unit. */
  static String number(double value, Figure figure) {
    if (figure.isRatio()) {
      return String.format(Locale.ROOT, "%.0f%%", 100 * value);
    }
    String format =
        Math.abs(value) >= 100 ? "%,.0f %s" : Math.abs(value) >= 1 ? "%.1f %s" : "%.3f %s";
    return String.format(Locale.ROOT, format, value, figure.unit());
  }

  /** All so far, in the order in which they were measured. */
  List<Figure> all() {
    return List.copyOf(all);
  }

  /** Those that do not keep to their bound. */
  List<Figure> missed() {
    return all.stream().filter(Figure::isMissed).toList();
  }
}
