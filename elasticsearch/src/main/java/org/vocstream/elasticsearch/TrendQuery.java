package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.comparison.Subject;

/**
 * How a subject went over time, from the daily cells; added up in Elasticsearch. Safe for several
 * threads.
 */
public final class TrendQuery {
  /** Steps of a brand at the most: ten years of days. */
  private static final int MOST = 3_660;

  /** How long one step is. */
  public enum Step {
    DAY(CalendarInterval.Day, ChronoUnit.DAYS),
    /** From Monday on. */
    WEEK(CalendarInterval.Week, ChronoUnit.WEEKS),
    MONTH(CalendarInterval.Month, ChronoUnit.MONTHS);

    private final CalendarInterval interval;
    private final ChronoUnit unit;

    Step(CalendarInterval interval, ChronoUnit unit) {
      this.interval = interval;
      this.unit = unit;
    }
  }

  /**
   * One step of one brand.
   *
   * @param days the whole step, also where the period asked for has only a part of it
   * @param sums what was said in it
   */
  public record Point(Period days, ClusterSums sums) {}

  private final ElasticsearchClient client;

  /** Queries of this cluster. */
  public TrendQuery(ElasticsearchClient client) {
    this.client = client;
  }

  /**
   * The steps of each brand in which something was said, oldest first.
   *
   * @throws IOException where Elasticsearch cannot be reached
   * @throws QuestionException where a brand has more steps than can be told
   */
  public Map<String, List<Point>> trend(
      List<String> brands, Subject subject, Step step, ScoreFilter filter) throws IOException {
    Query cells =
        filter
            .with("brand", brands)
            .with("scope", List.of(subject.scope().code()))
            .with("code", List.of(subject.code()))
            .query();
    Map<String, Aggregation> sums = new LinkedHashMap<>();
    for (String field : ScoreQuery.SUMS) {
      sums.put(field, Aggregation.of(a -> a.sum(s -> s.field(field))));
    }
    Map<String, List<Point>> trend = new LinkedHashMap<>();
    brands.forEach(brand -> trend.put(brand, new ArrayList<>()));
    for (StringTermsBucket brand :
        client
            .search(
                s ->
                    s.index(VocIndex.SCORES.alias())
                        .size(0)
                        .query(cells)
                        .aggregations(
                            "brand",
                            a ->
                                a.terms(t -> t.field("brand").size(brands.size()))
                                    .aggregations("step", steps(step, sums))),
                Void.class)
            .aggregations()
            .get("brand")
            .sterms()
            .buckets()
            .array()) {
      List<DateHistogramBucket> steps =
          brand.aggregations().get("step").dateHistogram().buckets().array();
      if (steps.size() > MOST) {
        throw QuestionException.wrong(
            "step", "there are more than " + MOST + " steps; ask for longer ones");
      }
      for (DateHistogramBucket bucket : steps) {
        trend.get(brand.key().stringValue()).add(point(bucket, step));
      }
    }
    return trend;
  }

  private static Aggregation steps(Step step, Map<String, Aggregation> sums) {
    return Aggregation.of(
        a ->
            a.dateHistogram(h -> h.field("day").calendarInterval(step.interval).minDocCount(1))
                .aggregations(sums));
  }

  private static Point point(DateHistogramBucket bucket, Step step) {
    LocalDate from = Instant.ofEpochMilli(bucket.key()).atZone(ZoneOffset.UTC).toLocalDate();
    return new Point(
        Period.ofDays(from, from.plus(1, step.unit).minusDays(1)),
        ScoreQuery.sums(field -> bucket.aggregations().get(field).sum().value()));
  }
}
