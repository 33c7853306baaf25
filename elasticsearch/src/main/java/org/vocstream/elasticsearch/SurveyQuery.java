package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.vocstream.feedback.Survey;
import org.vocstream.statistics.survey.Rating;
import org.vocstream.statistics.survey.Sheet;
import org.vocstream.statistics.survey.Sheet.From;
import org.vocstream.statistics.survey.Sheet.Side;
import org.vocstream.statistics.survey.SurveySums;

/**
 * What respondents answered to questionnaires, from {@code voc-feedback}; every number exact. Safe
 * for several threads. Every method throws IOException where Elasticsearch cannot be reached, and
 * ElasticsearchException where it refuses.
 */
public final class SurveyQuery {
  /** An open answer may be long, and the client takes answers of 100 megabytes at the most. */
  private static final int PAGE = 100;

  private static final String QUESTIONNAIRE = "questionnaire";
  private static final String WAVE = "wave";
  private static final List<String> FIELDS =
      List.of(
          "customer",
          "author",
          "brand",
          "product",
          "segment",
          QUESTIONNAIRE,
          WAVE,
          "answers",
          "nps",
          "text");

  private final ElasticsearchClient client;
  private final int page;

  /** Queries of this cluster. */
  public SurveyQuery(ElasticsearchClient client) {
    this(client, PAGE);
  }

  /** With so many documents per request. */
  SurveyQuery(ElasticsearchClient client, int page) {
    this.client = client;
    this.page = page;
  }

  /** The brands on which somebody answered a questionnaire, in order of name. */
  public List<String> brands() throws IOException {
    TreeSet<String> brands = new TreeSet<>();
    new PagedBuckets(VocIndex.FEEDBACK, PagedBuckets.fields("brand"), List.of(), page)
        .each(client, answered(ScoreFilter.all(ZoneOffset.UTC)), b -> brands.add(b.text("brand")));
    return List.copyOf(brands);
  }

  /** The questionnaires and waves with answers, the one that was answered last first. */
  public List<SurveyEdition> editions(ScoreFilter filter) throws IOException {
    List<SurveyEdition> editions = new ArrayList<>();
    new PagedBuckets(
            VocIndex.FEEDBACK,
            List.of(
                new PagedBuckets.Field(QUESTIONNAIRE, false), new PagedBuckets.Field(WAVE, true)),
            Map.of("last", Aggregation.of(a -> a.max(m -> m.field("published_at")))),
            page)
        .each(
            client,
            answered(filter),
            bucket -> {
              double last = bucket.bucket().aggregations().get("last").max().value();
              // Of nothing Elasticsearch says minus infinity, which JSON reads as 0 or as none.
              boolean dated = Double.isFinite(last) && last != 0;
              editions.add(
                  new SurveyEdition(
                      bucket.text(QUESTIONNAIRE),
                      bucket.text(WAVE),
                      bucket.count(),
                      dated ? Instant.ofEpochMilli((long) last) : null));
            });
    editions.sort(
        Comparator.comparing(
                SurveyEdition::last, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(SurveyEdition::name)
            .reversed());
    return List.copyOf(editions);
  }

  /** What scored the open answers ({@code scored_by}), in order of name. */
  List<String> scoredBy(ScoreFilter filter) throws IOException {
    TreeSet<String> scoredBy = new TreeSet<>();
    new PagedBuckets(VocIndex.FEEDBACK, PagedBuckets.fields("scored_by"), List.of(), page)
        .each(client, answered(filter), b -> scoredBy.add(b.text("scored_by")));
    return List.copyOf(scoredBy);
  }

  /**
   * All that was answered in one edition, and in another to compare it with.
   *
   * @param filter over which answers; its period is for {@code now} alone
   * @param before the other one, or null
   */
  SurveySums sums(List<String> brands, ScoreFilter filter, SurveyEdition now, SurveyEdition before)
      throws IOException {
    SurveySums sums = new SurveySums();
    List<Sheet> voice = new ArrayList<>();
    String last = null;
    try (IndexScan scan =
        new IndexScan(
            client,
            VocIndex.FEEDBACK.alias(),
            of(filter.with("brand", brands), now, before),
            FIELDS,
            List.of("customer", "author"),
            page)) {
      while (scan.hasNext()) {
        ObjectNode document = scan.next().source();
        String respondent = document.path("customer").asText(document.path("author").asText(null));
        if (!voice.isEmpty() && (respondent == null || !respondent.equals(last))) {
          sums.add(voice);
          voice.clear();
        }
        last = respondent;
        voice.add(sheet(document, now));
      }
    }
    if (!voice.isEmpty()) {
      sums.add(voice);
    }
    return sums;
  }

  private static Sheet sheet(JsonNode document, SurveyEdition now) {
    Survey survey = StoredFeedback.survey(document);
    boolean isNow =
        survey.questionnaire().equals(now.questionnaire())
            && (now.wave() == null ? survey.wave() == null : now.wave().equals(survey.wave()));
    List<Rating> ratings =
        survey.answers().stream()
            .map(a -> Rating.of(a.indicator(), a.performance(), a.expectation(), a.low(), a.high()))
            .toList();
    return new Sheet(
        isNow ? Side.NOW : Side.BEFORE,
        document.path("brand").asText(),
        ratings,
        document.has("nps") ? Integer.valueOf(document.get("nps").intValue()) : null,
        new From(
            document.path("segment").asText(null),
            document.path("product").asText(null),
            !document.path("text").asText("").isEmpty()));
  }

  private static Query answered(ScoreFilter filter) {
    return both(Query.of(q -> q.exists(e -> e.field(QUESTIONNAIRE))), filter);
  }

  private static Query of(ScoreFilter filter, SurveyEdition now, SurveyEdition before) {
    BoolQuery.Builder either =
        new BoolQuery.Builder().minimumShouldMatch("1").should(both(of(now), filter));
    if (before != null) {
      either.should(both(of(before), filter.in(null)));
    }
    return either.build()._toQuery();
  }

  private static Query both(Query edition, ScoreFilter filter) {
    return Query.of(q -> q.bool(b -> b.filter(edition).filter(filter.byInstant().query())));
  }

  private static Query of(SurveyEdition edition) {
    BoolQuery.Builder query = new BoolQuery.Builder();
    query.filter(f -> f.term(t -> t.field(QUESTIONNAIRE).value(edition.questionnaire())));
    if (edition.wave() == null) {
      query.mustNot(f -> f.exists(e -> e.field(WAVE)));
    } else {
      query.filter(f -> f.term(t -> t.field(WAVE).value(edition.wave())));
    }
    return query.build()._toQuery();
  }
}
