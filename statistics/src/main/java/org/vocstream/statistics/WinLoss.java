package org.vocstream.statistics;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is said to be better than whom where customers compare brands themselves: how many documents
 * put the row's brand above the column's. A document that says the same twice counts once; one that
 * says both (better in one thing, worse in another) counts once on each side. Immutable.
 *
 * <p>The win share of a pair is wins / (wins + losses) with the interval of {@link Share}. Worked
 * example: A above B in 30 documents, B above A in 10: A wins 0.75, 0.598 to 0.858.
 *
 * @param wins documents by winner and loser
 */
public record WinLoss(SortedMap<String, SortedMap<String, Long>> wins) {

  /**
   * One comparison that a document makes.
   *
   * @param document id of the document, or a hash of its author where authors are the clusters
   * @param winner the brand that is said to be better
   * @param loser the other
   */
  public record Edge(String document, String winner, String loser) {}

  /** Copies the counts. */
  public WinLoss {
    SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
    wins.forEach(
        (winner, losers) ->
            copy.put(winner, Collections.unmodifiableSortedMap(new TreeMap<>(losers))));
    wins = Collections.unmodifiableSortedMap(copy);
  }

  /** The matrix of these comparisons, of one indicator or of all. */
  public static WinLoss of(Collection<Edge> edges) {
    SortedMap<String, SortedMap<String, Long>> wins = new TreeMap<>();
    for (Edge edge : new HashSet<>(edges)) {
      wins.computeIfAbsent(edge.winner, winner -> new TreeMap<>()).merge(edge.loser, 1L, Long::sum);
    }
    return new WinLoss(wins);
  }

  /** Number of documents that put the one above the other. */
  public long wins(String winner, String loser) {
    return wins.getOrDefault(winner, Collections.emptySortedMap()).getOrDefault(loser, 0L);
  }

  /** Share of the comparisons of two brands that the first wins; empty where there are none. */
  public Optional<Share> share(String brand, String other) {
    long won = wins(brand, other);
    long n = won + wins(other, brand);
    return n == 0 ? Optional.empty() : Optional.of(Share.of(won, n));
  }
}
