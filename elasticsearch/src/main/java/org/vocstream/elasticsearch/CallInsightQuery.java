package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AvgAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.ExtendedStatsAggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.call.Intent;
import org.vocstream.call.Resolution;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.contact.ContactInsight;
import org.vocstream.statistics.contact.ContactSums;

/**
 * What callers ask about, from the transcripts in {@code voc-feedback}. Counts and means are exact,
 * medians of times are those of a t-digest: exact for small groups, within about one percent for
 * large ones. Safe for several threads. Every method throws IOException where Elasticsearch cannot
 * be reached, and ElasticsearchException where it refuses.
 */
public final class CallInsightQuery {
  private static final int PAGE = 1_000;

  /** What only transcripts that were scored have. */
  private static final String TRANSCRIPT = "intent";

  /** Behind the name of a field: how many transcripts have it. */
  private static final String KNOWN = "_known";

  private final ElasticsearchClient client;
  private final int page;

  /** What transcripts are grouped by. */
  public enum By {
    REASON("contact_reason"),
    BRAND("brand"),
    LINE("line"),
    PRODUCT("product"),
    INTENT("intent"),
    RESOLUTION("resolution");

    private final String field;

    By(String field) {
      this.field = field;
    }

    /** The field of {@code voc-feedback}. */
    public String field() {
      return field;
    }
  }

  /** Queries of this cluster. */
  public CallInsightQuery(ElasticsearchClient client) {
    this(client, PAGE);
  }

  /** With so many groups per request. */
  CallInsightQuery(ElasticsearchClient client, int page) {
    this.client = client;
    this.page = page;
  }

  /**
   * The transcripts in groups.
   *
   * @param filter which transcripts; also by brand, line, contact_reason, intent and resolution
   * @param before the earlier period to compare with; empty for none
   */
  public ContactInsight insight(ScoreFilter filter, By by, Optional<Period> before)
      throws IOException {
    Optional<Map<String, ContactSums>> earlier = Optional.empty();
    if (before.isPresent()) {
      earlier = Optional.of(groups(filter.in(before.get()), by));
    }
    return ContactInsight.of(groups(filter, by), earlier);
  }

  private SortedMap<String, ContactSums> groups(ScoreFilter filter, By by) throws IOException {
    SortedMap<String, ContactSums> groups = new TreeMap<>();
    new PagedBuckets(
            VocIndex.FEEDBACK, List.of(new PagedBuckets.Field(by.field(), true)), measures(), page)
        .each(
            client,
            transcripts(filter),
            bucket -> {
              String key = bucket.text(by.field());
              groups.put(key == null ? "" : key, sums(bucket));
            });
    return groups;
  }

  private static Query transcripts(ScoreFilter filter) {
    Query given = filter.byInstant().query();
    return Query.of(
        q -> q.bool(b -> b.filter(given).filter(f -> f.exists(e -> e.field(TRANSCRIPT)))));
  }

  private static Map<String, Aggregation> measures() {
    Map<String, Aggregation> measures = new LinkedHashMap<>();
    measures.put("complaints", having("intent", Intent.COMPLAINT.code()));
    measures.put("resolved", having("resolution", Resolution.RESOLVED.code()));
    measures.put("unresolved", having("resolution", Resolution.UNRESOLVED.code()));
    measures.put(
        "satisfaction", Aggregation.of(a -> a.extendedStats(s -> s.field("satisfaction"))));
    for (String field : List.of("peak", "end")) {
      measures.put(field, Aggregation.of(a -> a.avg(m -> m.field(field))));
    }
    for (String field : List.of("response_ms", "handling_ms")) {
      measures.put(
          field,
          Aggregation.of(a -> a.percentiles(p -> p.field(field).percents(50.0).keyed(false))));
      measures.put(field + KNOWN, Aggregation.of(a -> a.valueCount(v -> v.field(field))));
    }
    return measures;
  }

  private static Aggregation having(String field, String value) {
    return Aggregation.of(a -> a.filter(f -> f.term(t -> t.field(field).value(value))));
  }

  private static ContactSums sums(PagedBuckets.Bucket bucket) {
    Map<String, Aggregate> found = bucket.bucket().aggregations();
    ExtendedStatsAggregate satisfaction = found.get("satisfaction").extendedStats();
    boolean scored = satisfaction.count() > 0;
    return new ContactSums(
        bucket.count(),
        found.get("complaints").filter().docCount(),
        found.get("resolved").filter().docCount(),
        found.get("unresolved").filter().docCount(),
        satisfaction.count(),
        scored ? satisfaction.sum() : 0,
        scored ? satisfaction.sumOfSquares() : 0,
        mean(found.get("peak").avg(), scored),
        mean(found.get("end").avg(), scored),
        median(found, "response_ms"),
        median(found, "handling_ms"));
  }

  private static Double mean(AvgAggregate mean, boolean scored) {
    return scored ? mean.value() : null;
  }

  private static Double median(Map<String, Aggregate> found, String field) {
    // The client reads the median of nothing, which is null, as 0.
    return found.get(field + KNOWN).valueCount().value() == 0
        ? null
        : found.get(field).tdigestPercentiles().values().array().get(0).value();
  }

  /** What scored the transcripts ({@code scored_by}), at most 1,000. */
  public List<String> scoredBy() throws IOException {
    return client
        .search(
            s ->
                s.index(VocIndex.FEEDBACK.alias())
                    .size(0)
                    .query(q -> q.exists(e -> e.field(TRANSCRIPT)))
                    .aggregations("scored_by", a -> a.terms(t -> t.field("scored_by").size(PAGE))),
            Void.class)
        .aggregations()
        .get("scored_by")
        .sterms()
        .buckets()
        .array()
        .stream()
        .map(bucket -> bucket.key().stringValue())
        .toList();
  }

  /**
   * The transcripts behind a number, in order of their ids: as many as its n.
   *
   * @param filter which transcripts
   */
  public List<ContactEntry> list(ScoreFilter filter) throws IOException {
    List<ContactEntry> entries = new ArrayList<>();
    try (IndexScan scan =
        new IndexScan(
            client,
            VocIndex.FEEDBACK.alias(),
            transcripts(filter),
            ContactEntry.FIELDS,
            List.of("id"))) {
      while (scan.hasNext()) {
        Hit<ObjectNode> hit = scan.next();
        JsonNode document = hit.source();
        entries.add(ContactEntry.of(hit.id(), document));
      }
    }
    return entries;
  }
}
