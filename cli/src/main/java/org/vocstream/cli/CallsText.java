package org.vocstream.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vocstream.elasticsearch.CallInsightQuery.By;
import org.vocstream.elasticsearch.ContactEntry;
import org.vocstream.pack.Names;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.Share;
import org.vocstream.statistics.Verdict;
import org.vocstream.statistics.contact.ContactInsight;
import org.vocstream.statistics.contact.ContactRow;
import org.vocstream.statistics.contact.ContactSums;

/** Prints what callers ask about as people read it. For one thread. */
final class CallsText {
  private final ContactInsight insight;
  private final CallsOptions options;
  private final Labels labels;
  private final Period period;
  private final Optional<Period> before;
  private final Map<String, Names> names;
  private final PrintWriter out;

  /**
   * Of this answer.
   *
   * @param period null for all contacts
   * @param names names of contact reasons by code
   */
  CallsText(
      ContactInsight insight,
      CallsOptions options,
      Period period,
      Optional<Period> before,
      Map<String, Names> names,
      PrintWriter out) {
    this.insight = insight;
    this.options = options;
    this.labels = options.labels;
    this.period = period;
    this.before = before;
    this.names = names;
    this.out = out;
  }

  void print() {
    out.println(
        labels.of("来电来访", "Calls and chats")
            + " "
            + (period == null ? labels.of("全部", "all") : period)
            + String.format(Locale.ROOT, "  n=%,d", insight.n())
            + before
                .map(
                    p ->
                        "  "
                            + labels.oneOf("对比", "against")
                            + " "
                            + p
                            + " n="
                            + insight.before().orElse(0L))
                .orElse(""));
    TextTable table = new TextTable(title(), headings());
    for (ContactRow row : insight.rows()) {
      table.row(name(row.key()), cells(row));
    }
    table.print(out);
    footer();
    out.flush();
  }

  /** A row in one line, as the demo shows it. */
  static String line(ContactRow row, Labels labels) {
    return String.format(
        Locale.ROOT,
        "  %s n=%,d %s",
        row.key(),
        row.n(),
        row.enough()
            ? labels.of("投诉", "complaints")
                + " "
                + share(row.complaints())
                + "  "
                + labels.of("未解决", "unresolved")
                + " "
                + share(row.unresolved())
            : labels.notEnough());
  }

  private String title() {
    return switch (options.by) {
      case REASON -> labels.of("联系原因", "contact reason");
      case BRAND -> labels.of("品牌", "brand");
      case LINE -> labels.of("产品线", "product line");
      case PRODUCT -> labels.of("产品", "product");
      case INTENT -> labels.of("诉求", "intent");
      case RESOLUTION -> labels.of("结果", "outcome");
    };
  }

  private List<String> headings() {
    List<String> headings = new ArrayList<>(List.of("n", labels.of("占比", "share")));
    if (before.isPresent()) {
      headings.add(labels.of("变化", "change"));
    }
    headings.addAll(
        List.of(
            labels.of("投诉", "complaints"),
            labels.of("已解决", "resolved"),
            labels.of("未解决", "unresolved"),
            labels.of("满意度", "satisfaction"),
            labels.of("峰值/终值", "peak/end"),
            labels.of("响应/时长", "response/handling")));
    return headings;
  }

  private List<String> cells(ContactRow row) {
    ContactSums sums = row.sums();
    List<String> cells = new ArrayList<>();
    cells.add(String.format(Locale.ROOT, "%,d", row.n()));
    cells.add(share(row.share()));
    if (before.isPresent()) {
      cells.add(change(row));
    }
    if (!row.enough()) {
      cells.addAll(List.of(labels.notEnough(), "", "", "", "", ""));
      return cells;
    }
    cells.add(share(row.complaints()));
    cells.add(share(row.resolved()));
    cells.add(share(row.unresolved()));
    cells.add(
        row.satisfaction()
            .map(
                s ->
                    s.enough()
                        ? String.format(
                            Locale.ROOT, "%+.2f (%+.2f..%+.2f)", s.value(), s.low(), s.high())
                        : labels.notEnough(s.n()))
            .orElse("-"));
    cells.add(score(sums.peak()) + " / " + score(sums.end()));
    cells.add(seconds(sums.responseMs()) + " / " + seconds(sums.handlingMs()));
    return cells;
  }

