package org.vocstream.report.contents;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.elasticsearch.Sample;
import org.vocstream.report.Cell;
import org.vocstream.report.Report;
import org.vocstream.statistics.SatisfactionIndex;

/** How the numbers came about, and what they cannot say. For one thread. */
final class MethodChapter {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private final ReportMaterial material;
  private final Terms terms;
  private final List<Report.ReportQuery> queries;
  private final String program;

  /** The method; {@code program} is the version of the program. */
  MethodChapter(
      ReportMaterial material, Terms terms, List<Report.ReportQuery> queries, String program) {
    this.material = material;
    this.terms = terms;
    this.queries = queries;
    this.program = program;
  }

  Report.Chapter write() {
    ChapterWriter chapter = new ChapterWriter("method", terms.say("chapter.method"));
    chapter.table(
        "facts",
        terms.say("method.facts"),
        List.of(terms.say("column.fact"), terms.say("column.value")),
        facts().stream().map(f -> List.of(Cell.text(f.name()), Cell.text(f.value()))).toList(),
        "");
    chapter.subtitle(terms.say("method.formulas"));
    for (String key :
        List.of(
            "method.index",
            "method.interval",
            "method.gap",
            "method.verdict",
            "method.rank",
            "method.wave",
            "method.journey",
            "method.importance",
            "method.value",
            "method.nps",
            "method.negative",
            "method.suspects")) {
      chapter.text(terms.say(key), "");
    }
    chapter.text(terms.say("method.minimum", "minimum", SatisfactionIndex.MINIMUM), "");
    chapter.subtitle(terms.say("method.limits"));
    for (String key :
        List.of(
            "method.limit.models",
            "method.limit.sample",
            "method.limit.cause",
            "method.limit.late",
            "method.limit.families")) {
      chapter.text(terms.say(key), "");
    }
    chapter.subtitle(terms.say("method.queries")).note(terms.say("method.trace"));
    return chapter
        .table(
            "queries",
            terms.say("method.queries"),
            List.of(
                terms.say("column.query"), terms.say("column.what"), terms.say("column.command")),
            queries.stream()
                .map(q -> List.of(Cell.text(q.id()), Cell.text(q.what()), Cell.text(q.command())))
                .toList(),
            "")
        .chapter();
  }

  /** What stands under the title and on the page of the method. */
  List<Report.Fact> facts() {
    List<Report.Fact> facts = new ArrayList<>();
    Sample sample = material.sample();
    fact(facts, "fact.brand", material.own());
    fact(facts, "fact.against", terms.words().list(material.competitors()));
    fact(facts, "fact.period", material.period() + " (" + material.zone().getId() + ")");
    fact(facts, "fact.before", material.before().toString());
    fact(facts, "fact.filter", filter());
    fact(facts, "fact.cut", sample.published().map(this::moment).orElse("–"));
    fact(facts, "fact.processed", sample.processed().map(this::moment).orElse("–"));
    fact(facts, "fact.made", moment(material.made()));
    fact(facts, "fact.pack", material.pack().id());
    fact(facts, "fact.models", String.join(", ", material.scoredBy()));
    fact(facts, "fact.program", program);
    fact(facts, "fact.wording", terms.words().version());
    return facts;
  }

  private void fact(List<Report.Fact> facts, String key, String value) {
    facts.add(new Report.Fact(terms.say(key), value));
  }

  private String moment(Instant instant) {
    return MOMENT.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(material.zone()));
  }

  private String filter() {
    Map<String, List<String>> values = new TreeMap<>(material.question().values());
    List<String> parts = new ArrayList<>();
    if (List.of("false").equals(values.get("suspect"))) {
      values.remove("suspect");
      parts.add(terms.say("filter.genuine"));
    }
    values.forEach((field, allowed) -> parts.add(field + "=" + String.join(",", allowed)));
    if (!material.question().indicators().isEmpty()) {
      parts.add(
          terms.say(
              "filter.indicators",
              "indicators",
              terms.words().list(material.question().indicators())));
    }
    return parts.isEmpty() ? terms.say("filter.none") : String.join("; ", parts);
  }
}
