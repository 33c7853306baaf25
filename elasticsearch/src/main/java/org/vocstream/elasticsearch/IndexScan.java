package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads every document that a query finds, page by page, all of one state of the index whatever is
 * written meanwhile. Holds one page at a time. For one thread.
 *
 * <p>What can go wrong: Elasticsearch away, or closing the state after two minutes without a page:
 * {@link UncheckedIOException}, or {@code ElasticsearchException} where it refuses.
 */
public final class IndexScan implements Iterator<Hit<ObjectNode>>, Closeable {
  private static final String KEEP_ALIVE = "2m";

  /** Documents of a page where only a few short fields are read. */
  private static final int PAGE = 5_000;

  private final ElasticsearchClient client;
  private final Query query;
  private final List<SortOptions> sort;
  private final List<String> fields;
  private final int size;
  private final String pit;

  private Iterator<Hit<ObjectNode>> page = List.<Hit<ObjectNode>>of().iterator();
  private List<FieldValue> after = List.of();
  private boolean finished;

  /**
   * Opens the state of now.
   *
   * @param index name or alias
   * @param fields what to read of each document; all of it where empty
   * @param sortedBy fields to sort by; none for the order that is fastest
   * @throws IOException where Elasticsearch cannot be reached
   */
  public IndexScan(
      ElasticsearchClient client,
      String index,
      Query query,
      List<String> fields,
      List<String> sortedBy)
      throws IOException {
    this(client, index, query, fields, sortedBy, PAGE);
  }

  /** With so many documents per page: fewer where they are large. */
  IndexScan(
      ElasticsearchClient client,
      String index,
      Query query,
      List<String> fields,
      List<String> sortedBy,
      int size)
      throws IOException {
    this.size = size;
    this.client = client;
    this.query = query;
    this.fields = List.copyOf(fields);
    this.sort =
        (sortedBy.isEmpty() ? List.of("_shard_doc") : sortedBy)
            .stream().map(IndexScan::by).toList();
    this.pit = client.openPointInTime(p -> p.index(index).keepAlive(k -> k.time(KEEP_ALIVE))).id();
  }

  private static SortOptions by(String field) {
    return SortOptions.of(s -> s.field(f -> f.field(field)));
  }

  @Override
  public boolean hasNext() {
    if (!page.hasNext() && !finished) {
      try {
        read();
      } catch (IOException e) {
        throw new UncheckedIOException(RequestFailure.of(e).reason(), e);
      }
    }
    return page.hasNext();
  }

  @Override
  public Hit<ObjectNode> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }

  private void read() throws IOException {
    SearchResponse<ObjectNode> found =
        client.search(
            s -> {
              s.size(size)
                  .trackTotalHits(t -> t.enabled(false))
                  .pit(p -> p.id(pit).keepAlive(k -> k.time(KEEP_ALIVE)))
                  .query(query)
                  .sort(sort);
              if (!fields.isEmpty()) {
                s.source(f -> f.filter(i -> i.includes(fields)));
              }
              return after.isEmpty() ? s : s.searchAfter(after);
            },
            ObjectNode.class);
    List<Hit<ObjectNode>> hits = found.hits().hits();
    page = hits.iterator();
    finished = hits.size() < size;
    if (!hits.isEmpty()) {
      after = hits.get(hits.size() - 1).sort();
    }
  }

  @Override
  public void close() throws IOException {
    client.closePointInTime(c -> c.id(pit));
  }
}
