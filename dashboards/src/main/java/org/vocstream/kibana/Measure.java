package org.vocstream.kibana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vocstream.pack.Names;

/**
 * A number that a panel shows. Immutable.
 *
 * @param id stable within the panel
 * @param label its name
 * @param expression what it is reckoned from
 * @param format how it is written
 */
record Measure(String id, Names label, Expression expression, Format format) {
  /** How a number is written. */
  enum Format {
    /** As Kibana writes numbers by itself. */
    PLAIN(null, 0),
    /** With one decimal. */
    TENTHS("number", 1),
    /** With two decimals. */
    HUNDREDTHS("number", 2),
    /** A share in percent. */
    PERCENT("percent", 1),
    /** An index from 0 to 100, with one decimal and coloured. */
    INDEX("number", 1);

    private final String id;
    private final int decimals;

    Format(String id, int decimals) {
      this.id = id;
      this.decimals = decimals;
    }

    /** The format of a Lens column, or null for none. */
    ObjectNode json() {
      if (id == null) {
        return null;
      }
      ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", id);
      json.putObject("params").put("decimals", decimals);
      return json;
    }
  }

  /** True where the value is one aggregation, by which Lens can sort. */
  boolean plain() {
    return expression instanceof Expression.Aggregate;
  }
}
