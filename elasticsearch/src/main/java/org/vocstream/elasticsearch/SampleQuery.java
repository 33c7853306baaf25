package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the feedback behind a comparison. Safe for several threads. */
public final class SampleQuery {
  private static final int MOST = 1_000;
  private static final String BRAND = "brand";

  private final ElasticsearchClient client;

  /** Counts of this cluster. */
  public SampleQuery(ElasticsearchClient client) {
    this.client = client;
  }

  /**
   * The feedback on these brands in this selection.
   *
   * @throws IOException where Elasticsearch cannot be reached
   */
  public Sample sample(Collection<String> brands, ScoreFilter filter) throws IOException {
    Query selection = filter.byInstant().with(BRAND, brands.toArray(new String[0])).query();
    Map<String, Aggregation> within = new LinkedHashMap<>();
    within.put(
        "suspects",
        Aggregation.of(a -> a.filter(f -> f.term(t -> t.field("suspect").value(true)))));
    for (String field : List.of("opinions", "unassigned")) {
      within.put(field, Aggregation.of(a -> a.sum(s -> s.field(field))));
    }
    for (String field : List.of("channel", "lang")) {
      within.put(field, Aggregation.of(a -> a.terms(t -> t.field(field).size(MOST))));
    }
    within.put(
        "product", Aggregation.of(a -> a.terms(t -> t.field("product").size(MOST).missing(""))));
    Map<String, Aggregate> found =
        client
            .search(
                s ->
                    s.index(VocIndex.FEEDBACK.alias())
                        .size(0)
                        .query(selection)
                        .aggregations(
                            BRAND,
                            a -> a.terms(t -> t.field(BRAND).size(MOST)).aggregations(within))
                        .aggregations("published", a -> a.max(m -> m.field("published_at")))
                        .aggregations("processed", a -> a.max(m -> m.field("ingested_at"))),
                Void.class)
            .aggregations();
    SortedMap<String, Sample.OfBrand> counts = new TreeMap<>();
    brands.forEach(brand -> counts.put(brand, Sample.OfBrand.NONE));
    for (StringTermsBucket brand : found.get(BRAND).sterms().buckets().array()) {
      counts.put(brand.key().stringValue(), of(brand));
    }
    return new Sample(
        counts,
        deadLetters(),
        client.count(c -> c.index(VocIndex.LATE.alias())).count(),
        instant(found.get("published")),
        instant(found.get("processed")));
  }

  private static Sample.OfBrand of(StringTermsBucket brand) {
    Map<String, Aggregate> found = brand.aggregations();
    return new Sample.OfBrand(
        brand.docCount(),
        found.get("suspects").filter().docCount(),
        Math.round(found.get("opinions").sum().value()),
        Math.round(found.get("unassigned").sum().value()),
        counts(found.get("channel")),
        counts(found.get("product")),
        counts(found.get("lang")));
  }

  private SortedMap<String, Long> deadLetters() throws IOException {
    return counts(
        client
            .search(
                s ->
                    s.index(VocIndex.DEAD_LETTERS.alias())
                        .size(0)
                        .aggregations(
                            "field", a -> a.terms(t -> t.field("field").size(MOST).missing(""))),
                Void.class)
            .aggregations()
            .get("field"));
  }

  private static SortedMap<String, Long> counts(Aggregate terms) {
    SortedMap<String, Long> counts = new TreeMap<>();
    terms
        .sterms()
        .buckets()
        .array()
        .forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
    return counts;
  }

  private static Optional<Instant> instant(Aggregate max) {
    // Of no date there is no text; the number is 0 then, which would be a date.
    return max.max().valueAsString() == null
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli((long) max.max().value()));
  }
}
