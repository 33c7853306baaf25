package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;

/**
 * Writes down which feedback came too late, one document for each. Blocks until Elasticsearch has
 * answered; never tries again by itself. Safe for several threads.
 */
public final class LateIndexer {
  private final Clock clock;
  private final BulkWriter bulk;

  /** An indexer; {@code clock} tells {@code ingested_at}. */
  public LateIndexer(ElasticsearchClient client, Clock clock) {
    this.clock = clock;
    this.bulk = new BulkWriter(client, true);
  }

  /**
   * Writes the batch. Of two entries on one feedback the later in the list counts.
   *
   * @return one outcome per entry, in order
   */
  public List<Outcome> index(List<LateFeedback> batch) {
    return bulk.sendLatest(
        batch.stream()
            .map(late -> Write.index(VocIndex.LATE.alias(), late.feedback(), document(late)))
            .toList());
  }

  private JsonNode document(LateFeedback late) {
    return new Fields()
        .put("feedback", late.feedback())
        .put("brand", late.brand())
        .put("channel", late.channel())
        .put("published_at", late.publishedAt())
        .put("closed_until", late.closedUntil())
        .put("ingested_at", clock.instant())
        .json();
  }
}
