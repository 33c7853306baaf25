package org.vocstream.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of Kibana's query language that our dashboards use, as Kibana does: {@code field :
 * value}, {@code field : (a or b)}, {@code field : *}, and, or, brackets. For one thread.
 */
final class KqlReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern WORDS =
      Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|[():]|[^\\s():]+");

  private final Deque<String> words = new ArrayDeque<>();

  private KqlReader(String kql) {
    Matcher word = WORDS.matcher(kql);
    while (word.find()) {
      words.add(word.group());
    }
  }

  /** The query of Elasticsearch. */
  static ObjectNode query(String kql) {
    if (kql.isBlank()) {
      ObjectNode all = JSON.objectNode();
      all.putObject("match_all");
      return all;
    }
    KqlReader reader = new KqlReader(kql);
    ObjectNode query = reader.any();
    if (!reader.words.isEmpty()) {
      throw new AssertionError(kql + " goes on at " + reader.words);
    }
    return query;
  }

  private ObjectNode any() {
    List<ObjectNode> parts = new ArrayList<>(List.of(all()));
    while ("or".equals(words.peek())) {
      words.remove();
      parts.add(all());
    }
    return bool("should", parts);
  }

  private ObjectNode all() {
    List<ObjectNode> parts = new ArrayList<>(List.of(one()));
    while ("and".equals(words.peek())) {
      words.remove();
      parts.add(one());
    }
    return bool("filter", parts);
  }

  private ObjectNode one() {
    String word = words.remove();
    if (word.equals("(")) {
      ObjectNode inner = any();
      expect(")");
      return inner;
    }
    expect(":");
    if (!"(".equals(words.peek())) {
      return value(word, words.remove());
    }
    words.remove();
    List<ObjectNode> values = new ArrayList<>(List.of(value(word, words.remove())));
    while ("or".equals(words.peek())) {
      words.remove();
      values.add(value(word, words.remove()));
    }
    expect(")");
    return bool("should", values);
  }

  private static ObjectNode value(String field, String value) {
    ObjectNode query = JSON.objectNode();
    if (value.equals("*")) {
      query.putObject("exists").put("field", field);
    } else if (value.startsWith("\"")) {
      String text = value.substring(1, value.length() - 1);
      query.putObject("match_phrase").put(field, text.replaceAll("\\\\(.)", "$1"));
    } else {
      query.putObject("match").put(field, value);
    }
    return query;
  }

  private void expect(String word) {
    if (!word.equals(words.poll())) {
      throw new AssertionError("a " + word + " is missing before " + words);
    }
  }

  private static ObjectNode bool(String clause, List<ObjectNode> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    ObjectNode query = JSON.objectNode();
    ArrayNode clauses = query.putObject("bool").putArray(clause);
    parts.forEach(clauses::add);
    return query;
  }
}
