package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The documents of an index themselves, page by page, all of one state of the index. Immutable.
 *
 * @param index which documents
 * @param fields the fields that are read of each
 */
record PagedDocuments(VocIndex index, List<String> fields) {
  private static final int PAGE = 5_000;
  private static final String KEEP_ALIVE = "2m";

  /** Hands over every document with its id, in no particular order. */
  void each(ElasticsearchClient client, Query query, BiConsumer<String, ObjectNode> sink)
      throws IOException {
    String pit =
        client.openPointInTime(p -> p.index(index.alias()).keepAlive(k -> k.time(KEEP_ALIVE))).id();
    try {
      List<FieldValue> after = List.of();
      List<Hit<ObjectNode>> hits;
      do {
        SearchRequest.Builder request =
            new SearchRequest.Builder()
                .size(PAGE)
                .trackTotalHits(t -> t.enabled(false))
                .pit(p -> p.id(pit).keepAlive(k -> k.time(KEEP_ALIVE)))
                .source(s -> s.filter(f -> f.includes(fields)))
                .query(query)
                .sort(SortOptions.of(s -> s.field(f -> f.field("_shard_doc"))));
        if (!after.isEmpty()) {
          request.searchAfter(after);
        }
        hits = client.search(request.build(), ObjectNode.class).hits().hits();
        hits.forEach(hit -> sink.accept(hit.id(), hit.source()));
        after = hits.isEmpty() ? List.of() : hits.get(hits.size() - 1).sort();
      } while (hits.size() == PAGE);
    } finally {
      client.closePointInTime(c -> c.id(pit));
    }
  }
}