  private String change(ContactRow row) {
    Gap gap = row.change().orElseThrow();
    if (!gap.enough()) {
      return labels.notEnough();
    }
    Verdict verdict = row.verdict().orElseThrow();
    String judged =
        switch (verdict) {
          case AHEAD -> labels.oneOf("上升", "risen");
          case BEHIND -> labels.oneOf("下降", "fallen");
          default -> labels.of(verdict);
        };
    return labels.interval(gap) + " " + judged;
  }

  private String name(String key) {
    if (key.isEmpty()) {
      return options.by == By.REASON
          ? labels.of("未识别", "not recognised")
          : labels.of("未知", "not known");
    }
    return switch (options.by) {
      case REASON -> names.containsKey(key) ? labels.of(names.get(key)) : key;
      case INTENT, RESOLUTION -> outcome(key, labels);
      default -> key;
    };
  }

  private static String outcome(String code, Labels labels) {
    return switch (code) {
      case "complaint" -> labels.of("投诉", code);
      case "enquiry" -> labels.of("咨询办理", code);
      case "resolved" -> labels.of("已解决", code);
      case "unresolved" -> labels.of("未解决", code);
      default -> labels.of("未知", code);
    };
  }

  private static String share(Share share) {
    return String.format(
        Locale.ROOT,
        "%.0f%% (%.0f-%.0f)",
        100 * share.value(),
        100 * share.low(),
        100 * share.high());
  }

  private static String score(Double score) {
    return score == null ? "-" : Labels.points(score, 2);
  }

  private static String seconds(Double ms) {
    if (ms == null) {
      return "-";
    }
    return ms < 60_000
        ? String.format(Locale.ROOT, "%.1f s", ms / 1000)
        : String.format(Locale.ROOT, "%d:%02d min", (long) (ms / 60_000), (long) (ms / 1000) % 60);
  }

  private void footer() {
    out.println();
    out.println(
        labels.said(
            "括号内为 95% 区间；每通会话只计入主要原因；其余未说明结果。满意度、峰值、终值 -1..1；响应、时长为中位数；样本不足：少于 10 通。",
            "95% intervals in brackets; each contact counts under its main reason; the rest does not tell its outcome. Satisfaction, peak and end -1..1; times are medians; 样本不足: fewer than 10 contacts."));
    if (before.isPresent()) {
      out.println(
          labels.said(
              "变化＝占比之差（百分点）；结论对同时展示的各行一并成立（Benjamini-Hochberg，5%）。",
              "Change: difference of shares in percentage points; verdicts hold over all rows shown (Benjamini-Hochberg, 5%)."));
    }
    if (options.by == By.REASON) {
      insight.rows().stream()
          .filter(row -> !row.key().isEmpty())
          .findFirst()
          .ifPresent(row -> out.println("scripts/voc calls --list " + row.key()));
    }
  }

  /** Prints the transcripts behind a number, one line each, and how many they are. */
  static void print(
      List<ContactEntry> entries, Map<String, Names> names, Labels labels, PrintWriter out) {
    for (ContactEntry entry : entries) {
      List<String> parts = new ArrayList<>();
      parts.add(entry.document());
      add(parts, entry.publishedAt());
      add(parts, entry.brand());
      add(parts, entry.product());
      if (entry.reason() != null) {
        Names name = names.get(entry.reason());
        parts.add((name == null ? entry.reason() : labels.of(name)) + quote(entry.reasonWords()));
      }
      parts.add(outcome(entry.intent(), labels) + quote(entry.intentWords()));
      parts.add(outcome(entry.resolution(), labels) + quote(entry.resolutionWords()));
      if (entry.satisfaction() != null) {
        parts.add(Labels.points(entry.satisfaction(), 2));
      }
      out.println(String.join("  ", parts));
    }
    out.printf(Locale.ROOT, "n=%,d%n", entries.size());
    out.flush();
  }

  private static void add(List<String> parts, String part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private static String quote(String words) {
    return words == null ? "" : "「" + words + "」";
  }
}
