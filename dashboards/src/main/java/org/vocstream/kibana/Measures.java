package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;

/** The numbers that several panels show, reckoned as {@code docs/scores.md} says. */
final class Measures {
  /** Id of the number of documents, by which groups are ordered. */
  static final String N = "n";

  private static final double HALF = 50;
  private static final double THOUSAND = 1_000;

  private Measures() {}

  /**
   * The satisfaction index of mentions, 0 to 100: {@code 50 + 50 * mean polarity}, which is {@code
   * 100 * (positive + 0.5 * neutral) / n}.
   */
  static Measure index() {
    return new Measure(
        "index", new Names("满意度指数", "Satisfaction index"), indexOf(""), Measure.Format.INDEX);
  }

  /** The index over mentions for which this holds. */
  static Expression indexOf(String kql) {
    return Expression.number(HALF)
        .plus(Expression.number(HALF).times(Expression.of("average", "polarity").where(kql)));
  }

  /** The satisfaction index of daily cells, from their sums. */
  static Measure indexOfCells() {
    Expression points =
        Expression.of("sum", "positive")
            .plus(Expression.number(0.5).times(Expression.of("sum", "neutral")));
    return new Measure(
        "index",
        new Names("满意度指数", "Satisfaction index"),
        Expression.number(2 * HALF).times(points).over(Expression.of("sum", "n")),
        Measure.Format.INDEX);
  }

  /** Positive less negative mentions, by mention, -1 to 1. */
  static Measure net() {
    return new Measure(
        "net",
        new Names("净情感", "Net sentiment"),
        Expression.of("average", "polarity"),
        Measure.Format.HUNDREDTHS);
  }

  /** Number of documents: of mentions, feedback, alerts. */
  static Measure n(String zh, String en) {
    return new Measure(N, new Names(zh, en), Expression.count(), Measure.Format.PLAIN);
  }

  /** Number of mentions. */
  static Measure mentions() {
    return n("观点数", "n");
  }

  /** Share of the documents for which this holds. */
  static Measure share(String id, Names label, String kql) {
    return new Measure(
        id, label, Expression.count().where(kql).over(Expression.count()), Measure.Format.PERCENT);
  }

  /** Share of the negative mentions. */
  static Measure negative() {
    return share("negative", new Names("负面占比", "Negative share"), Kql.number("polarity", -1));
  }

  /** Share of the positive mentions. */
  static Measure positive() {
    return share("positive", new Names("正面占比", "Positive share"), Kql.number("polarity", 1));
  }

  /** One aggregation of a field as it is. */
  static Measure of(String id, Names label, String operation, String field, Measure.Format format) {
    return new Measure(id, label, Expression.of(operation, field), format);
  }

  /** The median of a time in milliseconds, in seconds. */
  static Measure seconds(String id, Names label, String field) {
    return new Measure(
        id,
        label,
        Expression.of("median", field).over(Expression.number(THOUSAND)),
        Measure.Format.TENTHS);
  }

  /** Index and number of mentions. */
  static List<Measure> indexAndN() {
    return List.of(index(), mentions());
  }
}
