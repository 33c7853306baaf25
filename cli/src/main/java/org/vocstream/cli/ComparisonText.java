package org.vocstream.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vocstream.elasticsearch.CellQuery;
import org.vocstream.elasticsearch.ComparisonAnswer;
import org.vocstream.elasticsearch.PackOutline;
import org.vocstream.elasticsearch.ScoreOverview;
import org.vocstream.pack.Pack;
import org.vocstream.statistics.Estimate;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.StandardisedIndex;
import org.vocstream.statistics.comparison.BrandScore;
import org.vocstream.statistics.comparison.ComparisonOptions;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.JudgedGap;
import org.vocstream.statistics.comparison.Section;

/** A comparison as text: the sections that were asked for, each in a block. For one thread. */
final class ComparisonText {
  private final ComparisonAnswer answer;
  private final PackOutline outline;
  private final ComparisonOptions options;
  private final Labels labels;
  private final PrintWriter out;

  ComparisonText(ComparisonAnswer answer, Pack pack, Labels labels, PrintWriter out) {
    this.answer = answer;
    this.outline = new PackOutline(pack);
    this.options = answer.request().options();
    this.labels = labels;
    this.out = out;
  }

  void print() {
    out.println(title());
    ComparisonSections sections = new ComparisonSections(answer, outline, labels, out);
    for (Section section : options.sections()) {
      switch (section) {
        case OVERALL -> overall();
        case INDICATORS -> rows(labels.of("指标", "Indicators"), answer.comparison().indicators());
        case TOUCHPOINTS -> rows(labels.of("触点", "Touchpoints"), answer.comparison().touchpoints());
        default -> sections.print(section);
      }
    }
    footer();
    warnings();
    out.flush();
  }

  private String title() {
    List<String> parts = new ArrayList<>();
    parts.add(
        options.brand()
            + " "
            + labels.said("对比", "against")
            + " "
            + String.join(", ", options.competitors()));
    parts.add(
        answer.request().filter().period() == null
            ? labels.of("全部时间", "all days")
            : answer.request().filter().period().toString());
    answer
        .request()
        .filter()
        .values()
        .forEach((field, allowed) -> parts.add(field + "=" + String.join(",", allowed)));
    parts.add(outline.pack().id());
    return String.join("   ", parts);
  }

  private void heading(String text) {
    out.println();
    out.println(text);
  }

  private void overall() {
    heading(labels.of("总体", "Overall"));
    for (ComparisonRow row : answer.comparison().whole()) {
      TextTable table =
          new TextTable(
              labels.of(outline.names(row.subject())),
              List.of(
                  labels.of("指数", "index"),
                  labels.of("净情感", "net"),
                  labels.of("声音", "voices"),
                  labels.of("同渠道", "on mix"),
                  labels.of("负面→校正", "negative, corrected")));
      for (String brand : options.brands()) {
        table.row("  " + brand, score(row.scores().get(brand)));
      }
      table.print(out);
    }
    gaps(answer.comparison().whole());
  }

  private List<String> score(BrandScore score) {
    String voices = String.format(Locale.ROOT, "%,d", score.sums().clusters());
    if (score.index().isEmpty()) {
      return List.of(labels.notEnough(score.sums().n()), "", voices, "", "");
    }
    SatisfactionIndex index = score.index().get();
    return List.of(
        labels.index(index),
        String.format(Locale.ROOT, "%+.2f", index.netSentiment()),
        voices,
        onMix(score.standardised()),
        percent((double) score.sums().negative() / score.sums().n())
            + score.negative().map(this::corrected).orElse(""));
  }

  private static String onMix(StandardisedIndex index) {
    Estimate estimate = index.standardised();
    return index.enough()
        ? String.format(
            Locale.ROOT,
            "%.0f (%.0f-%.0f)",
            estimate.value(),
            Math.max(0, estimate.low()),
            Math.min(100, estimate.high()))
        : "-";
  }

  private String corrected(BrandScore.Negative negative) {
    return String.format(
        Locale.ROOT,
        " → %.0f%% (%.0f-%.0f)%s",
        100 * negative.share().value(),
        100 * negative.share().low(),
        100 * negative.share().high(),
        negative.covered() < 1 ? labels.oneOf(" 覆盖", " of ") + percent(negative.covered()) : "");
  }

