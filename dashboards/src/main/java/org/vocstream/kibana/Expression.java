package org.vocstream.kibana;

import java.util.Locale;

/**
 * What a measure of a panel is reckoned from: aggregations of Elasticsearch and what is done with
 * them. One expression gives both the text that people edit in Lens and the columns that Lens runs.
 * Immutable.
 */
sealed interface Expression {
  /**
   * One aggregation.
   *
   * @param operation name in Lens: {@code count}, {@code sum}, {@code average}, ...
   * @param field what is aggregated; null for documents
   * @param kql only over documents for which this holds; empty for all
   */
  record Aggregate(String operation, String field, String kql) implements Expression {
    /** The same over documents for which this holds. */
    Aggregate where(String condition) {
      return new Aggregate(operation, field, condition);
    }
  }

  /** A number. */
  record Constant(double value) implements Expression {
    String text() {
      return value == Math.rint(value)
          ? String.format(Locale.ROOT, "%.0f", value)
          : Double.toString(value);
    }
  }

  /** A sum, difference, product or quotient. */
  record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {}

  /** What can be done with two. */
  enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** As written in a formula. */
    String sign() {
      return sign;
    }

    /** The name in the syntax tree of Lens: {@code add}. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Number of documents. */
  static Aggregate count() {
    return new Aggregate("count", null, "");
  }

  /** One aggregation of a field. */
  static Aggregate of(String operation, String field) {
    return new Aggregate(operation, field, "");
  }

  /** A number. */
  static Expression number(double value) {
    return new Constant(value);
  }

  /** This and that together. */
  default Expression plus(Expression other) {
    return new Arithmetic(Operator.ADD, this, other);
  }

  /** This less that. */
  default Expression minus(Expression other) {
    return new Arithmetic(Operator.SUBTRACT, this, other);
  }

  /** This times that. */
  default Expression times(Expression other) {
    return new Arithmetic(Operator.MULTIPLY, this, other);
  }

  /** This divided by that. */
  default Expression over(Expression other) {
    return new Arithmetic(Operator.DIVIDE, this, other);
  }
}
