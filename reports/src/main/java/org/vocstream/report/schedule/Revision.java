package org.vocstream.report.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vocstream.elasticsearch.ReportRun;
import org.vocstream.report.Block;
import org.vocstream.report.Cell;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;

/** A report that is made once more for the same period, and says what has changed since. */
final class Revision {
  private static final int SHOWN = 200;

  private Revision() {}

  /**
   * The report with its number and a chapter of what has changed, right after the first chapter.
   *
   * @param number from 2
   * @param before the numbers of the revision before
   * @param after its own numbers
   */
  static Report of(
      Report report, int number, List<ReportRun.Figure> before, List<ReportRun.Figure> after) {
    ReportLanguage language = report.language();
    List<Report.Fact> facts = new ArrayList<>(report.facts());
    facts.add(
        new Report.Fact(
            language.of("修订", "Revision"),
            language.of(
                "第 " + number + " 版，取代第 " + (number - 1) + " 版",
                number + ", in place of " + (number - 1))));
    List<Report.Chapter> chapters = new ArrayList<>(report.chapters());
    chapters.add(Math.min(1, chapters.size()), chapter(language, number - 1, before, after));
    return new Report(language, report.title(), facts, chapters, report.queries(), report.data());
  }

  private static Report.Chapter chapter(
      ReportLanguage language,
      int than,
      List<ReportRun.Figure> before,
      List<ReportRun.Figure> after) {
    List<List<Cell>> rows = rows(language, before, after);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Statement(
            Statement.Kind.TEXT,
            rows.isEmpty()
                ? language.of(
                    "与第 " + than + " 版相比，没有数字变化。", "No number differs from revision " + than + ".")
                : language.of(
                    "与第 " + than + " 版相比，" + rows.size() + " 个数字有变化：期间结束后到达或更正的反馈已计入。",
                    rows.size()
                        + " numbers differ from revision "
                        + than
                        + ": feedback that came or was corrected after the end of the period is in."),
            ""));
    if (!rows.isEmpty()) {
      blocks.add(
          new Table(
              "revision.changes",
              language.of("变化", "Changes"),
              List.of(
                  language.of("数字", "Number"),
                  language.of("之前", "Before"),
                  language.of("现在", "Now")),
              rows.subList(0, Math.min(SHOWN, rows.size())),
              ""));
    }
    if (rows.size() > SHOWN) {
      blocks.add(
          new Statement(
              Statement.Kind.NOTE,
              language.of("只列出前 " + SHOWN + " 个。", "Only the first " + SHOWN + " are listed."),
              ""));
    }
    return new Report.Chapter("revision", language.of("修订说明", "What has changed"), blocks);
  }

  private static List<List<Cell>> rows(
      ReportLanguage language, List<ReportRun.Figure> before, List<ReportRun.Figure> after) {
    Map<String, String> old = byName(language, before);
    Map<String, String> now = byName(language, after);
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(old.keySet());
    String none = language.of("无", "none");
    List<List<Cell>> rows = new ArrayList<>();
    for (String name : names) {
      String was = old.getOrDefault(name, none);
      String is = now.getOrDefault(name, none);
      if (!was.equals(is)) {
        rows.add(List.of(Cell.text(name), Cell.text(was), Cell.text(is)));
      }
    }
    return rows;
  }

  private static Map<String, String> byName(
      ReportLanguage language, List<ReportRun.Figure> figures) {
    Map<String, String> byName = new LinkedHashMap<>();
    figures.stream()
        .filter(f -> f.language().equals(language.code()))
        .forEach(f -> byName.put(f.name(), f.value()));
    return byName;
  }
}
