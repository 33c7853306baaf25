package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The documents of an index by several fields at once, page by page: every bucket exact, and all
 * pages of one state of the index, whatever is written meanwhile. Immutable.
 *
 * @param index which documents
 * @param fields fields in order, the first varying slowest; of an {@code optional} one documents
 *     without it have a bucket, too
 * @param within what to reckon in every bucket, by name
 * @param size buckets in a page
 */
record PagedBuckets(VocIndex index, List<Field> fields, Map<String, Aggregation> within, int size) {
  private static final String AGGREGATION = "buckets";
  private static final String KEEP_ALIVE = "2m";

  /** With the sums of these fields, by name. */
  PagedBuckets(VocIndex index, List<Field> fields, List<String> sums, int size) {
    this(index, fields, sums(sums), size);
  }

  private static Map<String, Aggregation> sums(List<String> fields) {
    Map<String, Aggregation> sums = new LinkedHashMap<>();
    fields.forEach(field -> sums.put(field, Aggregation.of(a -> a.sum(s -> s.field(field)))));
    return sums;
  }

  /** A field that documents are grouped by. */
  record Field(String name, boolean optional) {}

  /** Fields that every document has. */
  static List<Field> fields(String... names) {
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      fields.add(new Field(name, false));
    }
    return fields;
  }

  /** One combination of values. */
  record Bucket(CompositeBucket bucket) {
    /** The value of a field; null where the documents have none. */
    String text(String field) {
      FieldValue value = bucket.key().get(field);
      return value.isNull() ? null : value.stringValue();
    }

    /** The value of a field of numbers. */
    long number(String field) {
      return bucket.key().get(field).longValue();
    }

    /** Number of documents. */
    long count() {
      return bucket.docCount();
    }

    /** The sum of a field. */
    double sum(String field) {
      return bucket.aggregations().get(field).sum().value();
    }
  }

  /** Hands over every bucket, in order. */
  void each(ElasticsearchClient client, Query query, Consumer<Bucket> sink) throws IOException {
    String pit =
        client.openPointInTime(p -> p.index(index.alias()).keepAlive(k -> k.time(KEEP_ALIVE))).id();
    try {
      Map<String, FieldValue> after = Map.of();
      do {
        CompositeAggregate found = page(client, pit, query, after);
        found.buckets().array().forEach(bucket -> sink.accept(new Bucket(bucket)));
        after = found.afterKey();
      } while (!after.isEmpty());
    } finally {
      client.closePointInTime(c -> c.id(pit));
    }
  }

  private CompositeAggregate page(
      ElasticsearchClient client, String pit, Query query, Map<String, FieldValue> after)
      throws IOException {
    CompositeAggregation.Builder buckets =
        new CompositeAggregation.Builder()
            .size(size)
            .sources(fields.stream().map(PagedBuckets::source).toList());
    if (!after.isEmpty()) {
      buckets.after(new LinkedHashMap<>(after));
    }
    return client
        .search(
            s ->
                s.size(0)
                    .trackTotalHits(t -> t.enabled(false))
                    .pit(p -> p.id(pit).keepAlive(k -> k.time(KEEP_ALIVE)))
                    .query(query)
                    .aggregations(
                        AGGREGATION, a -> a.composite(buckets.build()).aggregations(within)),
            Void.class)
        .aggregations()
        .get(AGGREGATION)
        .composite();
  }

  private static Map<String, CompositeAggregationSource> source(Field field) {
    return Map.of(
        field.name,
        CompositeAggregationSource.of(
            s -> s.terms(t -> t.field(field.name).missingBucket(field.optional))));
  }
}
