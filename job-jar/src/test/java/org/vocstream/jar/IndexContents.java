package org.vocstream.jar;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.IndexScan;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.VocIndex;

/**
 * All that the scoring job writes and that must not depend on what happened meanwhile: documents by
 * id, without the time of their writing. Alerts are not in it: they tell what was news when.
 */
record IndexContents(Map<VocIndex, Map<String, String>> documents) {
  private static final List<VocIndex> KINDS =
      List.of(
          VocIndex.FEEDBACK,
          VocIndex.MENTIONS,
          VocIndex.DEAD_LETTERS,
          VocIndex.SCORES,
          VocIndex.LATE);

  /** What stands there now. */
  static IndexContents of(ElasticsearchConnection connection) throws IOException {
    new Counts(connection.client()).refresh();
    Map<VocIndex, Map<String, String>> all = new EnumMap<>(VocIndex.class);
    for (VocIndex kind : KINDS) {
      Map<String, String> documents = new HashMap<>();
      try (IndexScan scan =
          new IndexScan(
              connection.client(),
              kind.alias(),
              Query.of(q -> q.matchAll(m -> m)),
              List.of(),
              List.of())) {
        while (scan.hasNext()) {
          Hit<ObjectNode> hit = scan.next();
          JsonNode document = hit.source().without("ingested_at");
          documents.put(hit.id(), document.toString());
        }
      }
      all.put(kind, documents);
    }
    return new IndexContents(all);
  }

  /** Deletes all of it and begins anew. */
  static void delete(ElasticsearchConnection connection) throws IOException {
    for (VocIndex kind : VocIndex.values()) {
      connection.client().indices().delete(d -> d.index(kind.generation(1)));
    }
    new Schema(connection.client()).ensure();
  }

  Map<String, String> of(VocIndex kind) {
    return documents.get(kind);
  }
}
