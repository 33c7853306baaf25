package org.vocstream.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads what {@code deploy/monitoring} asks Prometheus for. */
final class MonitoringFiles {
  /** A metric that Prometheus makes itself. */
  static final String OF_PROMETHEUS = "up";

  /** Whatever names no metric: texts, selections of labels, ranges, lists of labels, variables. */
  private static final Pattern NO_METRIC =
      Pattern.compile(
          "\"[^\"]*\"|\\{[^{}]*\\}|\\[[^\\]]*\\]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|\\$[a-zA-Z_]+");

  /** A name that is followed by no opening bracket: else it is a function. */
  private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b(?!\\s*\\()");

  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  private static final Pattern VALUES_OF_LABEL = Pattern.compile("label_values\\(([^,]*),.*\\)");

  private MonitoringFiles() {}

  static Object yaml(Path file) throws IOException {
    return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  /** The alert rules. */
  static List<Map<?, ?>> rules(Path file) throws IOException {
    List<Map<?, ?>> rules = new ArrayList<>();
    for (Object group : (List<?>) ((Map<?, ?>) yaml(file)).get("groups")) {
      ((List<?>) ((Map<?, ?>) group).get("rules")).forEach(rule -> rules.add((Map<?, ?>) rule));
    }
    return rules;
  }

  /** Every expression in PromQL in a dashboard or a file of rules. */
  static List<String> expressions(Path file) throws IOException {
    List<String> expressions = new ArrayList<>();
    if (file.toString().endsWith(".json")) {
      JsonNode dashboard = new ObjectMapper().readTree(file.toFile());
      dashboard.findValuesAsText("expr").forEach(expressions::add);
      for (JsonNode variable : dashboard.path("templating").path("list")) {
        Matcher values = VALUES_OF_LABEL.matcher(variable.path("definition").asText());
        if (values.matches()) {
          expressions.add(values.group(1));
        }
      }
    } else {
      rules(file).forEach(rule -> expressions.add((String) rule.get("expr")));
    }
    return expressions;
  }

  /** The names of the metrics that an expression asks for. */
  static Set<String> metrics(String expression) {
    Set<String> names = new TreeSet<>();
    String left = expression;
    for (String before = null; !left.equals(before); ) {
      before = left;
      left = NO_METRIC.matcher(left).replaceAll(" ");
    }
    Matcher name = NAME.matcher(left);
    while (name.find()) {
      if (!WORDS.contains(name.group())) {
        names.add(name.group());
      }
    }
    return names;
  }
}
