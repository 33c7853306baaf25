package org.vocstream.statistics.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Contribution;
import org.vocstream.statistics.Judgements;
import org.vocstream.statistics.Opinion;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.SharedSums;
import org.vocstream.statistics.WinLoss;

/** Brands with the feedback that a test gives them, summed up as the stream would. */
final class Market {
  static final Outline OUTLINE =
      new Outline(
          List.of("delivery", "effect", "price"),
          List.of("purchase", "delivery", "use"),
          List.of("loyalty.leave"),
          "loyalty");
  private static final Map<String, List<String>> PLACES =
      Map.of(
          "delivery", List.of("delivery", "cost.time"),
          "effect", List.of("use", "benefit.product"),
          "price", List.of("purchase", "cost.money"));

  private final Map<String, Map<Subject, Map<Stratum, ClusterSums>>> cells = new TreeMap<>();
  private final Map<String, SharedSums> shared = new HashMap<>();
  private final Map<String, Judgements> judgements = new HashMap<>();
  private final Map<String, ClusterSums> answers = new HashMap<>();
  private final List<WinLoss.Edge> edges = new ArrayList<>();

  /** So many reviews with one opinion each, of this polarity. */
  Market reviews(String brand, String group, int polarity, int count) {
    return feedback("review", brand, Map.of(group, polarity), polarity, count);
  }

  /** So many feedback alike, with one opinion for each group. */
  Market feedback(
      String channel, String brand, Map<String, Integer> polarities, int label, int count) {
    List<Opinion> opinions = new ArrayList<>();
    polarities.forEach(
        (group, polarity) ->
            opinions.add(
                new Opinion(
                    brand,
                    group,
                    group,
                    PLACES.get(group).get(0),
                    PLACES.get(group).get(1),
                    polarity)));
    Contribution.Place place =
        new Contribution.Place(brand, channel, null, null, "zh", 20_000L, false, label);
    List<ScoreCell> added = new ArrayList<>(Contribution.ofMentions(place, opinions));
    added.addAll(Contribution.ofSentiment(place));
    for (int i = 0; i < count; i++) {
      added.forEach(this::add);
    }
    return this;
  }

  private void add(ScoreCell cell) {
    String brand = cell.key().brand();
    cells
        .computeIfAbsent(brand, b -> new TreeMap<>())
        .computeIfAbsent(new Subject(cell.key().scope(), cell.key().code()), s -> new TreeMap<>())
        .merge(
            new Stratum(cell.key().channel(), cell.key().lang()), cell.sums(), ClusterSums::plus);
    shared.merge(brand, cell.benefitCost(), SharedSums::plus);
    judgements.merge(brand, cell.judgements(), Judgements::plus);
  }

  /** Answers to the question for the net promoter score. */
  Market answers(String brand, ClusterSums sums) {
    answers.merge(brand, sums, ClusterSums::plus);
    return this;
  }

  /** So many feedback that put the one above the other. */
  Market wins(String winner, String loser, int count) {
    for (int i = 0; i < count; i++) {
      edges.add(new WinLoss.Edge(String.valueOf(edges.size()), winner, loser));
    }
    return this;
  }

  ComparisonSums sums() {
    SortedMap<String, BrandSums> brands = new TreeMap<>();
    cells.forEach(
        (brand, bySubject) -> {
          SortedMap<Subject, SubjectSums> subjects = new TreeMap<>();
          bySubject.forEach((subject, strata) -> subjects.put(subject, SubjectSums.of(strata)));
          brands.put(
              brand,
              new BrandSums(
                  subjects,
                  shared.get(brand),
                  judgements.get(brand),
                  answers.getOrDefault(brand, ClusterSums.NONE)));
        });
    return new ComparisonSums(Collections.unmodifiableSortedMap(brands), WinLoss.of(edges));
  }
}
