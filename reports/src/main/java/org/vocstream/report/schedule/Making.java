package org.vocstream.report.schedule;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.elasticsearch.ReportRun;
import org.vocstream.elasticsearch.ReportRuns;
import org.vocstream.report.Report;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.ReportRenderer;
import org.vocstream.report.Statement;

/** Makes the files of a run. Safe for several threads. */
final class Making {
  private static final String FINDINGS = "findings";

  private final ReportMaker maker;
  private final Map<ReportFormat, ReportRenderer> renderers;
  private final ReportRuns runs;

  Making(ReportMaker maker, Map<ReportFormat, ReportRenderer> renderers, ReportRuns runs) {
    this.maker = maker;
    this.renderers = Map.copyOf(renderers);
    this.runs = runs;
  }

  /**
   * A report that is made.
   *
   * @param run with what is noted of it
   * @param files by name
   */
  record Made(ReportRun run, SortedMap<String, byte[]> files) {}

  /** The files of this run, in every language and format of its plan. */
  Made make(ReportPlan plan, ReportRun run, Instant now) throws IOException {
    List<ReportRun.Figure> before = before(run);
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<ReportRun.Figure> figures = new ArrayList<>();
    List<String> summary = new ArrayList<>();
    for (ReportLanguage language : plan.languages()) {
      Report report = maker.make(plan, run.id().period(), language);
      List<ReportRun.Figure> its = Figures.of(report);
      figures.addAll(its);
      summary.addAll(summary(report));
      if (run.id().revision() > 1) {
        report = Revision.of(report, run.id().revision(), before, its);
      }
      for (ReportFormat format : plan.formats()) {
        files.put(name(plan, run, language, format), renderers.get(format).render(report));
      }
    }
    List<ReportRun.MadeFile> made = new ArrayList<>();
    files.forEach(
        (name, bytes) -> made.add(new ReportRun.MadeFile(name, sha256(bytes), bytes.length)));
    return new Made(run.made(now, made, summary, figures), files);
  }

  /** The numbers of the latest revision before that has any. */
  private List<ReportRun.Figure> before(ReportRun run) throws IOException {
    for (int revision = run.id().revision() - 1; revision > 0; revision--) {
      Optional<ReportRuns.Stored> earlier =
          runs.find(new ReportRun.Id(run.id().plan(), run.id().period(), revision));
      if (earlier.isPresent() && !earlier.get().run().figures().isEmpty()) {
        return earlier.get().run().figures();
      }
    }
    return List.of();
  }

  /** The key findings; where there is none, what is said of that. */
  private static List<String> summary(Report report) {
    List<String> findings = statements(report, Statement.Kind.FINDING);
    return findings.isEmpty() ? statements(report, Statement.Kind.TEXT) : findings;
  }

  private static List<String> statements(Report report, Statement.Kind kind) {
    return report.chapters().stream()
        .filter(chapter -> chapter.code().equals(FINDINGS))
        .flatMap(chapter -> chapter.blocks().stream())
        .filter(Statement.class::isInstance)
        .map(Statement.class::cast)
        .filter(s -> s.kind() == kind)
        .map(Statement::text)
        .toList();
  }

  private static String name(
      ReportPlan plan, ReportRun run, ReportLanguage language, ReportFormat format) {
    int revision = run.id().revision();
    return String.format(
        Locale.ROOT,
        "%s_%s_%s_%s%s.%s",
        plan.code(),
        run.id().period().from(),
        run.id().period().to().minusDays(1),
        language.code(),
        revision == 1 ? "" : "_r" + revision,
        format.code());
  }

  /** The digest in hex. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
