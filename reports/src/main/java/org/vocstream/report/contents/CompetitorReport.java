package org.vocstream.report.contents;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.report.Report;
import org.vocstream.scoring.ModelFolder;

/**
 * Makes the competitor report from what stands in the index. The same index, question and moment
 * give the same report. Safe for several threads.
 */
public final class CompetitorReport {
  private final MaterialQuery material;
  private final String program;

  /**
   * Reports on this cluster.
   *
   * @param models that scored, for their known errors
   * @param clock tells today, and when the report is made
   * @param program version of the program, told on the page of the method
   */
  public CompetitorReport(
      ElasticsearchClient client, ModelFolder models, Clock clock, String program) {
    this.material = new MaterialQuery(client, models, clock);
    this.program = program;
  }

  /**
   * The report that is asked for.
   *
   * @throws IOException where Elasticsearch cannot be reached
   * @throws QuestionException where the question is wrong, or there is nothing to report on
   */
  public Report of(ReportQuestion question) throws IOException {
    return write(material.material(question), program);
  }

  /** Writes the report; pure. */
  static Report write(ReportMaterial material, String program) {
    Terms terms = new Terms(material.pack(), Wording.in(material.question().language()));
    List<Report.ReportQuery> queries = new Queries(material, terms).list();
    MethodChapter method = new MethodChapter(material, terms, queries, program);
    List<Report.Chapter> chapters =
        new ArrayList<>(
            List.of(
                new FindingsChapter(material, terms).write(),
                IndexChapter.of(material, terms),
                new GapsChapter(material, terms).write(),
                WavesChapter.of(material, terms),
                JourneyChapter.of(material, terms),
                new ValueChapter(material, terms).write(),
                LoyaltyChapter.of(material, terms),
                new CallsChapter(material, terms).write()));
    SurveyChapter.of(material.survey(), material.question().language(), Asked.SURVEY)
        .ifPresent(chapters::add);
    chapters.add(new SampleChapter(material, terms).write());
    chapters.add(VoicesChapter.of(material, terms));
    chapters.add(method.write());
    return new Report(
        material.question().language(),
        terms.say("title", "brand", material.own()),
        method.facts(),
        chapters,
        queries,
        RawData.of(material, terms));
  }
}
