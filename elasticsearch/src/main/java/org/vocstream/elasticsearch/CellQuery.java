package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeBucket;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brand × reported indicator, cluster by cluster. All pages are of one state of the index, whatever
 * is written meanwhile. Mentions of no known brand belong to no cell. Safe for several threads.
 */
public final class CellQuery {
  /** By what mentions are bundled that may not be independent of one another. */
  public enum Cluster {
    /** The feedback they stand in. */
    FEEDBACK("feedback"),
    /** Its author where known, else the feedback. */
    AUTHOR("cluster");

    private final String field;

    Cluster(String field) {
      this.field = field;
    }
  }

  private static final String AGGREGATION = "cells";
  private static final String KEEP_ALIVE = "2m";

  /** Below search.max_buckets, 65,536 unless the operator lowers it. */
  private static final int PAGE = 30_000;

  private final ElasticsearchClient client;
  private final int page;

  /** Queries of this cluster. */
  public CellQuery(ElasticsearchClient client) {
    this(client, PAGE);
  }

  /** With so many buckets per request. */
  CellQuery(ElasticsearchClient client, int page) {
    this.client = client;
    this.page = page;
  }

  /**
   * Hands over each cell of each cluster, ordered by brand, indicator, cluster.
   *
   * @throws IOException where Elasticsearch cannot be reached
   */
  public void cells(MentionFilter filter, Cluster cluster, Consumer<ClusterCell> sink)
      throws IOException {
    String pit =
        client
            .openPointInTime(
                p -> p.index(VocIndex.MENTIONS.alias()).keepAlive(k -> k.time(KEEP_ALIVE)))
            .id();
    try {
      CellBuilder cell = new CellBuilder(sink);
      Map<String, FieldValue> after = Map.of();
      do {
        CompositeAggregate found = page(pit, filter, cluster, after);
        for (CompositeBucket bucket : found.buckets().array()) {
          cell.add(bucket);
        }
        after = found.afterKey();
      } while (!after.isEmpty());
      cell.finish();
    } finally {
      client.closePointInTime(c -> c.id(pit));
    }
  }

  private CompositeAggregate page(
      String pit, MentionFilter filter, Cluster cluster, Map<String, FieldValue> after)
      throws IOException {
    // The polarity is the last source, so a bucket's count is one of the three numbers of a cell.
    List<Map<String, CompositeAggregationSource>> sources =
        List.of(
            source("brand", "brand"),
            source("group", "group"),
            source("cluster", cluster.field),
            source("polarity", "polarity"));
    CompositeAggregation.Builder cells =
        new CompositeAggregation.Builder().size(page).sources(sources);
    if (!after.isEmpty()) {
      cells.after(new LinkedHashMap<>(after));
    }
    return client
        .search(
            s ->
                s.size(0)
                    .trackTotalHits(t -> t.enabled(false))
                    .pit(p -> p.id(pit).keepAlive(k -> k.time(KEEP_ALIVE)))
                    .query(filter.query())
                    .aggregations(AGGREGATION, cells.build()._toAggregation()),
            Void.class)
        .aggregations()
        .get(AGGREGATION)
        .composite();
  }

  private static Map<String, CompositeAggregationSource> source(String name, String field) {
    return Map.of(name, CompositeAggregationSource.of(s -> s.terms(t -> t.field(field))));
  }

  /** Puts the buckets of one cell together, also where a page ends within it. */
  private static final class CellBuilder {
    private final Consumer<ClusterCell> sink;
    private ClusterCell cell;

    CellBuilder(Consumer<ClusterCell> sink) {
      this.sink = sink;
    }

    void add(CompositeBucket bucket) {
      String brand = bucket.key().get("brand").stringValue();
      String group = bucket.key().get("group").stringValue();
      String cluster = bucket.key().get("cluster").stringValue();
      boolean same =
          cell != null
              && cell.brand().equals(brand)
              && cell.group().equals(group)
              && cell.cluster().equals(cluster);
      if (!same) {
        finish();
        cell = new ClusterCell(brand, group, cluster, 0, 0, 0);
      }
      long polarity = bucket.key().get("polarity").longValue();
      cell =
          new ClusterCell(
              brand,
              group,
              cluster,
              cell.positive() + (polarity > 0 ? bucket.docCount() : 0),
              cell.neutral() + (polarity == 0 ? bucket.docCount() : 0),
              cell.negative() + (polarity < 0 ? bucket.docCount() : 0));
    }

    void finish() {
      if (cell != null) {
        sink.accept(cell);
        cell = null;
      }
    }
  }
}