  private void rows(String title, List<ComparisonRow> rows) {
    heading(title);
    List<ComparisonRow> spoken =
        rows.stream()
            .filter(row -> row.scores().values().stream().anyMatch(s -> s.sums().n() > 0))
            .toList();
    TextTable table = new TextTable(labels.of("指数", "index"), options.brands());
    for (ComparisonRow row : spoken) {
      table.row(
          labels.of(outline.names(row.subject())),
          options.brands().stream()
              .map(brand -> row.scores().get(brand))
              .map(s -> s.index().map(labels::index).orElse(labels.notEnough(s.sums().n())))
              .toList());
    }
    table.print(out);
    gaps(spoken);
  }

  private void gaps(List<ComparisonRow> rows) {
    List<String> headings = new ArrayList<>(options.competitors());
    boolean industry = options.competitors().size() > 1;
    if (industry) {
      headings.add(labels.of("行业", "industry"));
    }
    TextTable table = new TextTable(labels.of("差距", "gap"), headings);
    for (ComparisonRow row : rows) {
      List<String> cells = new ArrayList<>();
      options.competitors().forEach(c -> cells.add(gap(labels, row.gaps().get(c), mark())));
      row.industry().ifPresent(gap -> cells.add(gap(labels, gap, mark())));
      table.row(labels.of(outline.names(row.subject())), cells);
    }
    out.println();
    table.print(out);
  }

  /**
   * {@code +12.3 (+2.4..+21.0) 领先}.
   *
   * @param raw mark of a gap that is not on the mix
   */
  static String gap(Labels labels, JudgedGap gap, String raw) {
    return gap.gap().enough()
        ? Labels.points(gap.gap().value(), 1)
            + (gap.onMix() ? "" : raw)
            + " ("
            + Labels.points(gap.gap().low(), 0)
            + ".."
            + Labels.points(gap.gap().high(), 0)
            + ") "
            + labels.of(gap.verdict())
        : labels.of(gap.verdict());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  private String mark() {
    return options.raw() ? "" : "*";
  }

  private void footer() {
    heading(
        labels.said(
            "指数 0-100，括号内为 95% 区间；n：观点数；一个声音＝一" + (byAuthor() ? "位作者" : "条反馈") + "。",
            "Index 0 to 100 with its 95% interval; n: opinions; a voice is one "
                + (byAuthor() ? "author" : "feedback")
                + "."));
    out.println(
        options.raw()
            ? labels.said(
                "差距＝本品减对方（分），未统一渠道结构。", "Gap: own less other in points, whatever the channels.")
            : labels.said(
                "差距＝本品减对方（分），统一渠道结构后比较；* 未统一：没有各品牌都够样本的渠道。",
                "Gap: own less other in points, on one mix of channels; * raw, for no channel has enough of all."));
    if (answer.comparison().judged() == 0) {
      return;
    }
    out.println(
        String.format(
            Locale.ROOT,
            labels.said(
                "结论对同时展示的 %d 个差距一并成立（Benjamini-Hochberg，5%%）；样本不足：不足 10 条观点或 10 个声音。",
                "Verdicts hold over the %d gaps shown together (Benjamini-Hochberg, 5%%); not enough data: fewer than 10 opinions or voices."),
            answer.comparison().judged()));
    if (!answer.comparison().claims()) {
      out.println(
          labels.said(
              "没有一个差距足够清楚：一起看的差距越少，越容易判定（如 --show overall），或等更多反馈。",
              "No gap is clear enough. Fewer shown together are told more easily (--indicators); more feedback tells more."));
    }
    if (labels == Labels.BOTH) {
      out.println("领先 ahead, 落后 behind, 无显著差异 no significant difference, 样本不足 not enough data.");
    }
  }

  private void warnings() {
    for (String brand : options.brands()) {
      if (answer.fewAuthors(brand)) {
        ScoreOverview.Authors of = answer.authors().get(brand);
        out.println(
            String.format(
                Locale.ROOT,
                labels.said(
                    "注意：%s 的约 %,d 条反馈只来自约 %,d 位作者，按反馈的区间偏窄；请加 --cluster author。",
                    "Note: about %2$,d feedback on %1$s come from about %3$,d authors only, so intervals by feedback are too narrow; use --cluster author."),
                brand,
                of.feedback(),
                of.authors()));
      }
    }
  }

  private boolean byAuthor() {
    return answer.request().cluster() == CellQuery.Cluster.AUTHOR;
  }
}
