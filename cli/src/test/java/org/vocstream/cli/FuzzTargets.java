package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vocstream.call.RoleClassifier;
import org.vocstream.call.TranscriptException;
import org.vocstream.call.TranscriptImport;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.RecordReader;
import org.vocstream.jobs.AlertRules;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.pack.PackException;
import org.vocstream.pack.PackLoader;
import org.vocstream.report.schedule.ReportPlans;
import org.vocstream.survey.AnswerTable;
import org.vocstream.survey.AnswerTableException;
import org.vocstream.survey.CsvAnswers;
import org.vocstream.survey.Questionnaire;
import org.vocstream.survey.SurveyImport;
import org.vocstream.survey.SurveyRowException;
import org.vocstream.text.PiiMask;

/** All readers that are tried with any bytes. */
final class FuzzTargets {
  private static final Path SAMPLES = VocProcess.HOME.resolve("sample");
  private static final Path OWN = Path.of("src/test/resources/fuzz/samples");
  private static final PiiMask MASK = new PiiMask();
  private static final RoleClassifier ROLES = new RoleClassifier();
  private static final TranscriptImport TRANSCRIPTS = new TranscriptImport(ROLES, MASK::mask);
  private static final Envelope ENVELOPES = envelopes(EnvelopeOptions.defaults());
  private static final Envelope MAPPED =
      envelopes(
          new EnvelopeOptions(
              Map.of("text", "comment", "published_at", "when", "rating", "stars"),
              Channel.REVIEW,
              "青禾",
              "shop",
              "Asia/Shanghai",
              "yyyy/M/d H:mm"));

