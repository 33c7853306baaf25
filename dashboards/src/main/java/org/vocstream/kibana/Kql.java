package org.vocstream.kibana;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions in Kibana's query language; values are quoted, so that no name can mean anything. */
final class Kql {
  private Kql() {}

  /** The field has one of these values. */
  static String is(String field, String... values) {
    return is(field, List.of(values));
  }

  /** The field has one of these values. */
  static String is(String field, Collection<String> values) {
    String quoted = values.stream().map(Kql::quoted).collect(Collectors.joining(" or "));
    return field + " : " + (values.size() == 1 ? quoted : "(" + quoted + ")");
  }

  /** The field has this number. */
  static String number(String field, long value) {
    return field + " : " + value;
  }

  /** The field says this. */
  static String truth(String field, boolean value) {
    return field + " : " + value;
  }

  /** The field has any value. */
  static String exists(String field) {
    return field + " : *";
  }

  /** All of these hold; those left blank say nothing. */
  static String all(String... conditions) {
    return Arrays.stream(conditions).filter(c -> !c.isEmpty()).collect(Collectors.joining(" and "));
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
