package org.vocstream.report.format;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.vocstream.report.Unit;

/** The axes of charts: thin, grey, numbers as the unit has them. */
final class Axes {
  private static final int LONGEST = 26;

  private Axes() {}

  /**
   * An axis of numbers that holds all of them with a margin, within what the unit can be.
   *
   * @param numbers that must be seen; none leaves 0..1
   */
  static NumberAxis numbers(Unit unit, String title, List<Double> numbers) {
    double low = numbers.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double margin = high > low ? 0.06 * (high - low) : unit == Unit.SHARE ? 0.05 : 1;
    double from = low - margin;
    double to = high + margin;
    if (unit == Unit.COUNT || unit == Unit.SHARE || unit == Unit.POINTS) {
      from = low >= 0 ? Math.max(0, from) : from;
    }
    double most = unit == Unit.POINTS ? 100 : unit == Unit.SHARE ? 1 : Double.POSITIVE_INFINITY;
    to = high <= most ? Math.min(most, to) : to;
    NumberAxis axis = new NumberAxis(title.isEmpty() ? null : Typeface.printable(title));
    axis.setRange(from, to);
    axis.setNumberFormatOverride(new Ticks(unit));
    return plain(axis);
  }

  /** An axis of names, the first one at 0. */
  static SymbolAxis names(List<String> names) {
    SymbolAxis axis =
        new SymbolAxis(null, names.stream().map(Axes::shortened).toArray(String[]::new));
    axis.setRange(-0.5, Math.max(1, names.size()) - 0.5);
    axis.setGridBandsVisible(false);
    plain(axis);
    axis.setTickLabelPaint(Palette.INK);
    axis.setTickMarksVisible(false);
    return axis;
  }

  /** The name as a chart has room for it; the table beside has all of it. */
  static String shortened(String name) {
    String printable = Typeface.printable(name);
    int width = 0;
    for (int at = 0; at < printable.length(); at++) {
      width += TextWidth.of(printable.charAt(at));
      if (width > LONGEST) {
        return printable.substring(0, Math.max(1, at - 1)) + "…";
      }
    }
    return printable;
  }

  private static <A extends ValueAxis> A plain(A axis) {
    axis.setTickLabelFont(Typeface.regular(11));
    axis.setTickLabelPaint(Palette.QUIET);
    axis.setLabelFont(Typeface.regular(11.5f));
    axis.setLabelPaint(Palette.INK);
    axis.setAxisLinePaint(Palette.RULE);
    axis.setTickMarkPaint(Palette.RULE);
    return axis;
  }

  /** Numbers of ticks, as short as they can be; zero has no sign. */
  private static final class Ticks extends DecimalFormat {
    private static final long serialVersionUID = 1L;

    private Ticks(Unit unit) {
      super(pattern(unit), DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
      return number == 0 && getPositivePrefix().equals("+")
          ? to.append('0')
          : super.format(number, to, position);
    }

    private static String pattern(Unit unit) {
      return switch (unit) {
        case COUNT -> "#,##0.#";
        case POINTS -> "0.#";
        case DIFFERENCE -> "+0.#;-0.#";
        case SHARE -> "0.#%";
        case PLAIN -> "0.##";
      };
    }
  }
}
