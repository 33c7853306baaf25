package org.vocstream.survey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.vocstream.feedback.Channel;
import org.vocstream.pack.Written;

/**
 * Makes envelopes of the rows of one table of answers: one feedback for each row, with an id that
 * is the same whenever the row is imported. For one thread.
 */
public final class SurveyImport {
  private static final int DIGITS = 16;
  private static final DateTimeFormatter DATES =
      new DateTimeFormatterBuilder()
          .appendPattern("[uuuu-M-d][uuuu/M/d][uuuu.M.d]")
          .appendPattern("[[' ']['T']H:mm[:ss]]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Questionnaire questionnaire;
  private final SurveyColumns columns;
  private final UnaryOperator<String> mask;
  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * An import of one table.
   *
   * @param mask replaces personal data in open answers
   * @throws org.vocstream.pack.PackException where the table lacks a column of the questionnaire
   */
  public SurveyImport(Questionnaire questionnaire, AnswerTable table, UnaryOperator<String> mask) {
    this.questionnaire = questionnaire;
    this.columns = new SurveyColumns(questionnaire, table);
    this.mask = mask;
  }

  /** Columns that the questionnaire does not name; what stands in them is left behind. */
  public List<String> unused() {
    return columns.unused();
  }

  /**
   * The envelope of a row.
   *
   * @throws SurveyRowException where it cannot be used; the message tells all that is wrong
   */
  public ObjectNode envelope(AnswerTable.Row row) throws SurveyRowException {
    if (row.problem() != null) {
      throw new SurveyRowException(row.problem());
    }
    List<String> faults = new ArrayList<>();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String brand = questionnaire.brand() == null ? given(row, "brand") : questionnaire.brand();
    if (brand.isEmpty()) {
      faults.add(column("brand") + " is empty; whose customer answered?");
    }
    String wave = questionnaire.wave() == null ? given(row, "wave") : questionnaire.wave();
    json.put("id", id(row, wave, brand));
    json.put("source", questionnaire.id());
    json.put("channel", Channel.SURVEY.code());
    json.put("questionnaire", questionnaire.id());
    put(json, "wave", wave);
    put(json, "brand", brand);
    put(json, "product", given(row, "product"));
    put(json, "segment", given(row, "segment"));
    put(json, "customer", given(row, "customer"));
    put(json, "published_at", date(given(row, "date"), faults));
    nps(json, given(row, "nps"), faults);
    ArrayNode answers = answers(row, faults);
    if (!answers.isEmpty()) {
      json.set("answers", answers);
    }
    StringJoiner text = new StringJoiner("\n");
    for (Written column : questionnaire.texts()) {
      String words = answer(columns.cell(row, column));
      if (!words.isEmpty()) {
        text.add(words);
      }
    }
    put(json, "text", mask.apply(text.toString()));
    if (faults.isEmpty() && !json.has("answers") && !json.has("nps") && !json.has("text")) {
      faults.add("nothing is answered in this row");
    }
    if (!faults.isEmpty()) {
      throw new SurveyRowException(String.join("; ", faults));
    }
    return json;
  }

  private ArrayNode answers(AnswerTable.Row row, List<String> faults) {
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (Question question : questionnaire.questions()) {
      OptionalDouble performance = value(row, question.performance(), question.scale(), faults);
      OptionalDouble expectation = value(row, question.expectation(), question.scale(), faults);
      if (performance.isPresent() || expectation.isPresent()) {
        ObjectNode answer = answers.addObject().put("indicator", question.indicator());
        performance.ifPresent(value -> number(answer, "performance", value));
        expectation.ifPresent(value -> number(answer, "expectation", value));
        answer.put("scale", question.scale().toString());
      }
    }
    return answers;
  }

  private OptionalDouble value(
      AnswerTable.Row row, Written column, AnswerScale scale, List<String> faults) {
    String cell = answer(columns.cell(row, column));
    if (cell.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble value = scale.value(cell);
    if (value.isEmpty()) {
      faults.add(
          column.text()
              + ": "
              + quoted(cell)
              + " is no value of the scale "
              + scale
              + "; "
              + scale.advice());
    }
    return value;
  }

  private void nps(ObjectNode json, String cell, List<String> faults) {
    String given = answer(cell);
    if (given.isEmpty()) {
      return;
    }
    OptionalDouble value = AnswerScale.of("0-10", List.of()).value(given);
    if (value.isEmpty() || value.getAsDouble() != Math.rint(value.getAsDouble())) {
      faults.add(column("nps") + ": " + quoted(given) + " is no whole number from 0 to 10");
    } else {
      json.put("nps", (int) value.getAsDouble());
    }
  }

  private String date(String cell, List<String> faults) {
    if (cell.isEmpty()) {
      return "";
    }
    // A spreadsheet's own dates come as ISO 8601 whatever the form of those that are texts.
    DateTimeFormatter own = questionnaire.dateFormat();
    Optional<String> read = own == null ? Optional.empty() : date(cell, own);
    read = read.isPresent() ? read : date(cell, DATES);
    if (read.isPresent()) {
      return read.get();
    }
    faults.add(
        column("date")
            + ": "
            + quoted(cell)
            + " is no date; write 2026-10-03 08:15, or give its form as date_format");
    return "";
  }

  private Optional<String> date(String cell, DateTimeFormatter form) {
    try {
      TemporalAccessor read =
          form.parseBest(cell, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
      if (read instanceof ZonedDateTime zoned) {
        return Optional.of(zoned.toInstant().toString());
      }
      LocalDateTime local =
          read instanceof LocalDate day ? day.atTime(LocalTime.MIDNIGHT) : (LocalDateTime) read;
      return Optional.of(local.atZone(questionnaire.zone()).toInstant().toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Wave, number of the sheet and brand; a sheet without a number goes by what it holds, and by how
   * many before it in the table hold the same.
   */
  private String id(AnswerTable.Row row, String wave, String brand) {
    StringJoiner id = new StringJoiner(":");
    if (!wave.isEmpty()) {
      id.add(wave);
    }
    String number = given(row, "id");
    if (number.isEmpty()) {
      String digest = digest(String.join("\u001F", columns.used(row)));
      int before = seen.merge(digest, 1, Integer::sum);
      number = before == 1 ? digest : digest + "-" + before;
    }
    id.add(number);
    if (!brand.isEmpty()) {
      id.add(brand);
    }
    return id.toString();
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String given(AnswerTable.Row row, String what) {
    return columns.cell(row, questionnaire.columns().get(what));
  }

  private String column(String what) {
    return questionnaire.columns().get(what).text();
  }

  /** Empty for what stands for no answer. */
  private String answer(String cell) {
    return questionnaire.missing().contains(AnswerScale.folded(cell)) ? "" : cell;
  }

  private String quoted(String cell) {
    String masked = mask.apply(cell);
    return "\"" + (masked.length() > 40 ? masked.substring(0, 40) + "…" : masked) + "\"";
  }

  private static void put(ObjectNode json, String field, String value) {
    if (!value.isEmpty()) {
      json.put(field, value);
    }
  }

  /** Whole numbers without a point, as people write them. */
  private static void number(ObjectNode json, String field, double value) {
    if (value == Math.rint(value)) {
      json.put(field, (int) value);
    } else {
      json.put(field, value);
    }
  }
}
