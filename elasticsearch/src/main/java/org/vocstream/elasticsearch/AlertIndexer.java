package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.statistics.alert.Alert;

/**
 * Writes alerts with their proof. Only the evaluated fields are set, so what people have noted
 * stays; an alert that is not there yet begins as {@code open}. Blocks until Elasticsearch has
 * answered; never tries again by itself. Safe for several threads.
 */
public final class AlertIndexer {
  private final ElasticsearchClient client;
  private final Target target;
  private final Clock clock;
  private final BulkWriter bulk;
  private final AlertProof proof;

  /**
   * An indexer.
   *
   * @param target where the mentions are that prove an alert
   * @param zone time zone of the days
   * @param clock tells {@code ingested_at}
   */
  public AlertIndexer(ElasticsearchClient client, Target target, ZoneId zone, Clock clock) {
    this.client = client;
    this.target = target;
    this.clock = clock;
    this.bulk = new BulkWriter(client, true);
    this.proof = new AlertProof(client, target, zone);
  }

  /**
   * Writes the batch. Of two of one event the later in the list counts.
   *
   * @return one outcome per alert, in order
   */
  public List<Outcome> index(List<Alert> batch) {
    Map<String, Integer> latest = new HashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      latest.put(batch.get(i).event().id(), i);
    }
    List<Outcome> outcomes = new ArrayList<>();
    try {
      // What an alert speaks of was written just now.
      client.indices().refresh(r -> r.index(target.feedback(), target.mentions()));
      for (int i = 0; i < batch.size(); i++) {
        Alert alert = batch.get(i);
        outcomes.add(
            latest.get(alert.event().id()) == i
                ? bulk.send(List.of(write(alert))).get(0)
                : Outcome.of(Outcome.Kind.SUPERSEDED));
      }
    } catch (ElasticsearchException e) {
      retryRest(outcomes, batch.size(), RequestFailure.of(e));
    } catch (IOException e) {
      retryRest(outcomes, batch.size(), RequestFailure.of(e));
    }
    return outcomes;
  }

  private static void retryRest(List<Outcome> outcomes, int size, RequestFailure failure) {
    while (outcomes.size() < size) {
      outcomes.add(Outcome.retry(failure.reason()));
    }
  }

  private Write write(Alert alert) throws IOException {
    ObjectNode fields = AlertDocument.of(alert, clock);
    // The proof of an event that is no more stays what it was.
    if (!alert.withdrawn()) {
      fields.setAll(proof.of(alert));
    }
    ObjectNode first = JsonNodeFactory.instance.objectNode();
    first.put("state", AlertState.OPEN.code());
    return Write.update(VocIndex.ALERTS.alias(), DocumentId.alert(alert.event()), fields, first);
  }
}
