package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down how far a generation has been rescored, and that it is complete. For one thread. */
public final class GenerationIndexer {
  private final Generations generations;
  private final int number;

  /** An indexer for the generation of this number. */
  public GenerationIndexer(ElasticsearchClient client, int number) {
    this.generations = new Generations(client);
    this.number = number;
  }

  /**
   * Writes down that whatever had been written before these instants stands in the generation.
   *
   * @return one outcome per instant
   * @throws IllegalStateException where somebody has dropped the generation
   */
  public List<Outcome> index(List<Instant> readUpTo) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Instant instant : readUpTo) {
      outcomes.add(index(instant));
    }
    return outcomes;
  }

  private Outcome index(Instant readUpTo) {
    try {
      Generation made =
          generations.all().stream()
              .filter(g -> g.number() == number)
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "generation %d was dropped while it was made: rescore again"
                              .formatted(number)));
      generations.note(made, made.provenance().readUpTo(readUpTo).complete(true));
      return Outcome.of(Outcome.Kind.REPLACED);
    } catch (ElasticsearchException e) {
      return Outcome.retry(RequestFailure.of(e).reason());
    } catch (IOException e) {
      return Outcome.retry(RequestFailure.of(e).reason());
    }
  }
}
