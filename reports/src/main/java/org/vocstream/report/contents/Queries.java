package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vocstream.report.Report;
import org.vocstream.statistics.Period;

/** What was asked for a report, and the commands that ask it again. For one thread. */
final class Queries {
  /** What a shell reads as one word without quotes. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._=,:/+-]+");

  private final ReportMaterial material;
  private final Terms terms;
  private final List<Report.ReportQuery> queries = new ArrayList<>();

  Queries(ReportMaterial material, Terms terms) {
    this.material = material;
    this.terms = terms;
  }

  List<Report.ReportQuery> list() {
    Period period = material.period();
    add(
        Asked.COMPARISON,
        "query.comparison",
        compare(period, List.of("--wave-against", material.before().toString(), "--show", "all")));
    add(Asked.ALERTS, "query.alerts", "scripts/voc alerts list --all --json");
    add(Asked.REASONS, "query.reasons", calls(List.of(material.own()), "reason"));
    add(Asked.CONTACTS, "query.contacts", calls(material.brands(), "brand"));
    add(Asked.SAMPLE, "query.sample", "");
    if (material.genuine().isPresent()) {
      add(
          Asked.GENUINE,
          "query.genuine",
          compare(period, List.of("--without-suspects", "--show", "overall")));
    }
    add(Asked.TREND, "query.trend", "");
    int number = 1;
    for (Period of : material.trend().periods()) {
      queries.add(
          new Report.ReportQuery(
              Asked.TREND + "." + number++,
              of.toString(),
              compare(of, List.of("--show", "overall,indicators"))));
    }
    segments(period);
    add(Asked.VOICES, "query.voices", "");
    material
        .survey()
        .ifPresent(
            answer ->
                queries.add(
                    SurveyChapter.query(answer, material.question().language(), Asked.SURVEY)));
    return queries;
  }

  private void segments(Period period) {
    add(Asked.SEGMENTS, "query.segments", "");
    if (material.segments().isEmpty()) {
      return;
    }
    SegmentGaps gaps = material.segments().get();
    int number = 1;
    for (String segment : gaps.names()) {
      List<String> options =
          gaps.field().equals("channel")
              ? List.of("--channel", segment)
              : List.of("--segment", gaps.field() + "=" + segment);
      List<String> all = new ArrayList<>(options);
      all.addAll(List.of("--show", "overall,indicators"));
      queries.add(
          new Report.ReportQuery(
              Asked.SEGMENTS + "." + number++,
              segment,
              compare(List.of(gaps.rival()), period, all, gaps.field())));
    }
  }

  private void add(String id, String what, String command) {
    queries.add(new Report.ReportQuery(id, terms.say(what), command));
  }

  private String compare(Period period, List<String> options) {
    return compare(material.competitors(), period, options, "");
  }

  /** A comparison with the filters of the report, but for one field. */
  private String compare(
      List<String> against, Period period, List<String> options, String without) {
    ReportQuestion question = material.question();
    List<String> words =
        new ArrayList<>(
            List.of(
                "scripts/voc",
                "compare",
                "--brand",
                material.own(),
                "--against",
                String.join(",", against),
                "--period",
                period.toString()));
    words.addAll(options);
    words.addAll(question.filterOptions(without));
    if (!question.indicators().isEmpty()) {
      words.addAll(List.of("--indicators", String.join(",", question.indicators())));
    }
    if (question.pack() != null) {
      words.addAll(List.of("--pack", question.pack()));
    }
    words.add("--json");
    return command(words);
  }

  /** Of calls there is no command that filters by segment or language. */
  private String calls(List<String> brands, String by) {
    ReportQuestion question = material.question();
    if (question.values().containsKey("segment") || question.values().containsKey("lang")) {
      return "";
    }
    List<String> words =
        new ArrayList<>(
            List.of(
                "scripts/voc",
                "calls",
                "--brand",
                String.join(",", brands),
                "--by",
                by,
                "--period",
                material.period().toString(),
                "--wave-against",
                material.before().toString()));
    for (String field : List.of("channel", "product")) {
      if (question.values().containsKey(field)) {
        words.addAll(List.of("--" + field, String.join(",", question.values().get(field))));
      }
    }
    if (List.of("false").equals(question.values().get("suspect"))) {
      words.add("--without-suspects");
    }
    words.add("--json");
    return command(words);
  }

  /** As a shell reads it. */
  static String command(List<String> words) {
    List<String> quoted = new ArrayList<>();
    for (String word : words) {
      quoted.add(PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'");
    }
    return String.join(" ", quoted);
  }
}