  private static final List<String> JSON =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "[[",
          "{}",
          "\"turns\":[",
          "\"text\":\"",
          "\"rating\":",
          "\"nps\":",
          "\"channel\":\"call\"",
          "\"deleted\":true",
          "\"id\":",
          "\"start_ms\":-1",
          "\"answers\":{",
          "{\"speaker\":\"客户\",\"text\":\"\"}",
          "13812345678",
          "6222021234567890128",
          "\"published_at\":\"1989-12-31T00:00:00Z\"");
  private static final List<String> TABLE =
      List.of(
          ",",
          ";",
          "\t",
          "\"",
          "\"\"",
          "\n",
          "\r\n",
          ",\"",
          "\",",
          "id",
          "comment",
          "when",
          "满意",
          "6",
          "2026/13/1 9:00");
  private static final List<String> CALL =
      List.of(
          "WEBVTT",
          "-->",
          "00:00:01.000 --> 00:00:02.500\n",
          "99:99:99,999",
          "<v 客户>",
          "客服：",
          "{",
          "[",
          "}",
          "]",
          "\"segments\":",
          "\"words\":",
          "\"start\":",
          "\"lattice\":",
          "\"json_1best\":\"{",
          "\"recognizedPhrases\":",
          "[SPEAKER_00]: ",
          "PT9999999999H");
  private static final List<String> YAML =
      List.of(
          ": ",
          "- ",
          "\n",
          "\n  ",
          "\n- ",
          "[",
          "]",
          "{",
          "}",
          "{a: ",
          ", ",
          "# ",
          "---\n",
          "...\n",
          "&a ",
          "*a",
          "<<: *a\n",
          "!!java.net.URL ",
          "!!binary ",
          "!<tag:x> ",
          "? ",
          "|\n",
          ">-\n",
          "%YAML 1.1\n---\n",
          "http://",
          "https://u:p@host/",
          "* * * * *",
          "0 0 31 2 *",
          "code: ",
          "[[",
          "]]",
          "brands: ",
          "rules: ",
          "extends: commerce\n",
          "pack: ",
          "label: ");

  private static final List<String> SHEET =
      List.of(
          "<",
          ">",
          "/>",
          "</c>",
          "<c ",
          "<row r=\"",
          "<v>",
          "t=\"s\"",
          "t=\"e\"",
          "t=\"inlineStr\"",
          "r=\"XFD1\"",
          "r=\"ZZZZZ9\"",
          "r=\"1\"",
          "s=\"99\"",
          "<f>1/0</f>",
          "&a;",
          "&#0;",
          "]]>",
          "<!DOCTYPE a [<!ENTITY a \"b\">]>",
          "<!DOCTYPE a SYSTEM \"file:///etc/hostname\">");

  private FuzzTargets() {}

  static List<FuzzTarget> all() throws IOException {
    byte[] workbook = Workbooks.sound();
    Questionnaire questionnaire = Questionnaire.read(SAMPLES.resolve("survey/questionnaire.yaml"));
    return List.of(
        new FuzzTarget(
            "envelope",
            lines("feed/reviews.jsonl", "feed/calls.jsonl", "feed/dirty.jsonl"),
            JSON,
            (bytes, work) -> records("a.jsonl", bytes, ENVELOPES)),
        new FuzzTarget(
            "csv",
            texts(
                "id,when,comment,stars,shop\n1,2026/10/5 9:00,发货很快,5,a\n2,,\"包装,破了\",1,b\n",
                "\uFEFFid,comment\r\n1,\"两行\r\n文字\"\r\n"),
            TABLE,
            (bytes, work) -> records("a.csv", bytes, MAPPED)),
        new FuzzTarget("transcript", transcripts(), CALL, (bytes, work) -> transcript(bytes)),
        yaml("pack", OWN.resolve("tea.yaml"), file -> new PackLoader().load(file)),
        yaml("competitors", SAMPLES.resolve("competitors.yaml"), CompetitorSet::load),
        yaml("alert-rules", OWN.resolve("rules.yaml"), AlertRules::read),
        yaml("report-plans", OWN.resolve("reports.yaml"), ReportPlans::load),
        yaml("questionnaire", OWN.resolve("questionnaire.yaml"), Questionnaire::read),
        new FuzzTarget(
            "answers",
            List.of(head(Files.readAllBytes(SAMPLES.resolve("survey/answers.csv")))),
            TABLE,
            (bytes, work) -> answers(questionnaire, bytes)),
        new FuzzTarget(
            "workbook",
            List.of(Workbooks.sheet(workbook)),
            SHEET,
            (bytes, work) -> workbook(workbook, bytes, work)));
  }

  private static Envelope envelopes(EnvelopeOptions options) {
    return new Envelope(
        options, MASK::mask, new KeyedHash(new byte[KeyedHash.KEY_BYTES]), Customers.none(), ROLES);
  }

  /** Every record is a feedback or a dead letter, and none is without an origin. */
  private static void records(String name, byte[] bytes, Envelope envelope) throws IOException {
    try (RecordReader records = RecordReader.open(new ByteArrayInputStream(bytes), name)) {
      for (RawRecord raw = records.next(); raw != null; raw = records.next()) {
        Intake intake = envelope.read(raw);
        assertThat(raw.origin()).startsWith(name + ":");
        if (intake.accepted()) {
          assertThat(intake.feedback().id()).isNotBlank();
        } else {
          assertThat(intake.deadLetter().reason()).isNotBlank().hasSizeLessThan(2_000);
        }
      }
    }
  }

  private static void transcript(byte[] bytes) throws FuzzTarget.Told {
    TranscriptException reason = null;
    for (String name : List.of("a.vtt", "a.srt", "a.json", "a.txt")) {
      try {
        String call = TRANSCRIPTS.read(name, bytes, "id", Channel.CALL).toString();
        Intake intake = ENVELOPES.read(new RawRecord(name, call, 0, null));
        assertThat(intake.accepted()).as("%s", intake.deadLetter()).isTrue();
      } catch (TranscriptException e) {
        reason = e;
      }
    }
    if (reason != null) {
      throw new FuzzTarget.Told(reason);
    }
  }

  private static void answers(Questionnaire questionnaire, byte[] bytes) throws FuzzTarget.Told {
    try {
      AnswerTable table = CsvAnswers.read("a.csv", bytes);
      SurveyImport sheets = new SurveyImport(questionnaire, table, MASK::mask);
      for (AnswerTable.Row row : table.rows()) {
        sheet(sheets, row);
      }
    } catch (AnswerTableException | PackException e) {
      throw new FuzzTarget.Told(e);
    }
  }

  private static void workbook(byte[] workbook, byte[] sheet, Path work)
      throws FuzzTarget.Told, IOException {
    Path file = Workbooks.write(workbook, out -> out.write(sheet), work.resolve("a.xlsx"));
    try {
      AnswerTable table = XlsxAnswers.read(file);
      assertThat(table.header()).isNotEmpty();
    } catch (AnswerTableException e) {
      throw new FuzzTarget.Told(e);
    }
  }

  private static void sheet(SurveyImport sheets, AnswerTable.Row row) {
    try {
      Intake intake = ENVELOPES.read(new RawRecord("a", sheets.envelope(row).toString(), 0, null));
      assertThat(intake.accepted() || !intake.deadLetter().reason().isBlank()).isTrue();
    } catch (SurveyRowException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private interface FileReading {
    Object read(Path file) throws IOException;
  }

  private static FuzzTarget yaml(String name, Path sample, FileReading reading) throws IOException {
    return new FuzzTarget(
        name,
        List.of(Files.readAllBytes(sample)),
        YAML,
        (bytes, work) -> {
          try {
            reading.read(Files.write(work.resolve(sample.getFileName().toString()), bytes));
          } catch (PackException e) {
            throw new FuzzTarget.Told(e);
          }
        });
  }

  private static List<byte[]> lines(String... files) {
    return Arrays.stream(files)
        .flatMap(
            file -> {
              try (Stream<String> lines =
                  Files.lines(SAMPLES.resolve(file), StandardCharsets.ISO_8859_1)) {
                return lines.limit(12).toList().stream();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .map(line -> (line + "\n").getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }

  private static byte[] head(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.min(bytes.length, 1_500));
  }

  private static List<byte[]> texts(String... texts) {
    return Arrays.stream(texts).map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static List<byte[]> transcripts() {
    return texts(
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\n<v 客服>您好\n\n00:00:03.000 --> 00:00:04.000\n<v 客户>快递三天没到\n",
        "1\n00:00:01,000 --> 00:00:02,500\n客服：您好\n\n2\n00:00:03,000 --> 00:00:04,000\n客户：我要退货\n",
        "客服：您好\n客户：包装破了\n客服：马上为您处理\n",
        """
        {"segments":[{"start":0.5,"end":1.5,"speaker":"SPEAKER_00","text":"您好"},
         {"start":2,"end":3,"speaker":"SPEAKER_01","text":"没收到"}]}
        """,
        """
        {"lattice":[{"json_1best":"{\\"st\\":{\\"bg\\":\\"10\\",\\"ed\\":\\"20\\",\\"rl\\":\\"1\\",\\"rt\\":[{\\"ws\\":[{\\"cw\\":[{\\"w\\":\\"喂\\"}]}]}]}}"}]}
        """,
        """
        {"recognizedPhrases":[{"channel":0,"offset":"PT1S","duration":"PT2S","nBest":[{"display":"hello"}]}]}
        """,
        """
        {"results":{"items":[{"start_time":"0.1","end_time":"0.5","type":"pronunciation",
         "alternatives":[{"content":"hello"}]}]}}
        """,
        """
        {"results":[{"alternatives":[{"transcript":"hello","words":[{"word":"hello",
         "startTime":"0.1s","endTime":"0.5s","speakerTag":1}]}]}]}
        """);
  }
}
