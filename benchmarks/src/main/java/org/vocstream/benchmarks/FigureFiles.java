package org.vocstream.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Figures as JSON and as tables in Markdown, ratios first, with the machine. Immutable. */
final class FigureFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Figure> figures;
  private final String amounts;
  private final LocalDate day;

  /**
   * Files of these figures.
   *
   * @param amounts with how much they were measured: {@code full}, {@code quick}, {@code full x
   *     0.1}
   */
  FigureFiles(List<Figure> figures, String amounts, LocalDate day) {
    this.figures = List.copyOf(figures);
    this.amounts = amounts;
    this.day = day;
  }

  /** {@code 2 cores, 23 GB of memory, Linux amd64, Java 17}. */
  static String machine() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize() >> 30
            : 0;
    return String.format(
        Locale.ROOT,
        "%d cores, %d GB of memory, %s %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        memory,
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version().feature());
  }

  /**
   * All figures as JSON.
   *
   * @param earlier what stood in the file: of benchmarks that were not run this time its figures
   *     stay, each with its day; null where there was none
   * @throws IllegalArgumentException where it holds no figures, or those of another machine
   */
  String json(String earlier) {
    ObjectNode root = JSON.createObjectNode().put("machine", machine());
    ArrayNode all = root.putArray("figures");
    try {
      if (earlier != null) {
        JsonNode before = JSON.readTree(earlier);
        if (!before.path("machine").asText().equals(machine())) {
          throw new IllegalArgumentException(
              "it holds figures of another machine (%s); name another file"
                  .formatted(before.path("machine").asText("none")));
        }
        for (JsonNode figure : before.path("figures")) {
          if (figures.stream().noneMatch(f -> f.benchmark().equals(text(figure, "benchmark")))) {
            all.add(figure);
          }
        }
      }
      figures.forEach(figure -> all.add(json(figure)));
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON; name another file", e);
    }
  }

  private static String text(JsonNode figure, String field) {
    return figure.path(field).asText();
  }

  private ObjectNode json(Figure figure) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("benchmark", figure.benchmark())
            .put("name", figure.name())
            .put("value", rounded(figure.value()))
            .put("unit", figure.unit());
    if (figure.bound() != null) {
      node.put(figure.bound().atLeast() ? "at_least" : "at_most", figure.bound().limit())
          .put("kept", !figure.isMissed());
    }
    return node.put("amounts", amounts).put("measured", day.toString());
  }

  private static double rounded(double value) {
    double digits = Math.abs(value) >= 100 ? 1 : 1e4;
    return Math.round(value * digits) / digits;
  }

  String markdown() {
    StringBuilder text =
        new StringBuilder("Measured %s: %s.\n\n## Ratios and bounds\n\n".formatted(day, machine()));
    table(text, figures.stream().filter(f -> f.isRatio() || f.bound() != null));
    Map<String, List<Figure>> rest = new LinkedHashMap<>();
    for (Figure figure : figures) {
      rest.computeIfAbsent(figure.benchmark(), b -> new ArrayList<>()).add(figure);
    }
    rest.forEach(
        (benchmark, own) -> {
          List<Figure> plain = own.stream().filter(f -> !f.isRatio() && f.bound() == null).toList();
          if (!plain.isEmpty()) {
            text.append("\n## ").append(benchmark).append("\n\n");
            table(text, plain.stream());
          }
        });
    return text.toString();
  }

  private static void table(StringBuilder text, Stream<Figure> rows) {
    text.append("| | figure | | required |\n|---|---|---:|---|\n");
    rows.forEach(
        figure ->
            text.append(
                "| %s | %s | %s | %s |\n"
                    .formatted(
                        figure.benchmark(),
                        figure.name(),
                        Figures.number(figure.value(), figure),
                        figure.bound() == null ? "" : Figures.judged(figure))));
  }
}
