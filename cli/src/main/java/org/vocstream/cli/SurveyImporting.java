package org.vocstream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RawRecord;
import org.vocstream.survey.AnswerTable;
import org.vocstream.survey.Questionnaire;
import org.vocstream.survey.SurveyImport;
import org.vocstream.survey.SurveyRowException;
import org.vocstream.text.PiiMask;

/**
 * Imports tables of answers one after the other. Every envelope is read as {@code score} and {@code
 * run} will read it before it is written, so that what is wrong is said now. Not thread-safe.
 */
final class SurveyImporting {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 20;

  private final Questionnaire questionnaire;
  private final KeyedHash hash;
  private final Progress progress;
  private final PiiMask mask = new PiiMask();
  private final Envelope envelope;
  private final Map<String, ObjectNode> taken = new HashMap<>();
  private int imported;
  private int again;
  private int refused;

  /**
   * An import.
   *
   * @param hash makes ids of numbers of sheets that are personal data
   */
  SurveyImporting(Questionnaire questionnaire, KeyedHash hash, Progress progress) {
    this.questionnaire = questionnaire;
    this.hash = hash;
    this.progress = progress;
    this.envelope = new Envelope(EnvelopeOptions.defaults(), mask::mask, hash, Customers.none());
  }

  /** Finds the columns of each table; nothing is written before all are found. */
  List<SurveyImport> imports(List<AnswerTable> tables) {
    return tables.stream().map(t -> new SurveyImport(questionnaire, t, mask::mask)).toList();
  }

  /**
   * Writes one line for each row that can be used.
   *
   * @param dead where to write what cannot, made only where there is any; or null
   */
  void run(List<AnswerTable> tables, Writer writer, Path dead) throws IOException {
    List<SurveyImport> imports = imports(tables);
    for (int i = 0; i < tables.size(); i++) {
      AnswerTable table = tables.get(i);
      if (!imports.get(i).unused().isEmpty()) {
        progress.step(
            table.name()
                + ": columns that the questionnaire does not name are left behind: "
                + mask.mask(String.join(", ", imports.get(i).unused())));
      }
      for (AnswerTable.Row row : table.rows()) {
        row(table, row, imports.get(i), writer, dead);
      }
    }
  }

  private void row(
      AnswerTable table, AnswerTable.Row row, SurveyImport reader, Writer writer, Path dead)
      throws IOException {
    String origin = table.name() + ":" + row.line();
    ObjectNode sheet;
    try {
      sheet = reader.envelope(row);
    } catch (SurveyRowException e) {
      refuse(table, row, e.getMessage(), dead);
      return;
    }
    sheet.put("id", withoutPersonalData(sheet.path("id").asText()));
    String line = JSON.writeValueAsString(sheet);
    Intake intake = envelope.read(new RawRecord(origin, line, line.length(), null));
    if (!intake.accepted()) {
      refuse(table, row, intake.deadLetter().reason(), dead);
      return;
    }
    ObjectNode before = taken.putIfAbsent(intake.feedback().key(), sheet);
    if (before == null) {
      writer.write(line);
      writer.write('\n');
      imported++;
    } else if (before.equals(sheet)) {
      again++;
    } else {
      refuse(
          table,
          row,
          "a row before it has the number and brand of this one, but other answers; which of the two is right?",
          dead);
    }
  }

  /** Sheets are sometimes numbered by the telephone of who answered. */
  private String withoutPersonalData(String id) {
    String masked = mask.mask(id);
    return masked.equals(id) ? id : masked + "-" + hash.of(id).substring(0, 12);
  }

  private void refuse(AnswerTable table, AnswerTable.Row row, String reason, Path dead)
      throws IOException {
    String origin = table.name() + ":" + row.line();
    refused++;
    if (refused <= SHOWN) {
      progress.step("not imported: " + origin + ": " + reason);
    }
    if (dead == null) {
      return;
    }
    ObjectNode line = JSON.createObjectNode().put("origin", origin).put("error", reason);
    ObjectNode cells = line.putObject("row");
    for (int i = 0; i < row.cells().size(); i++) {
      String column = i < table.header().size() ? table.header().get(i).strip() : "";
      cells.put(column.isEmpty() ? "column " + (i + 1) : column, mask.mask(row.cells().get(i)));
    }
    Files.writeString(dead, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** How many were imported. */
  int imported() {
    return imported;
  }

  /** How many were not. */
  int refused() {
    return refused;
  }

  /** Tells how many there were. */
  void summarise() {
    progress.clear();
    progress.step(
        String.format(
            "read %,d rows = imported %,d + the same again %,d + not imported %,d",
            imported + again + refused, imported, again, refused));
  }
}
