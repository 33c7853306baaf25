package org.vocstream.report.contents;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vocstream.elasticsearch.Alerts;
import org.vocstream.elasticsearch.CallInsightQuery;
import org.vocstream.elasticsearch.ComparisonAnswer;
import org.vocstream.elasticsearch.ComparisonLookup;
import org.vocstream.elasticsearch.ComparisonQuery;
import org.vocstream.elasticsearch.ComparisonRequest;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.elasticsearch.SampleQuery;
import org.vocstream.elasticsearch.ScoreFilter;
import org.vocstream.elasticsearch.ScoreOverview;
import org.vocstream.elasticsearch.SurveyAnswer;
import org.vocstream.elasticsearch.SurveyLookup;
import org.vocstream.elasticsearch.VoicesQuery;
import org.vocstream.pack.ContactReason;
import org.vocstream.pack.Names;
import org.vocstream.pack.Pack;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.comparison.ComparisonOptions;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.CompetitorComparison;
import org.vocstream.statistics.comparison.Section;
import org.vocstream.statistics.comparison.Subject;

/** Asks the index all that a report tells. Safe for several threads. */
final class MaterialQuery {
  /** Indicators that are followed over periods and into segments, those most spoken of. */
  private static final int FOLLOWED = 6;

  private static final int SEGMENTS = 8;

  /** Quotes that are looked at in a cell: some are of authors quoted before. */
  private static final int LOOKED_AT = 20;

  private final ComparisonLookup lookup;
  private final ComparisonQuery comparisons;
  private final ScoreOverview overview;
  private final Alerts alerts;
  private final CallInsightQuery calls;
  private final SampleQuery samples;
  private final PeriodTrendQuery trends;
  private final VoicesQuery voices;
  private final SurveyLookup surveys;
  private final Clock clock;

  MaterialQuery(ElasticsearchClient client, ModelFolder models, Clock clock) {
    this.lookup = new ComparisonLookup(client, models, clock);
    this.comparisons = new ComparisonQuery(client);
    this.overview = new ScoreOverview(client);
    this.alerts = new Alerts(client, clock);
    this.calls = new CallInsightQuery(client);
    this.samples = new SampleQuery(client);
    this.trends = new PeriodTrendQuery(client);
    this.voices = new VoicesQuery(client);
    this.surveys = new SurveyLookup(client, clock);
    this.clock = clock;
  }

  /**
   * All answers.
   *
   * @throws IOException where Elasticsearch cannot be reached
   * @throws QuestionException where the question is wrong, or nothing is known in the period
   */
  ReportMaterial material(ReportQuestion question) throws IOException {
    ComparisonLookup.Found found = lookup.answer(question.comparison());
    ComparisonAnswer answer = found.answer();
    CompetitorComparison comparison = answer.comparison();
    List<String> brands = answer.request().options().brands();
    ScoreFilter filter = answer.request().filter();
    Period period = filter.period();
    requireFeedback(comparison, period);
    Findings findings = Findings.of(comparison, found.pack());
    List<AlertNote> told =
        alerts.during(brands, period).stream()
            .map(AlertNote::of)
            .sorted(AlertNote.BY_SEVERITY)
            .toList();
    Optional<Period> before = answer.request().before();
    return new ReportMaterial(
        question,
        answer,
        found.pack(),
        findings,
        told,
        calls.insight(
            filter.with("brand", brands.subList(0, 1)), CallInsightQuery.By.REASON, before),
        calls.insight(filter.with("brand", brands), CallInsightQuery.By.BRAND, before),
        reasons(found.pack()),
        samples.sample(brands, filter),
        genuine(answer.request()),
        trends.trend(followed(comparison), brands, filter),
        segments(answer.request(), comparison),
        voices(VoiceChoice.of(findings, told, comparison, period), filter),
        survey(question, brands, filter),
        overview.scoredBy(brands).stream().sorted().toList(),
        clock.instant());
  }

