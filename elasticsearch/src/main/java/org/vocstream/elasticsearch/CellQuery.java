package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.List;
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
    CellBuilder cell = new CellBuilder(cluster, sink);
    // The polarity is the last field, so a bucket's count is one of the three numbers of a cell.
    new PagedBuckets(
            VocIndex.MENTIONS,
            PagedBuckets.fields("brand", "group", cluster.field, "polarity"),
            List.of(),
            page)
        .each(client, filter.query(), cell::add);
    cell.finish();
  }

  /** Puts the buckets of one cell together, also where a page ends within it. */
  private static final class CellBuilder {
    private final Cluster by;
    private final Consumer<ClusterCell> sink;
    private ClusterCell cell;

    CellBuilder(Cluster by, Consumer<ClusterCell> sink) {
      this.by = by;
      this.sink = sink;
    }

    void add(PagedBuckets.Bucket bucket) {
      String brand = bucket.text("brand");
      String group = bucket.text("group");
      String cluster = bucket.text(by.field);
      boolean same =
          cell != null
              && cell.brand().equals(brand)
              && cell.group().equals(group)
              && cell.cluster().equals(cluster);
      if (!same) {
        finish();
        cell = new ClusterCell(brand, group, cluster, 0, 0, 0);
      }
      long polarity = bucket.number("polarity");
      cell =
          new ClusterCell(
              brand,
              group,
              cluster,
              cell.positive() + (polarity > 0 ? bucket.count() : 0),
              cell.neutral() + (polarity == 0 ? bucket.count() : 0),
              cell.negative() + (polarity < 0 ? bucket.count() : 0));
    }

    void finish() {
      if (cell != null) {
        sink.accept(cell);
        cell = null;
      }
    }
  }
}
