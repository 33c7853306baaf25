package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vocstream.pack.Names;
import org.vocstream.report.Cell;
import org.vocstream.report.Chart;
import org.vocstream.report.Report;
import org.vocstream.report.Unit;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.contact.ContactInsight;
import org.vocstream.statistics.contact.ContactRow;
import org.vocstream.statistics.contact.MeanSatisfaction;

/** What callers ask about, how it went and how it ended. For one thread. */
final class CallsChapter {
  private final ReportMaterial material;
  private final Terms terms;
  private final ChapterWriter chapter;

  CallsChapter(ReportMaterial material, Terms terms) {
    this.material = material;
    this.terms = terms;
    this.chapter = new ChapterWriter("calls", terms.say("chapter.calls"));
  }

  Report.Chapter write() {
    if (material.contacts().n() == 0) {
      return chapter.text(terms.say("calls.none"), Asked.CONTACTS).chapter();
    }
    chapter.text(
        terms.say("calls.n", "brand", material.own(), "n", Terms.count(material.reasons().n())),
        Asked.REASONS);
    reasonsTold();
    if (material.reasons().n() >= SatisfactionIndex.MINIMUM) {
      chapter.add(reasonsDrawn());
    }
    if (material.reasons().n() > 0) {
      table("reasons", "calls.reasons", material.reasons(), this::reason, Asked.REASONS);
    }
    table("brands", "calls.brands", material.contacts(), this::brand, Asked.CONTACTS);
    return chapter.note(terms.say("calls.note", "before", material.before())).chapter();
  }

  private String reason(ContactRow row) {
    Names names = material.reasonNames().get(row.key());
    if (names != null) {
      return terms.language().of(names);
    }
    return row.key().isEmpty() ? terms.say("calls.unknown") : row.key();
  }

  private String brand(ContactRow row) {
    return row.key().isEmpty() ? terms.say("calls.unknown") : row.key();
  }

  /** Only changes that may be claimed. */
  private void reasonsTold() {
    for (ContactRow row : material.reasons().rows()) {
      if (row.verdict().isPresent() && row.verdict().get().claims()) {
        chapter.finding(
            terms.say(
                row.change().orElseThrow().value() > 0 ? "calls.more" : "calls.fewer",
                "reason",
                reason(row),
                "change",
                Terms.points(row.change().orElseThrow()),
                "n",
                Terms.count(row.n())),
            Asked.REASONS);
      }
    }
  }

  private Chart reasonsDrawn() {
    List<String> names = new ArrayList<>();
    List<Optional<Chart.Point>> shares = new ArrayList<>();
    for (ContactRow row : material.reasons().rows()) {
      names.add(reason(row));
      shares.add(
          Optional.of(new Chart.Point(row.share().value(), row.share().low(), row.share().high())));
    }
    return new Chart.Bars(
        terms.say("calls.chart", "brand", material.own()),
        Unit.SHARE,
        names,
        List.of(new Chart.Series(material.own(), shares)),
        Asked.REASONS);
  }

  private void table(
      String code,
      String caption,
      ContactInsight insight,
      Function<ContactRow, String> name,
      String query) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ContactRow row : insight.rows()) {
      rows.add(cells(row, name.apply(row)));
    }
    chapter.table(
        code,
        terms.say(caption, "brand", material.own()),
        List.of(
            terms.say("column.group"),
            terms.say("column.contacts"),
            terms.say("column.share"),
            terms.say("column.share.change"),
            terms.say("column.significance"),
            terms.say("column.complaints"),
            terms.say("column.resolved"),
            terms.say("column.unresolved"),
            terms.say("column.satisfaction"),
            terms.say("column.peak"),
            terms.say("column.end")),
        rows,
        query);
  }

  private List<Cell> cells(ContactRow row, String name) {
    boolean enough = row.enough();
    return List.of(
        Cell.text(name),
        Cell.count(row.n()),
        terms.share(row.share()),
        row.change().map(terms::gap).orElseGet(Terms::none),
        row.change()
            .map(
                c ->
                    c.enough()
                        ? Cell.text(
                            terms.say(
                                !row.verdict().orElseThrow().claims()
                                    ? "change.level"
                                    : c.value() > 0 ? "change.more" : "change.less"))
                        : terms.missing())
            .orElseGet(Terms::none),
        enough ? terms.share(row.complaints()) : terms.missing(),
        enough ? terms.share(row.resolved()) : terms.missing(),
        enough ? terms.share(row.unresolved()) : terms.missing(),
        row.satisfaction()
            .filter(s -> enough && s.enough())
            .<Cell>map(
                (MeanSatisfaction s) -> new Cell.Interval(s.value(), s.low(), s.high(), Unit.PLAIN))
            .orElseGet(terms::missing),
        number(enough, row.sums().peak()),
        number(enough, row.sums().end()));
  }

  private Cell number(boolean enough, Double value) {
    return enough && value != null ? new Cell.Amount(value, Unit.PLAIN) : terms.missing();
  }
}