  /** Whoever asks for some feedback only asks for no questionnaire. */
  private Optional<SurveyAnswer> survey(
      ReportQuestion question, List<String> brands, ScoreFilter filter) throws IOException {
    return question.values().isEmpty()
        ? surveys.latest(
            brands.get(0), brands.subList(1, brands.size()), filter.period(), filter.zone())
        : Optional.empty();
  }

  private static void requireFeedback(CompetitorComparison comparison, Period period) {
    boolean any =
        comparison.whole().stream()
            .flatMap(row -> row.scores().values().stream())
            .anyMatch(score -> score.sums().n() > 0);
    if (!any) {
      throw QuestionException.nothing(
          "nothing is known of these brands in " + period + " with these filters; no report");
    }
  }

  private static Map<String, Names> reasons(Pack pack) {
    Map<String, Names> names = new TreeMap<>();
    for (ContactReason reason : pack.contactReasons()) {
      names.put(reason.code(), reason.label());
    }
    return names;
  }

  private Optional<CompetitorComparison> genuine(ComparisonRequest request) throws IOException {
    return request.filter().values().containsKey("suspect")
        ? Optional.empty()
        : Optional.of(
            part(
                request,
                request.options().competitors(),
                request.filter().withoutSuspects(),
                EnumSet.of(Section.OVERALL)));
  }

  /** The same comparison of some sections, over some of the feedback. */
  private CompetitorComparison part(
      ComparisonRequest request,
      List<String> competitors,
      ScoreFilter filter,
      Set<Section> sections)
      throws IOException {
    ComparisonOptions of = request.options();
    return comparisons
        .answer(
            new ComparisonRequest(
                new ComparisonOptions(
                    of.brand(),
                    competitors,
                    of.outline(),
                    of.only(),
                    sections,
                    of.industryByBrand(),
                    of.byDerived(),
                    of.raw(),
                    of.mix(),
                    of.errors()),
                filter,
                Optional.empty(),
                request.cluster()))
        .comparison();
  }

  private static List<Subject> followed(CompetitorComparison comparison) {
    List<Subject> subjects = new ArrayList<>(List.of(Subject.BRAND));
    Importances.most(comparison).stream()
        .limit(FOLLOWED)
        .map(ComparisonRow::subject)
        .forEach(subjects::add);
    return subjects;
  }

  private Optional<SegmentGaps> segments(ComparisonRequest request, CompetitorComparison comparison)
      throws IOException {
    Map<String, List<String>> known = overview.values();
    for (String field : List.of("segment", "channel")) {
      List<String> asked = request.filter().values().getOrDefault(field, List.of());
      List<String> names =
          known.get(field).stream()
              .filter(name -> asked.isEmpty() || asked.contains(name))
              .limit(SEGMENTS)
              .sorted()
              .toList();
      if (names.size() > 1) {
        String rival = comparison.options().competitors().get(0);
        Map<String, CompetitorComparison> byName = new LinkedHashMap<>();
        for (String name : names) {
          byName.put(
              name,
              part(
                  request,
                  List.of(rival),
                  request.filter().with(field, List.of(name)),
                  EnumSet.of(Section.OVERALL, Section.INDICATORS)));
        }
        return Optional.of(SegmentGaps.of(field, rival, byName, followed(comparison)));
      }
    }
    return Optional.empty();
  }

  private List<Voice> voices(List<VoiceChoice> cells, ScoreFilter filter) throws IOException {
    List<Voice> chosen = new ArrayList<>();
    Set<String> quoted = new HashSet<>();
    for (VoiceChoice cell : cells) {
      int left = VoiceChoice.QUOTES;
      for (JsonNode mention :
          voices.surest(
              new VoicesQuery.Asked(
                  List.of(cell.brand()),
                  cell.subject(),
                  filter.in(cell.period()),
                  cell.polarity(),
                  null,
                  null),
              LOOKED_AT)) {
        // Without its text it was withdrawn a moment ago.
        if (left > 0 && mention.has("text") && quoted.add(mention.path("cluster").asText())) {
          chosen.add(Voice.of(mention));
          left--;
        }
      }
    }
    return chosen;
  }
}
