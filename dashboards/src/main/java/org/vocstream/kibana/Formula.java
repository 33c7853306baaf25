package org.vocstream.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;

/**
 * Writes an expression as a Lens formula and, at the same time, as the syntax tree with places in
 * that text. For one thread, and one expression.
 */
final class Formula {
  private final StringBuilder text = new StringBuilder();
  private int aggregates;

  /**
   * Writes it.
   *
   * @param column makes the column of an aggregation, from its number from 0, and names it
   * @return the syntax tree
   */
  JsonNode write(
      Expression expression, BiFunction<Expression.Aggregate, Integer, JsonNode> column) {
    if (expression instanceof Expression.Aggregate aggregate) {
      append(aggregate);
      return column.apply(aggregate, aggregates++);
    }
    if (expression instanceof Expression.Constant constant) {
      text.append(constant.text());
      return constant.value() == Math.rint(constant.value())
          ? IntNode.valueOf((int) constant.value())
          : DoubleNode.valueOf(constant.value());
    }
    return write((Expression.Arithmetic) expression, column);
  }

  private JsonNode write(
      Expression.Arithmetic arithmetic,
      BiFunction<Expression.Aggregate, Integer, JsonNode> column) {
    int from = text.length();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "function")
            .put("name", arithmetic.operator().code());
    ArrayNode operands = node.putArray("args");
    operands.add(operand(arithmetic.left(), column));
    text.append(' ').append(arithmetic.operator().sign()).append(' ');
    operands.add(operand(arithmetic.right(), column));
    node.putObject("location").put("min", from).put("max", text.length());
    return node.put("text", text.substring(from));
  }

  /** Within another, so that no rule of precedence is needed. */
  private JsonNode operand(
      Expression expression, BiFunction<Expression.Aggregate, Integer, JsonNode> column) {
    boolean inner = expression instanceof Expression.Arithmetic;
    text.append(inner ? "(" : "");
    JsonNode written = write(expression, column);
    text.append(inner ? ")" : "");
    return written;
  }

  private void append(Expression.Aggregate aggregate) {
    text.append(aggregate.operation()).append('(');
    if (aggregate.field() != null) {
      text.append(aggregate.field());
    }
    if (!aggregate.kql().isEmpty()) {
      text.append(aggregate.field() == null ? "" : ", ")
          .append("kql='")
          // All that formulas know to escape.
          .append(aggregate.kql().replace("'", "\\'"))
          .append('\'');
    }
    text.append(')');
  }

  /** The formula. */
  String text() {
    return text.toString();
  }

  /** Number of aggregations in it. */
  int aggregates() {
    return aggregates;
  }
}
