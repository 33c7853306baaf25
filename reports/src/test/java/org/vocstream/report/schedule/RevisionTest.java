package org.vocstream.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.report.Block;
import org.vocstream.report.Cell;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Statement;
import org.vocstream.report.Table;
import org.vocstream.report.Unit;

final class RevisionTest {
  @Test
  void listsWhatHasChangedAndNothingElse() {
    Report first = report(71.4, 100);
    Report second = report(69.2, 100);
    Report revised = Revision.of(second, 2, Figures.of(first), Figures.of(second));
    assertThat(revised.facts()).contains(new Report.Fact("Revision", "2, in place of 1"));
    assertThat(revised.chapters()).hasSize(2);
    List<Block> blocks = revised.chapters().get(1).blocks();
    assertThat(((Statement) blocks.get(0)).text()).startsWith("1 numbers differ from revision 1");
    assertThat(((Table) blocks.get(1)).rows())
        .containsExactly(
            List.of(
                Cell.text("Index by brand · A · index"),
                Cell.text("71.4 (60.0–80.0)"),
                Cell.text("69.2 (60.0–80.0)")));
  }

  @Test
  void saysWhereNothingHas() {
    Report same = report(71.4, 100);
    Report revised = Revision.of(same, 3, Figures.of(same), Figures.of(same));
    assertThat(revised.chapters().get(1).blocks())
        .containsExactly(
            new Statement(Statement.Kind.TEXT, "No number differs from revision 2.", ""));
  }

  static Report report(double index, long n) {
    return new Report(
        ReportLanguage.EN,
        "Report",
        List.of(),
        List.of(
            new Report.Chapter(
                "findings",
                "Findings",
                List.of(
                    new Statement(Statement.Kind.FINDING, "A has " + Unit.POINTS.of(index), "Q1"),
                    new Table(
                        "index",
                        "Index by brand",
                        List.of("brand", "index", "n"),
                        List.of(
                            List.of(
                                Cell.text("A"),
                                new Cell.Interval(index, 60, 80, Unit.POINTS),
                                Cell.count(n))),
                        "Q1")))),
        List.of(new Report.ReportQuery("Q1", "index", "")));
  }
}
