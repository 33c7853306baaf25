package org.vocstream.benchmarks;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vocstream.cli.UserError;
import org.vocstream.elasticsearch.IndexScan;
import org.vocstream.elasticsearch.VocIndex;

/**
 * What a job has written, as it stands in the index, to be written once more with nothing but bulk
 * requests. Immutable.
 */
final class IndexedDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<VocIndex> KINDS =
      List.of(VocIndex.MENTIONS, VocIndex.FEEDBACK, VocIndex.SCORES);
  private static final String BESIDE = "-beside";

  private final Map<VocIndex, List<Document>> documents;

  private IndexedDocuments(Map<VocIndex, List<Document>> documents) {
    this.documents = documents;
  }

  /** One of them, its JSON ready to be sent. */
  private record Document(String id, BinaryData json) {}

  /** Reads all that was written at or after an instant. */
  static IndexedDocuments since(ElasticsearchClient client, Instant begin) throws IOException {
    Query query =
        Query.of(q -> q.range(r -> r.date(d -> d.field("ingested_at").gte(begin.toString()))));
    Map<VocIndex, List<Document>> documents = new EnumMap<>(VocIndex.class);
    for (VocIndex kind : KINDS) {
      List<Document> all = new ArrayList<>();
      try (IndexScan scan = new IndexScan(client, kind.alias(), query, List.of(), List.of())) {
        while (scan.hasNext()) {
          Hit<ObjectNode> hit = scan.next();
          all.add(
              new Document(
                  hit.id(),
                  BinaryData.of(
                      JSON.writeValueAsString(hit.source()).getBytes(StandardCharsets.UTF_8),
                      ContentType.APPLICATION_JSON)));
        }
      }
      documents.put(kind, all);
    }
    return new IndexedDocuments(documents);
  }

  /** How often the job has written a document of these kinds so far. */
  static long written(KafkaToElasticsearch ends) throws IOException {
    long all = 0;
    for (VocIndex kind : KINDS) {
      all += ends.written(kind);
    }
    return all;
  }

  /** How many of a kind. */
  int count(VocIndex kind) {
    return documents.get(kind).size();
  }

  /** How many of all kinds. */
  int count() {
    return KINDS.stream().mapToInt(this::count).sum();
  }

  /**
   * Makes empty indices beside the current ones, with the same mappings and settings. They are to
   * grow as the current ones do, for what is merged costs as much as what is written.
   */
  static void prepare(KafkaToElasticsearch ends) throws IOException {
    for (VocIndex kind : KINDS) {
      ends.client().indices().create(c -> c.index(kind.alias() + BESIDE));
    }
    ends.searchedNoMore(beside());
  }

  private static List<String> beside() {
    return KINDS.stream().map(kind -> kind.alias() + BESIDE).toList();
  }

  /**
   * Writes all of them there, by as many threads as the job has subtasks, and makes them visible.
   *
   * @param batches how many requests of a kind there are for its documents at the least
   * @throws UserError where Elasticsearch refuses one
   */
  void write(ElasticsearchClient client, int threads, int batches)
      throws IOException, InterruptedException {
    List<Callable<Void>> requests = new ArrayList<>();
    for (VocIndex kind : KINDS) {
      List<Document> all = documents.get(kind);
      int size = Math.max(1, (all.size() + batches - 1) / batches);
      for (int from = 0; from < all.size(); from += size) {
        List<Document> batch = all.subList(from, Math.min(all.size(), from + size));
        requests.add(
            () -> {
              send(client, kind.alias() + BESIDE, batch);
              return null;
            });
      }
    }
    ExecutorService senders = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Void> sent : senders.invokeAll(requests)) {
        sent.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("bulk request: " + e.getCause().getMessage(), e);
    } finally {
      senders.shutdownNow();
    }
    client.indices().refresh(r -> r.index(beside()));
  }

  private static void send(ElasticsearchClient client, String index, List<Document> batch)
      throws IOException {
    BulkRequest.Builder request = new BulkRequest.Builder();
    for (Document document : batch) {
      request.operations(
          b -> b.index(i -> i.index(index).id(document.id()).document(document.json())));
    }
    if (client.bulk(request.build()).errors()) {
      throw UserError.failed("Elasticsearch refused a document that stood in it before");
    }
  }
}
