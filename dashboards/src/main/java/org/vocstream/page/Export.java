package org.vocstream.page;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.vocstream.elasticsearch.VoicesQuery;
import org.vocstream.text.SpreadsheetText;

/** What a view shows, as a file for a spreadsheet. Without state. */
final class Export {
  /** Voices of a file at the most. */
  static final int MOST = 50_000;

  private static final List<String> VOICE =
      List.of(
          "published_at",
          "brand",
          "product",
          "channel",
          "lang",
          "touchpoint",
          "indicator",
          "polarity",
          "confidence",
          "evidence",
          "text",
          "suspect",
          "scored_by",
          "feedback",
          "id");

  private Export() {}

  /**
   * Rows under a header; a value is a text, a number or null.
   *
   * @param name for the file and the sheet
   */
  record Table(String name, List<String> header, List<List<Object>> rows) {
    /** As CSV with a byte order mark, by which spreadsheets know that it is UTF-8. */
    byte[] csv() throws IOException {
      StringWriter text = new StringWriter();
      text.append('\uFEFF');
      try (CSVPrinter csv =
          new CSVPrinter(
              text, CSVFormat.RFC4180.builder().setHeader(header.toArray(new String[0])).build())) {
        for (List<Object> row : rows) {
          csv.printRecord(row.stream().map(Table::harmless).toList());
        }
      }
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    static Object harmless(Object value) {
      return value instanceof String text && SpreadsheetText.looksLikeFormula(text)
          ? "'" + text
          : value;
    }

    /** As a workbook of one sheet; texts are cells of text, never formulas. */
    byte[] xlsx() throws IOException {
      try (SXSSFWorkbook book = new SXSSFWorkbook(200);
          ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
        Sheet sheet = book.createSheet(name);
        sheet.createFreezePane(0, 1);
        CellStyle bold = book.createCellStyle();
        Font font = book.createFont();
        font.setBold(true);
        bold.setFont(font);
        Row first = sheet.createRow(0);
        for (int i = 0; i < header.size(); i++) {
          first.createCell(i).setCellValue(header.get(i));
          first.getCell(i).setCellStyle(bold);
          sheet.setColumnWidth(i, 18 * 256);
        }
        // A text that begins like a formula stays text also where somebody edits the cell.
        CellStyle quoted = book.createCellStyle();
        quoted.setQuotePrefixed(true);
        for (int r = 0; r < rows.size(); r++) {
          Row row = sheet.createRow(r + 1);
          for (int i = 0; i < rows.get(r).size(); i++) {
            Object value = rows.get(r).get(i);
            if (value instanceof Number number) {
              row.createCell(i).setCellValue(number.doubleValue());
            } else if (value != null) {
              String text = value.toString();
              row.createCell(i).setCellValue(text.substring(0, Math.min(text.length(), 32_767)));
              if (!harmless(value).equals(value)) {
                row.getCell(i).setCellStyle(quoted);
              }
            }
          }
        }
        book.write(bytes);
        book.dispose();
        return bytes.toByteArray();
      }
    }
  }

  /** A comparison, one row for each subject and brand, as its JSON has it. */
  static Table comparison(ObjectNode comparison) {
    List<String> header =
        List.of(
            "scope",
            "code",
            "label_zh",
            "label_en",
            "brand",
            "n",
            "index",
            "low",
            "high",
            "net",
            "positive",
            "neutral",
            "negative",
            "gap_of",
            "gap",
            "gap_low",
            "gap_high",
            "adjusted_p",
            "verdict");
    List<List<Object>> rows = new ArrayList<>();
    for (String section : List.of("overall", "indicators", "touchpoints")) {
      for (JsonNode row : comparison.path(section)) {
        for (Map.Entry<String, JsonNode> brand : row.path("brands").properties()) {
          JsonNode score = brand.getValue();
          JsonNode gap = row.path("gaps").path(brand.getKey());
          List<Object> cells = new ArrayList<>();
          for (JsonNode value :
              List.of(
                  row.path("scope"), row.path("code"), row.at("/label/zh"), row.at("/label/en"))) {
            cells.add(value(value));
          }
          cells.add(brand.getKey());
          for (String field :
              List.of("n", "index", "low", "high", "net", "positive", "neutral", "negative")) {
            cells.add(value(score.path(field)));
          }
          cells.add(gap.isMissingNode() ? null : comparison.path("brand").asText());
          for (String field : List.of("value", "low", "high", "adjusted_p", "verdict")) {
            cells.add(value(gap.path(field)));
          }
          rows.add(cells);
        }
      }
    }
    return new Table("compare", header, rows);
  }

  /** Voices, newest first, at most {@link #MOST}. */
  static Table voices(VoicesQuery query, VoicesQuery.Asked asked) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    List<FieldValue> after = List.of();
    do {
      VoicesQuery.Page page = query.page(asked, VoicesQuery.MOST, after);
      for (ObjectNode voice : page.voices()) {
        List<Object> cells = new ArrayList<>();
        VOICE.forEach(field -> cells.add(value(voice.path(field))));
        rows.add(cells);
      }
      after = page.after();
    } while (!after.isEmpty() && rows.size() < MOST);
    return new Table("voices", VOICE, rows);
  }

  private static Object value(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return value.isNumber() ? value.numberValue() : value.asText();
  }
}
