package org.vocstream.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was measured, with what it was measured on. Immutable.
 *
 * @param date day of measuring
 * @param models SHA-256 of each model, by name
 * @param data SHA-256 of each file of data, by {@code SET/FILE}
 * @param rows the lines
 */
public record ScoreTable(
    LocalDate date, Map<String, String> models, Map<String, String> data, List<Measured> rows) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Keeps copies, ordered by name. */
  public ScoreTable {
    models = new TreeMap<>(models);
    data = new TreeMap<>(data);
    rows = List.copyOf(rows);
  }

  /** As JSON with a final line feed; numbers rounded to four places, null where there is none. */
  public String json() {
    ObjectNode table = JSON.createObjectNode();
    table.put("date", date.toString());
    table.putPOJO("models", models);
    table.putPOJO("data", data);
    List<ObjectNode> lines = new ArrayList<>();
    for (Measured row : rows) {
      ObjectNode line = JSON.createObjectNode().put("set", row.set()).put("n", row.n());
      line.put("measure", row.measure());
      line.put("majority", rounded(row.majority())).put("simple", rounded(row.simple()));
      line.put("ours", rounded(row.ours()));
      line.put("low", rounded(row.low())).put("high", rounded(row.high()));
      lines.add(line);
    }
    table.putArray("rows").addAll(lines);
    try {
      return JSON.writeValueAsString(table) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads what {@link #json()} wrote.
   *
   * @throws IllegalArgumentException where it is no such table
   */
  public static ScoreTable read(String json) {
    try {
      JsonNode table = JSON.readTree(json);
      List<Measured> rows = new ArrayList<>();
      for (JsonNode row : table.required("rows")) {
        rows.add(
            new Measured(
                row.required("set").asText(),
                row.required("n").asInt(),
                row.required("measure").asText(),
                row.path("majority").asDouble(Double.NaN),
                row.path("simple").asDouble(Double.NaN),
                row.path("ours").asDouble(Double.NaN),
                row.path("low").asDouble(Double.NaN),
                row.path("high").asDouble(Double.NaN)));
      }
      return new ScoreTable(
          LocalDate.parse(table.required("date").asText()),
          texts(table.path("models")),
          texts(table.path("data")),
          rows);
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "this is no table of scripts/voc evaluate --json: " + e.getMessage(), e);
    }
  }

  /**
   * What is worse here than in an earlier table, one sentence each. Of an earlier line only those
   * count whose set was measured now, on the same files.
   *
   * @param margin how much a measure may fall, 0..1
   */
  public List<String> dropsSince(ScoreTable earlier, double margin) {
    Map<String, Measured> now = rows.stream().collect(Collectors.toMap(Measured::name, r -> r));
    List<String> drops = new ArrayList<>();
    for (Measured before : earlier.comparable(this)) {
      Measured row = now.get(before.name());
      if (row == null) {
        drops.add(before.name() + ": no longer measured, it was %.4f".formatted(before.ours()));
      } else if (!(row.gainOver(before.ours()) >= -margin)) {
        drops.add(
            "%s: %.4f, it was %.4f on %s (n %,d); at most %.4f may be lost"
                .formatted(
                    row.name(), row.ours(), before.ours(), earlier.date(), before.n(), margin));
      }
    }
    return drops;
  }

  /** The lines of this table whose set another one measured on the same files. */
  public List<Measured> comparable(ScoreTable other) {
    return rows.stream()
        .filter(row -> other.rows.stream().anyMatch(r -> r.set().equals(row.set())))
        .filter(row -> files(row.set()).equals(other.files(row.set())))
        .toList();
  }

  private Map<String, String> files(String set) {
    return data.entrySet().stream()
        .filter(e -> e.getKey().startsWith(set + "/"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object.fields().forEachRemaining(e -> texts.put(e.getKey(), e.getValue().asText()));
    return texts;
  }

  private static Double rounded(double measure) {
    return Double.isNaN(measure) ? null : Math.round(measure * 10_000) / 10_000.0;
  }
}
