package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.vocstream.statistics.ScoreCell;

/**
 * Writes daily cells; an empty one is removed. Blocks until Elasticsearch has answered; never tries
 * again by itself. Safe for several threads as long as no two of them write the same cell at once.
 */
public final class ScoreIndexer {
  private final Target target;
  private final ZoneId zone;
  private final Clock clock;
  private final BulkWriter bulk;

  /**
   * An indexer.
   *
   * @param target where to write
   * @param zone time zone of the days
   * @param clock tells {@code ingested_at}
   */
  public ScoreIndexer(ElasticsearchClient client, Target target, ZoneId zone, Clock clock) {
    this.target = target;
    this.zone = zone;
    this.clock = clock;
    this.bulk = new BulkWriter(client, target.aliases());
  }

  /**
   * Writes the batch. Of two states of one cell the later in the list counts.
   *
   * @return one outcome per cell, in order
   */
  public List<Outcome> index(List<ScoreCell> batch) {
    return bulk.sendLatest(batch.stream().map(this::write).toList());
  }

  private Write write(ScoreCell cell) {
    String id = DocumentId.cell(cell.key());
    return cell.isEmpty()
        ? Write.delete(target.scores(), id)
        : Write.index(target.scores(), id, ScoreDocument.of(cell, zone, clock));
  }
}
