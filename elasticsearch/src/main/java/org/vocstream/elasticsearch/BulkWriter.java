package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.bulk.OperationType;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.endpoints.EndpointBase;
import co.elastic.clients.transport.endpoints.SimpleEndpoint;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import co.elastic.clients.util.NoCopyByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends writes in bulk requests of a bounded size and says of each what became of it. Nothing is
 * tried again here. Safe for several threads.
 *
 * <p>A write is {@code REJECTED} where Elasticsearch refuses what it holds. Too much load (429), a
 * server that is away, and what the operator must mend (no index, no right to write: 401, 403, 404)
 * are {@code RETRY}: the record is not at fault, and a dead letter could not be written either.
 */
final class BulkWriter {
  /** Bytes of documents per request; a single larger document goes alone. */
  static final long MAX_BYTES = 5L << 20;

  private static final Endpoint<BinaryData, BulkResponse, ErrorResponse> BULK =
      new SimpleEndpoint<>(
          "es/bulk",
          body -> "POST",
          body -> "/_bulk",
          EndpointBase.emptyMap(),
          EndpointBase.emptyMap(),
          EndpointBase.emptyMap(),
          body -> body,
          BulkResponse._DESERIALIZER);

  private static final int CONFLICT = 409;

  private static final Set<Integer> RETRY = Set.of(401, 403, 404, 429, 502, 503, 504);

  private final ElasticsearchClient client;
  private final boolean requireAlias;

  BulkWriter(ElasticsearchClient client, boolean requireAlias) {
    this.client = client;
    this.requireAlias = requireAlias;
  }

  /**
   * Sends the writes, those of one document in their order.
   *
   * @return one outcome per write, in order: CREATED, REPLACED, WITHDRAWN (whether or not there was
   *     a document to remove), EXISTS (of a create), RETRY or REJECTED
   */
  List<Outcome> send(List<Write> writes) {
    List<Outcome> outcomes = new ArrayList<>(writes.size());
    int from = 0;
    while (from < writes.size()) {
      int to = from;
      long bytes = 0;
      while (to < writes.size() && (to == from || bytes + writes.get(to).size() <= MAX_BYTES)) {
        bytes += writes.get(to).size();
        to++;
      }
      outcomes.addAll(request(writes.subList(from, to)));
      from = to;
    }
    return outcomes;
  }

  /**
   * Sends of the writes of one document only the last.
   *
   * @return one outcome per write, in order; SUPERSEDED for those that were not sent
   */
  List<Outcome> sendLatest(List<Write> writes) {
    Map<String, Integer> latest = new HashMap<>();
    for (int i = 0; i < writes.size(); i++) {
      latest.put(writes.get(i).index() + " " + writes.get(i).id(), i);
    }
    List<Integer> sent = latest.values().stream().sorted().toList();
    List<Outcome> answers = send(sent.stream().map(writes::get).toList());
    List<Outcome> outcomes =
        new ArrayList<>(Collections.nCopies(writes.size(), Outcome.of(Outcome.Kind.SUPERSEDED)));
    for (int i = 0; i < answers.size(); i++) {
      outcomes.set(sent.get(i), answers.get(i));
    }
    return outcomes;
  }

  private List<Outcome> request(List<Write> writes) {
    try {
      return client
          ._transport()
          .performRequest(body(writes), BULK, client._transportOptions())
          .items()
          .stream()
          .map(BulkWriter::outcome)
          .toList();
    } catch (ElasticsearchException e) {
      return failed(writes, RequestFailure.of(e));
    } catch (IOException e) {
      return failed(writes, RequestFailure.of(e));
    }
  }

  private List<Outcome> failed(List<Write> writes, RequestFailure failure) {
    boolean tooLarge = failure.status() == RequestFailure.TOO_LARGE;
    if (tooLarge && writes.size() > 1) {
      // A proxy before the cluster may take less than our bound.
      int half = writes.size() / 2;
      List<Outcome> outcomes = new ArrayList<>(request(writes.subList(0, half)));
      outcomes.addAll(request(writes.subList(half, writes.size())));
      return outcomes;
    }
    // Any other failure of a request says nothing of the writes in it.
    Outcome outcome =
        tooLarge ? Outcome.rejected(failure.reason()) : Outcome.retry(failure.reason());
    return writes.stream().map(write -> outcome).toList();
  }

  /** All lines in one piece: the client's own form of the request goes out line by line. */
  private BinaryData body(List<Write> writes) {
    long size = writes.stream().mapToLong(Write::size).sum();
    NoCopyByteArrayOutputStream lines = new NoCopyByteArrayOutputStream(Math.toIntExact(size));
    for (Write write : writes) {
      lines.writeBytes(write.action(requireAlias));
      lines.write('\n');
      if (write.document() != null) {
        lines.writeBytes(write.document());
        lines.write('\n');
      }
    }
    return BinaryData.of(lines.array(), 0, lines.size(), ContentType.APPLICATION_JSON);
  }

  private static Outcome outcome(BulkResponseItem item) {
    if (item.error() != null) {
      if (item.operationType() == OperationType.Create && item.status() == CONFLICT) {
        return Outcome.of(Outcome.Kind.EXISTS);
      }
      String reason = item.status() + ": " + RequestFailure.words(item.error());
      return RETRY.contains(item.status()) ? Outcome.retry(reason) : Outcome.rejected(reason);
    }
    return switch (String.valueOf(item.result())) {
      case "created" -> Outcome.of(Outcome.Kind.CREATED);
      case "updated", "noop" -> Outcome.of(Outcome.Kind.REPLACED);
      default -> Outcome.of(Outcome.Kind.WITHDRAWN);
    };
  }
}
