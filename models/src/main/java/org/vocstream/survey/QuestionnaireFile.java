package org.vocstream.survey;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vocstream.pack.Findings;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Names;
import org.vocstream.pack.NearestName;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackException;
import org.vocstream.pack.PackLoader;
import org.vocstream.pack.Written;
import org.vocstream.pack.YamlDocument;
import org.vocstream.pack.YamlSection;

/** Reads the file of a questionnaire. All that is wrong with it is told at once. */
final class QuestionnaireFile {
  private static final List<String> KEYS =
      List.of(
          "id",
          "title",
          "wave",
          "pack",
          "brand",
          "zone",
          "date_format",
          "scale",
          "missing",
          "columns",
          "questions");
  private static final List<String> TITLE_KEYS = List.of("zh", "en");
  private static final List<String> SCALE_KEYS = List.of("range", "words");
  private static final List<String> SINGLE =
      List.of("id", "wave", "brand", "product", "segment", "customer", "date", "nps");
  private static final List<String> COLUMN_KEYS =
      List.of("id", "wave", "brand", "product", "segment", "customer", "date", "nps", "text");
  private static final List<String> QUESTION_KEYS =
      List.of("indicator", "performance", "expectation", "scale");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  private final String file;
  private final Findings findings = new Findings();

  private QuestionnaireFile(String file) {
    this.file = file;
  }

  static Questionnaire read(Path path) {
    QuestionnaireFile reader = new QuestionnaireFile(path.toString());
    Optional<Questionnaire> read =
        YamlDocument.read(path, reader.findings)
            .flatMap(
                root -> YamlSection.of(reader.file, "a questionnaire", KEYS, root, reader.findings))
            .map(reader::questionnaire);
    reader.findings.throwIfAny();
    return read.orElseThrow();
  }

  private Questionnaire questionnaire(YamlSection root) {
    Optional<Written> id = root.requiredText("id");
    id.filter(i -> !ID.matcher(i.text()).matches())
        .ifPresent(
            i ->
                findings.add(
                    i.at(),
                    "the id \""
                        + i.text()
                        + "\" cannot be used; write letters, digits, hyphens and dots, such as csat"));
    Map<String, Written> columns = new LinkedHashMap<>();
    List<Written> texts = new ArrayList<>();
    root.section("columns", COLUMN_KEYS)
        .ifPresent(
            section -> {
              SINGLE.forEach(key -> section.text(key).ifPresent(c -> columns.put(key, c)));
              texts.addAll(section.texts("text"));
            });
    Optional<Written> brand = root.text("brand");
    if (brand.isPresent() == columns.containsKey("brand")) {
      findings.add(
          root.at("brand"),
          brand.isPresent()
              ? "the brand is given, and a column for it as well; leave one of them out"
              : "whose customers answered? Give \"brand\", or the column of it under \"columns\"");
    }
    if (root.has("wave") && columns.containsKey("wave")) {
      findings.add(
          root.at("wave"), "the wave is given, and a column for it as well; leave one of them out");
    }
    List<Question> questions = questions(root);
    if (questions.isEmpty() && !columns.containsKey("nps") && texts.isEmpty()) {
      findings.add(
          root.at(),
          "no column holds an answer; give \"questions\", or nps or text in \"columns\"");
    }
    checkOnce(columns, texts, questions);
    return new Questionnaire(
        file,
        id.map(Written::text).orElse(""),
        title(root, id.map(Written::text).orElse("")),
        root.text("wave").map(Written::text).orElse(null),
        brand.map(Written::text).orElse(null),
        zone(root),
        dateFormat(root),
        missing(root),
        columns,
        texts,
        questions);
  }

  private static Names title(YamlSection root, String id) {
    Optional<YamlSection> title = root.section("title", TITLE_KEYS);
    return new Names(
        title.flatMap(t -> t.requiredText("zh")).map(Written::text).orElse(id),
        title.flatMap(t -> t.requiredText("en")).map(Written::text).orElse(id));
  }

