package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;

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

  /** Number of documents of this kind. */
  public long of(VocIndex index) throws IOException {
    return client.count(c -> c.index(index.alias())).count();
  }

  /** Number of documents of this kind that were written at or after an instant. */
  public long since(VocIndex index, Instant begin) throws IOException {
    return client.count(c -> c.index(index.alias()).query(written(begin))).count();
  }

  /** Sum of a number over the documents of this kind that were written at or after an instant. */
  public long sumSince(VocIndex index, String field, Instant begin) throws IOException {
    SearchResponse<Void> found =
        client.search(
            s ->
                s.index(index.alias())
                    .size(0)
                    .query(written(begin))
                    .aggregations("sum", a -> a.sum(sum -> sum.field(field))),
            Void.class);
    return Math.round(found.aggregations().get("sum").sum().value());
  }

  private static Query written(Instant begin) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field("ingested_at").gte(begin.toString()))));
  }
}
