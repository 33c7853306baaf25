package org.vocstream.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one feedback adds to the daily cells. The same feedback adds the same cells, whoever reckons
 * them: the stream, or a recomputation from the index. Without state.
 */
public final class Contribution {
  private Contribution() {}

  /**
   * Where a feedback stands.
   *
   * @param brand brand of the feedback, or null
   * @param channel its channel
   * @param product its product, or null
   * @param segment its customer segment, or null
   * @param lang language of its text
   * @param day days since 1970-01-01, or null
   * @param suspect whether it is suspect
   * @param label sentiment of the whole, 1, 0 or -1, or null where it was not scored
   */
  public record Place(
      String brand,
      String channel,
      String product,
      String segment,
      String lang,
      Long day,
      boolean suspect,
      Integer label) {

    CellKey key(Scope scope, String code, String of) {
      return new CellKey(scope, code, of, channel, product, segment, lang, day, suspect);
    }
  }

  /** The cell of the feedback's own sentiment; none without brand or label. */
  public static List<ScoreCell> ofSentiment(Place place) {
    if (place.brand == null || place.label == null) {
      return List.of();
    }
    return List.of(
        new ScoreCell(
            place.key(Scope.FEEDBACK, "", place.brand),
            Counts.of(List.of(place.label)),
            SharedSums.NONE,
            Judgements.NONE));
  }

  /** The cells of a feedback's mentions. */
  public static List<ScoreCell> ofMentions(Place place, Collection<Opinion> mentions) {
    List<ScoreCell> cells = new ArrayList<>();
    Map<String, List<Opinion>> byBrand = new TreeMap<>();
    for (Opinion mention : mentions) {
      if (mention.brand() != null) {
        byBrand.computeIfAbsent(mention.brand(), b -> new ArrayList<>()).add(mention);
      }
    }
    byBrand.forEach((brand, own) -> addCells(place, brand, own, cells));
    return cells;
  }

  private static void addCells(
      Place place, String brand, List<Opinion> mentions, List<ScoreCell> cells) {
    Map<CellKey, List<Integer>> parts = new LinkedHashMap<>();
    Map<String, List<Integer>> groups = new TreeMap<>();
    List<Integer> all = new ArrayList<>();
    for (Opinion mention : mentions) {
      int polarity = mention.polarity();
      all.add(polarity);
      groups.computeIfAbsent(mention.group(), g -> new ArrayList<>()).add(polarity);
      add(parts, place.key(Scope.TOUCHPOINT, mention.touchpoint(), brand), polarity);
      add(parts, place.key(Scope.GROUP, mention.group(), brand), polarity);
      if (!mention.indicator().equals(mention.group())) {
        add(parts, place.key(Scope.INDICATOR, mention.indicator(), brand), polarity);
      }
      if (mention.value() != null) {
        add(parts, place.key(Scope.VALUE, side(mention.value()), brand), polarity);
      }
    }
    parts.forEach(
        (key, polarities) ->
            cells.add(new ScoreCell(key, Counts.of(polarities), SharedSums.NONE, Judgements.NONE)));
    ClusterSums benefit = Counts.of(parts.get(place.key(Scope.VALUE, Scope.BENEFIT, brand)));
    ClusterSums cost = Counts.of(parts.get(place.key(Scope.VALUE, Scope.COST, brand)));
    cells.add(
        new ScoreCell(
            place.key(Scope.BRAND, "", brand),
            Counts.of(all),
            SharedSums.of(benefit, cost),
            place.label == null ? Judgements.NONE : judgements(place.label, groups)));
  }

  private static Judgements judgements(int label, Map<String, List<Integer>> groups) {
    Map<String, Integer> net = new TreeMap<>();
    groups.forEach(
        (group, polarities) ->
            net.put(group, Integer.signum(polarities.stream().mapToInt(p -> p).sum())));
    return Judgements.of(label, net);
  }

  private static void add(Map<CellKey, List<Integer>> parts, CellKey key, int polarity) {
    parts.computeIfAbsent(key, k -> new ArrayList<>()).add(polarity);
  }

  private static String side(String value) {
    return value.startsWith(Scope.COST) ? Scope.COST : Scope.BENEFIT;
  }

  /** Sums of one cluster with these polarities. */
  private static final class Counts {
    static ClusterSums of(List<Integer> polarities) {
      return polarities == null
          ? ClusterSums.NONE
          : ClusterSums.of(
              Collections.frequency(polarities, 1),
              Collections.frequency(polarities, 0),
              Collections.frequency(polarities, -1));
    }
  }
}
