package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StatsAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.Scope;

/**
 * What there is to compare: which brands, which days, scored by which packs, by how many authors.
 * Safe for several threads. Every method throws IOException where Elasticsearch cannot be reached,
 * and ElasticsearchException where it refuses.
 */
public final class ScoreOverview {
  private static final int MOST = 1_000;

  /** Counts are exact below, off by a few percent above. */
  private static final int EXACT_BELOW = 40_000;

  /** What readers filter by. */
  private static final List<String> FILTERS = List.of("channel", "product", "segment", "lang");

  private final ElasticsearchClient client;

  /** Of this cluster. */
  public ScoreOverview(ElasticsearchClient client) {
    this.client = client;
  }

  /**
   * How many feedback and how many authors the mentions of a brand come from.
   *
   * @param feedback number of feedback, about
   * @param authors number of authors, each feedback of nobody known counting as one, about
   */
  public record Authors(long feedback, long authors) {}

  /** The brands with the most daily cells, at most 1,000, most first. */
  public List<String> brands() throws IOException {
    Query cells =
        ScoreFilter.all(ZoneOffset.UTC).with("scope", List.of(Scope.BRAND.code())).query();
    return terms(VocIndex.SCORES, cells, "brand", Map.of()).stream()
        .map(bucket -> bucket.key().stringValue())
        .toList();
  }

  /** From the first to the last day that has a cell of these brands; empty where none has. */
  public Optional<Period> days(Collection<String> brands) throws IOException {
    Query cells = ScoreFilter.all(ZoneOffset.UTC).with("brand", List.copyOf(brands)).query();
    StatsAggregate found =
        client
            .search(
                s ->
                    s.index(VocIndex.SCORES.alias())
                        .size(0)
                        .query(cells)
                        .aggregations("day", a -> a.stats(m -> m.field("day"))),
                Void.class)
            .aggregations()
            .get("day")
            .stats();
    return found.count() == 0
        ? Optional.empty()
        : Optional.of(Period.ofDays(day(found.min()), day(found.max())));
  }

  /** The time zones of the days of these brands' cells, most cells first; one in most indices. */
  public List<ZoneId> zones(Collection<String> brands) throws IOException {
    return zones(ScoreFilter.all(ZoneOffset.UTC).with("brand", List.copyOf(brands)));
  }

  /**
   * The time zones of the days of all cells by name; more than one where jobs with different zones
   * wrote there, none where there is no cell.
   */
  public List<ZoneId> zones() throws IOException {
    return zones(ScoreFilter.all(ZoneOffset.UTC)).stream()
        .sorted(Comparator.comparing(ZoneId::getId))
        .toList();
  }

  private List<ZoneId> zones(ScoreFilter cells) throws IOException {
    return terms(VocIndex.SCORES, cells.query(), "zone", Map.of()).stream()
        .map(bucket -> ZoneId.of(bucket.key().stringValue()))
        .toList();
  }

  /** What scored the mentions of these brands ({@code scored_by}), most first. */
  public List<String> scoredBy(Collection<String> brands) throws IOException {
    Query mentions = MentionFilter.all().with("brand", brands.toArray(new String[0])).query();
    return terms(VocIndex.MENTIONS, mentions, "scored_by", Map.of()).stream()
        .map(bucket -> bucket.key().stringValue())
        .toList();
  }

  /**
   * When each of the models and packs that scored these brands' mentions began to: the publication
   * of the oldest mention that it scored, oldest first.
   */
  public Map<String, Instant> scoredSince(Collection<String> brands) throws IOException {
    Query mentions = MentionFilter.all().with("brand", brands.toArray(new String[0])).query();
    Map<String, Instant> since = new TreeMap<>();
    for (StringTermsBucket bucket :
        terms(
            VocIndex.MENTIONS,
            mentions,
            "scored_by",
            Map.of("oldest", Aggregation.of(a -> a.min(m -> m.field("published_at")))))) {
      double oldest = bucket.aggregations().get("oldest").min().value();
      if (Double.isFinite(oldest)) {
        since.put(bucket.key().stringValue(), Instant.ofEpochMilli((long) oldest));
      }
    }
    Map<String, Instant> ordered = new LinkedHashMap<>();
    since.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(e -> ordered.put(e.getKey(), e.getValue()));
    return ordered;
  }

  /** The values that filters can take: channel, product, segment, lang; most cells first. */
  public SortedMap<String, List<String>> values() throws IOException {
    Query cells =
        ScoreFilter.all(ZoneOffset.UTC).with("scope", List.of(Scope.BRAND.code())).query();
    SearchResponse<Void> found =
        client.search(
            s -> {
              s.index(VocIndex.SCORES.alias()).size(0).query(cells);
              FILTERS.forEach(
                  field -> s.aggregations(field, a -> a.terms(t -> t.field(field).size(MOST))));
              return s;
            },
            Void.class);
    SortedMap<String, List<String>> values = new TreeMap<>();
    for (String field : FILTERS) {
      values.put(
          field,
          found.aggregations().get(field).sterms().buckets().array().stream()
              .map(bucket -> bucket.key().stringValue())
              .filter(value -> !value.isEmpty())
              .toList());
    }
    return values;
  }

  /** The authors of each of these brands in this selection. */
  public SortedMap<String, Authors> authors(Collection<String> brands, ScoreFilter filter)
      throws IOException {
    Query mentions = filter.byInstant().with("brand", brands.toArray(new String[0])).query();
    SortedMap<String, Authors> authors = new TreeMap<>();
    for (StringTermsBucket bucket :
        terms(
            VocIndex.MENTIONS,
            mentions,
            "brand",
            Map.of("feedback", distinct("feedback"), "cluster", distinct("cluster")))) {
      authors.put(
          bucket.key().stringValue(),
          new Authors(
              bucket.aggregations().get("feedback").cardinality().value(),
              bucket.aggregations().get("cluster").cardinality().value()));
    }
    return authors;
  }

  private static Aggregation distinct(String field) {
    return Aggregation.of(a -> a.cardinality(c -> c.field(field).precisionThreshold(EXACT_BELOW)));
  }

  private List<StringTermsBucket> terms(
      VocIndex index, Query query, String field, Map<String, Aggregation> within)
      throws IOException {
    return client
        .search(
            s ->
                s.index(index.alias())
                    .size(0)
                    .query(query)
                    .aggregations(
                        field, a -> a.terms(t -> t.field(field).size(MOST)).aggregations(within)),
            Void.class)
        .aggregations()
        .get(field)
        .sterms()
        .buckets()
        .array();
  }

  private static LocalDate day(Double epochMillis) {
    return Instant.ofEpochMilli(epochMillis.longValue()).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
