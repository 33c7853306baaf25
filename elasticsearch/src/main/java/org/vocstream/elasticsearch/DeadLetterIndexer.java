package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, Integer> latest = new LinkedHashMap<>();
    for (int i = 0; i < letters.size(); i++) {
      DeadLetter letter = letters.get(i);
      latest.put(DocumentId.deadLetter(letter), i);
    }
    List<Write> writes = new ArrayList<>();
    latest.forEach(
        (id, i) ->
            writes.add(
                Write.index(
                    target.deadLetters(), id, DeadLetterDocument.of(letters.get(i), clock))));
    List<Outcome> outcomes =
        new ArrayList<>(Collections.nCopies(letters.size(), Outcome.of(Outcome.Kind.SUPERSEDED)));
    List<Outcome> sent = bulk.send(writes);
    int next = 0;
    for (int i : latest.values()) {
      outcomes.set(i, sent.get(next++));
    }
    return outcomes;
  }
}
