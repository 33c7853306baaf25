package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/**
 * The feedback that stands in a generation, all of one state of it. Holds one page at a time. For
 * one thread; throws as {@link IndexScan} does.
 */
public final class StoredFeedbackQuery implements Iterator<StoredFeedback>, Closeable {
  /** A transcript may take a megabyte, and the client takes answers of 100 at the most. */
  private static final int PAGE = 100;

  private final IndexScan scan;

  /**
   * Opens the state of now.
   *
   * @param index name of the generation of {@code voc-feedback}
   * @param since only what was written at or after this instant; null for all
   * @throws IOException where Elasticsearch cannot be reached
   */
  public StoredFeedbackQuery(ElasticsearchClient client, String index, Instant since)
      throws IOException {
    this.scan =
        new IndexScan(client, index, written(since), StoredFeedback.FIELDS, List.of(), PAGE);
  }

  /** What was written at or after an instant; everything where it is null. */
  static Query written(Instant since) {
    return since == null
        ? Query.of(q -> q.matchAll(m -> m))
        : Query.of(q -> q.range(r -> r.date(d -> d.field("ingested_at").gte(since.toString()))));
  }

  @Override
  public boolean hasNext() {
    return scan.hasNext();
  }

  @Override
  public StoredFeedback next() {
    return StoredFeedback.of(scan.next().source());
  }

  @Override
  public void close() throws IOException {
    scan.close();
  }
}
