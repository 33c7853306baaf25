package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Clock;
import java.util.List;
import org.vocstream.feedback.DeadLetter;

/**
 * Writes dead letters. The same letter written twice is one document. Blocks until Elasticsearch
 * has answered; never tries again by itself. Safe for several threads.
 */
public final class DeadLetterIndexer {
  private final Target target;
  private final Clock clock;
  private final BulkWriter bulk;

  /**
   * An indexer.
   *
   * @param target where to write
   * @param clock tells {@code ingested_at}
   */
  public DeadLetterIndexer(ElasticsearchClient client, Target target, Clock clock) {
    this.target = target;
    this.clock = clock;
    this.bulk = new BulkWriter(client, target.aliases());
  }

  /**
   * Writes the letters. Of two of one origin and stage the later in the list counts.
   *
   * @return one outcome per letter, in order
   */
  public List<Outcome> index(List<DeadLetter> letters) {
    return bulk.sendLatest(
        letters.stream()
            .map(
                letter ->
                    Write.index(
                        target.deadLetters(),
                        DocumentId.deadLetter(letter),
                        DeadLetterDocument.of(letter, clock)))
            .toList());
  }
}
