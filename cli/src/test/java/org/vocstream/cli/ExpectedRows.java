package org.vocstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vocstream.report.Cell;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Unit;

/**
 * The rows of tables that a report must have, from what {@code compare --json} answers to its
 * question: every index with its interval, every gap with its verdict.
 *
 * @param answer of the command
 * @param language of the report
 */
record ExpectedRows(JsonNode answer, ReportLanguage language) {
  /** All of them. */
  List<List<Cell>> all() {
    List<List<Cell>> rows = new ArrayList<>();
    JsonNode whole = answer.path("overall").path(0).path("brands");
    for (Map.Entry<String, JsonNode> brand : whole.properties()) {
      rows.add(
          List.of(
              Cell.text(brand.getKey()),
              index(brand.getValue()),
              n(brand.getValue()),
              Cell.count(brand.getValue().path("clusters").asLong())));
    }
    for (String section : List.of("touchpoints", "indicators")) {
      for (JsonNode row : answer.path(section)) {
        row.path("gaps").properties().forEach(gap -> rows.add(gap(row, gap.getKey())));
        if (row.has("industry")) {
          rows.add(industry(row));
        }
      }
    }
    return rows;
  }

  private List<Cell> gap(JsonNode row, String competitor) {
    List<Cell> cells = own(row);
    JsonNode theirs = row.path("brands").path(competitor);
    cells.addAll(List.of(index(theirs), n(theirs)));
    cells.addAll(judged(row.path("gaps").path(competitor)));
    return cells;
  }

  private List<Cell> industry(JsonNode row) {
    List<Cell> cells = own(row);
    cells.addAll(judged(row.path("industry")));
    return cells;
  }

  private List<Cell> own(JsonNode row) {
    JsonNode own = row.path("brands").path(answer.path("brand").asText());
    return new ArrayList<>(List.of(Cell.text(label(row)), index(own), n(own)));
  }

  private List<Cell> judged(JsonNode gap) {
    Cell verdict = Cell.text(label(gap));
    if (!gap.has("value")) {
      return List.of(notEnough(), new Cell.Missing("–"), verdict);
    }
    return List.of(
        interval(gap, "value", Unit.DIFFERENCE),
        Cell.text(
            gap.path("on_mix").asBoolean()
                ? language.of("同一渠道构成", "one mix")
                : language.of("原始", "raw")),
        verdict);
  }

  private Cell index(JsonNode score) {
    return score.path("enough").asBoolean() ? interval(score, "index", Unit.POINTS) : notEnough();
  }

  private static Cell interval(JsonNode of, String value, Unit unit) {
    return new Cell.Interval(
        of.path(value).asDouble(), of.path("low").asDouble(), of.path("high").asDouble(), unit);
  }

  private static Cell n(JsonNode score) {
    return Cell.count(score.path("n").asLong());
  }

  private Cell notEnough() {
    return new Cell.Missing(language.of("样本不足", "not enough data"));
  }

  private String label(JsonNode of) {
    return of.path("label").path(language.code()).asText();
  }
}
