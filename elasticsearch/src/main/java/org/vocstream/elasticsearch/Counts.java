package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many documents there are. Counts see what was written up to a second ago, or up to {@link
 * #refresh}. Safe for several threads. Every method throws IOException where Elasticsearch cannot
 * be reached, and ElasticsearchException where it refuses.
 */
public final class Counts {
  private final ElasticsearchClient client;

  /** Counts of this cluster. */
  public Counts(ElasticsearchClient client) {
    this.client = client;
  }

  /** Makes all that was written until now visible to searches. */
  public void refresh() throws IOException {
    client
        .indices()
        .refresh(r -> r.index(Arrays.stream(VocIndex.values()).map(VocIndex::alias).toList()));
  }

  /** The same for the indices of one generation. */
  public void refresh(Generation generation) throws IOException {
    client.indices().refresh(r -> r.index(List.copyOf(generation.indices().values())));
  }

  /**
   * Number of documents of this kind in a generation.
   *
   * @param since only what was written at or after this instant; null for all
   */
  public long of(Generation generation, VocIndex kind, Instant since) throws IOException {
    return client
        .count(
            c -> c.index(generation.indices().get(kind)).query(StoredFeedbackQuery.written(since)))
        .count();
  }

  /** Number of feedback of a generation by the pack and models that scored them. */
  public SortedMap<String, Long> scoredBy(Generation generation) throws IOException {
    SortedMap<String, Long> counts = new TreeMap<>();
    client
        .search(
            s ->
                s.index(generation.indices().get(VocIndex.FEEDBACK))
                    .size(0)
                    .aggregations("by", a -> a.terms(t -> t.field("scored_by").size(100))),
            Void.class)
        .aggregations()
        .get("by")
        .sterms()
        .buckets()
        .array()
        .forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
    return counts;
  }

  /** Number of documents of this kind. */
  public long of(VocIndex index) throws IOException {
    return client.count(c -> c.index(index.alias())).count();
  }

  /** Number of documents of this kind that were written at or after an instant. */
  public long since(VocIndex index, Instant begin) throws IOException {
    return client
        .count(c -> c.index(index.alias()).query(StoredFeedbackQuery.written(begin)))
        .count();
  }

  /** Sum of a number over the documents of this kind that were written at or after an instant. */
  public long sumSince(VocIndex index, String field, Instant begin) throws IOException {
    SearchResponse<Void> found =
        client.search(
            s ->
                s.index(index.alias())
                    .size(0)
                    .query(StoredFeedbackQuery.written(begin))
                    .aggregations("sum", a -> a.sum(sum -> sum.field(field))),
            Void.class);
    return Math.round(found.aggregations().get("sum").sum().value());
  }
}
