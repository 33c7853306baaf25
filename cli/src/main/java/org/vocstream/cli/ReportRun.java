package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.report.Report;
import org.vocstream.report.contents.CompetitorReport;
import org.vocstream.report.contents.ReportQuestion;
import org.vocstream.report.format.ReportFiles;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.statistics.Period;

/** One report from options to files. For one thread. */
final class ReportRun {
  private final ReportOptions options;
  private final ModelFolder models;
  private final Clock clock;
  private final Progress progress;

  /**
   * A report.
   *
   * @param models that scored, for their known errors
   * @param clock tells today, and when the report is made
   */
  ReportRun(ReportOptions options, ModelFolder models, Clock clock, Progress progress) {
    this.options = options;
    this.models = models;
    this.clock = clock;
    this.progress = progress;
  }

  /** Asks, writes, and prints where the files are. */
  void write(ElasticsearchClient client, PrintWriter out) throws IOException {
    ReportQuestion question = options.question();
    progress.step("asking the index");
    Report report;
    try {
      report = new CompetitorReport(client, models, clock, Voc.Version.text()).of(question);
    } catch (QuestionException e) {
      throw UserError.of(e);
    }
    progress.step("writing " + options.formats().size() + " formats");
    String name =
        ReportFiles.name(
            question.brand(), Period.parse(question.period().strip()), question.language());
    Map<String, byte[]> files = ReportFiles.render(report, name, options.formats());
    try {
      List<Path> written = ReportFiles.write(files, options.out);
      written.forEach(out::println);
      out.flush();
    } catch (IOException e) {
      throw UserError.failed(
          "--out " + options.out + ": the report cannot be written there: " + Voc.rootMessage(e),
          e);
    }
  }
}
