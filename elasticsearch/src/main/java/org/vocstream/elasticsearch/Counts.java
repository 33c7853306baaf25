package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
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
    return client
        .count(
            c ->
                c.index(index.alias())
                    .query(
                        q ->
                            q.range(
                                r -> r.date(d -> d.field("ingested_at").gte(begin.toString())))))
        .count();
  }
}
