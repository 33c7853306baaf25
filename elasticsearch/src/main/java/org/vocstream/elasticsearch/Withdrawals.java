package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Takes out of a generation what was taken back in the current one while it was made. Reads the ids
 * of both, a page at a time. Safe for several threads.
 */
public final class Withdrawals {
  private static final int PAGE = 1_000;

  private final ElasticsearchClient client;
  private final BulkWriter bulk;

  /** Withdrawals in this cluster. */
  public Withdrawals(ElasticsearchClient client) {
    this.client = client;
    this.bulk = new BulkWriter(client, false);
  }

  /**
   * Removes each feedback that no longer stands in {@code current}, with its mentions. Both must be
   * refreshed, and nobody may write to {@code current} meanwhile.
   *
   * @return how many were removed
   * @throws IOException where Elasticsearch cannot be reached or does not take the removal
   */
  public long carryOver(Generation current, Generation made) throws IOException {
    long removed = 0;
    try (IndexScan all =
        new IndexScan(
            client,
            made.target().feedback(),
            Query.of(q -> q.matchAll(m -> m)),
            List.of("mention_count"),
            List.of(),
            PAGE)) {
      List<Hit<ObjectNode>> page = new ArrayList<>();
      while (all.hasNext()) {
        page.add(all.next());
        if (page.size() == PAGE || !all.hasNext()) {
          removed += removeMissing(page, current, made.target());
          page.clear();
        }
      }
    }
    return removed;
  }

  private long removeMissing(List<Hit<ObjectNode>> page, Generation current, Target made)
      throws IOException {
    List<String> ids = page.stream().map(Hit::id).toList();
    Set<String> standing = new HashSet<>();
    client
        .search(
            s ->
                s.index(current.indices().get(VocIndex.FEEDBACK))
                    .size(PAGE)
                    .source(f -> f.fetch(false))
                    .query(q -> q.ids(i -> i.values(ids))),
            Void.class)
        .hits()
        .hits()
        .forEach(hit -> standing.add(hit.id()));
    List<Write> writes = new ArrayList<>();
    long removed = 0;
    for (Hit<ObjectNode> hit : page) {
      if (!standing.contains(hit.id())) {
        removed++;
        IntStream.range(0, hit.source().path("mention_count").asInt())
            .mapToObj(i -> Write.delete(made.mentions(), DocumentId.mention(hit.id(), i)))
            .forEach(writes::add);
        writes.add(Write.delete(made.feedback(), hit.id()));
      }
    }
    for (Outcome outcome : bulk.send(writes)) {
      if (!outcome.is(Outcome.Kind.WITHDRAWN)) {
        throw new IOException(
            "a withdrawn feedback could not be taken out of %s: %s"
                .formatted(made.feedback(), outcome.reason()));
      }
    }
    return removed;
  }
}
