package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.Generation;
import org.vocstream.elasticsearch.Generations;
import org.vocstream.elasticsearch.VocIndex;

/** Lists the generations: which is in use, what they hold, and what scored it. */
final class GenerationTable {
  private final ElasticsearchClient client;

  GenerationTable(ElasticsearchClient client) {
    this.client = client;
  }

  void print(PrintWriter out) throws IOException {
    Counts counts = new Counts(client);
    out.printf(
        "%-10s %-10s %12s %12s  %s%n", "generation", "state", "feedback", "mentions", "scored by");
    for (Generation generation : new Generations(client).all()) {
      if (!generation.indices().keySet().containsAll(Generations.KINDS)) {
        // What is left of one that was being made or dropped when the program was killed.
        out.printf("%-10d %-10s%n", generation.number(), "in pieces");
        continue;
      }
      counts.refresh(generation);
      out.printf(
          "%-10d %-10s %,12d %,12d  %s%n",
          generation.number(),
          state(generation),
          counts.of(generation, VocIndex.FEEDBACK, null),
          counts.of(generation, VocIndex.MENTIONS, null),
          scoredBy(counts.scoredBy(generation)));
    }
    out.flush();
  }

  private static String state(Generation generation) {
    if (generation.current()) {
      return "in use";
    }
    return generation.isHalfBuilt() ? "half built" : "kept";
  }

  private static String scoredBy(Map<String, Long> counts) {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (scoredBy, n) -> {
          text.append(text.isEmpty() ? "" : ", ").append(scoredBy);
          if (counts.size() > 1) {
            text.append(String.format(" (%,d)", n));
          }
        });
    return text.toString();
  }
}
