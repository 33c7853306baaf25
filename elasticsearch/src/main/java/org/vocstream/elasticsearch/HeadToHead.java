package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.vocstream.statistics.WinLoss;

/**
 * The feedback in which customers put one brand above another themselves. Safe for several threads.
 */
final class HeadToHead {
  private final ElasticsearchClient client;

  HeadToHead(ElasticsearchClient client) {
    this.client = client;
  }

  /** Who is said to be better than whom among these brands. */
  WinLoss matrix(Collection<String> brands, ScoreFilter filter) throws IOException {
    Set<String> known = Set.copyOf(brands);
    return WinLoss.of(edges(known, known, filter));
  }

  /** The {@code _id} of each feedback that puts the one brand above the other, each once. */
  List<String> feedback(String winner, String loser, ScoreFilter filter) throws IOException {
    return edges(Set.of(winner), Set.of(loser), filter).stream()
        .map(WinLoss.Edge::document)
        .distinct()
        .toList();
  }

  private List<WinLoss.Edge> edges(Set<String> winners, Set<String> losers, ScoreFilter filter)
      throws IOException {
    List<WinLoss.Edge> edges = new ArrayList<>();
    MentionFilter comparing =
        filter
            .byInstant()
            .with("comparisons.winner", winners.toArray(new String[0]))
            .with("comparisons.loser", losers.toArray(new String[0]));
    try (IndexScan scan =
        new IndexScan(
            client,
            VocIndex.FEEDBACK.alias(),
            comparing.query(),
            List.of("comparisons"),
            List.of())) {
      scan.forEachRemaining(
          hit -> {
            // The index finds the two brands in a feedback, not that one comparison names both.
            for (JsonNode comparison : hit.source().path("comparisons")) {
              String winner = comparison.path("winner").asText();
              String loser = comparison.path("loser").asText();
              if (winners.contains(winner) && losers.contains(loser)) {
                edges.add(new WinLoss.Edge(hit.id(), winner, loser));
              }
            }
          });
    }
    return edges;
  }
}