  private ZoneId zone(YamlSection root) {
    Optional<Written> zone = root.text("zone");
    try {
      return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone.get().text());
    } catch (DateTimeException e) {
      findings.add(
          zone.get().at(),
          "\"" + zone.get().text() + "\" is no time zone; write one like Asia/Shanghai");
      return ZoneOffset.UTC;
    }
  }

  private DateTimeFormatter dateFormat(YamlSection root) {
    Optional<Written> format = root.text("date_format");
    try {
      return format.map(f -> DateTimeFormatter.ofPattern(f.text(), Locale.ENGLISH)).orElse(null);
    } catch (IllegalArgumentException e) {
      findings.add(
          format.get().at(),
          "\"" + format.get().text() + "\" is no form of dates; write one like yyyy/M/d H:mm");
      return null;
    }
  }

  private static Set<String> missing(YamlSection root) {
    Set<String> missing = new HashSet<>();
    root.texts("missing").forEach(word -> missing.add(AnswerScale.folded(word.text())));
    return missing;
  }

  private List<Question> questions(YamlSection root) {
    Optional<Map<String, String>> indicators = indicators(root);
    Optional<AnswerScale> usual = scale(root);
    List<Question> questions = new ArrayList<>();
    for (YamlSection section : root.sections("questions", "a question", QUESTION_KEYS)) {
      Optional<Written> indicator = section.requiredText("indicator");
      Optional<String> code =
          indicator.flatMap(i -> indicators.map(known -> known.get(i.text().strip())));
      if (indicator.isPresent() && indicators.isPresent() && code.isEmpty()) {
        findings.add(
            indicator.get().at(),
            "the pack has no indicator \""
                + indicator.get().text()
                + "\""
                + NearestName.of(indicator.get().text(), indicators.get().keySet())
                    .map(nearest -> "; did you mean \"" + nearest + "\"?")
                    .orElse(";")
                + " scripts/voc packs show lists them");
      }
      Optional<Written> performance = section.text("performance");
      Optional<Written> expectation = section.text("expectation");
      if (performance.isEmpty() && expectation.isEmpty()) {
        findings.add(
            section.at(),
            "a question needs the column of its performance, its expectation, or both");
      }
      Optional<AnswerScale> scale = section.has("scale") ? scale(section) : usual;
      if (scale.isEmpty() && !section.has("scale") && !root.has("scale")) {
        findings.add(
            section.at(), "a question needs a \"scale\"; give one here, or one for all questions");
      }
      if (code.isPresent() && scale.isPresent()) {
        questions.add(
            new Question(
                code.get(), performance.orElse(null), expectation.orElse(null), scale.get()));
      }
    }
    return questions;
  }

  /** Codes by code and by name; empty where the pack is at fault. */
  private Optional<Map<String, String>> indicators(YamlSection root) {
    if (!root.has("questions")) {
      return Optional.empty();
    }
    Optional<Written> name = root.requiredText("pack");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      Pack pack = new PackLoader().find(name.get().text());
      Map<String, String> codes = new TreeMap<>();
      for (Indicator indicator : pack.indicators()) {
        codes.putIfAbsent(indicator.label().zh(), indicator.code());
        codes.putIfAbsent(indicator.label().en(), indicator.code());
      }
      pack.indicators().forEach(indicator -> codes.put(indicator.code(), indicator.code()));
      return Optional.of(codes);
    } catch (PackException e) {
      findings.add(name.get().at(), e.findings().get(0).message());
      return Optional.empty();
    }
  }

  private Optional<AnswerScale> scale(YamlSection section) {
    Optional<YamlSection> scale = section.section("scale", SCALE_KEYS);
    Optional<Written> range = scale.flatMap(s -> s.requiredText("range"));
    if (range.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          AnswerScale.of(
              range.get().text(), scale.get().texts("words").stream().map(Written::text).toList()));
    } catch (IllegalArgumentException e) {
      findings.add(range.get().at(), e.getMessage());
      return Optional.empty();
    }
  }

  /** One column that means two things is a slip of the pen. */
  private void checkOnce(
      Map<String, Written> columns, List<Written> texts, List<Question> questions) {
    List<Written> all = new ArrayList<>(columns.values());
    all.addAll(texts);
    for (Question question : questions) {
      if (question.performance() != null) {
        all.add(question.performance());
      }
      if (question.expectation() != null) {
        all.add(question.expectation());
      }
    }
    Map<String, Written> firsts = new TreeMap<>();
    for (Written column : all) {
      Written first = firsts.putIfAbsent(SurveyColumns.key(column.text()), column);
      if (first != null) {
        findings.add(
            column.at(),
            "the column \""
                + column.text()
                + "\" is used already (line "
                + first.at().line()
                + "); leave one of them out");
      }
    }
  }
}
