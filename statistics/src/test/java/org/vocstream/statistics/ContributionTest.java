package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vocstream.statistics.Contribution.Place;

class ContributionTest {
  private static final Place PLACE =
      new Place("A", "review", "cream", null, "zh", 20_731L, false, 1);

  @Test
  void oneFeedbackIsOneClusterOfEachOfItsCells() {
    Map<String, ScoreCell> cells =
        cells(
            PLACE,
            opinion("delivery.speed", "delivery", "delivery", "cost.time", 1),
            opinion("delivery.state", "delivery", "delivery", "benefit.service", -1),
            opinion("price", "price", "purchase", "cost.money", 0));
    assertThat(cells.keySet())
        .containsExactlyInAnyOrder(
            "brand|",
            "touchpoint|delivery",
            "touchpoint|purchase",
            "group|delivery",
            "group|price",
            "indicator|delivery.speed",
            "indicator|delivery.state",
            "value|cost",
            "value|benefit");
    assertThat(cells.get("brand|").sums()).isEqualTo(ClusterSums.of(1, 1, 1));
    assertThat(cells.get("group|delivery").sums()).isEqualTo(ClusterSums.of(1, 0, 1));
    assertThat(cells.get("indicator|delivery.speed").sums()).isEqualTo(ClusterSums.of(1, 0, 0));
    assertThat(cells.get("value|cost").sums()).isEqualTo(ClusterSums.of(1, 1, 0));
    assertThat(cells.get("brand|").benefitCost())
        .isEqualTo(SharedSums.of(ClusterSums.of(0, 0, 1), ClusterSums.of(1, 1, 0)));
    assertThat(cells.get("brand|").judgements().sums())
        .as("speed and state cancel out")
        .isEqualTo(Map.of("n", 1L, "y", 1L, "yy", 1L, "m:delivery", 1L, "m:price", 1L));
  }

  @Test
  void mentionsOfAnotherBrandStandInItsCells() {
    List<ScoreCell> cells =
        Contribution.ofMentions(
            PLACE,
            List.of(
                new Opinion("A", "price", "price", "purchase", "cost.money", 1),
                new Opinion("B", "price", "price", "purchase", "cost.money", -1),
                new Opinion(null, "price", "price", "purchase", "cost.money", -1)));
    assertThat(cells)
        .filteredOn(c -> c.key().scope() == Scope.GROUP)
        .extracting(c -> c.key().brand(), c -> c.sums().negative())
        .containsExactlyInAnyOrder(tuple("A", 0L), tuple("B", 1L));
  }

  @Test
  void theSentimentOfAFeedbackIsACellOfItsOwn() {
    assertThat(Contribution.ofSentiment(PLACE))
        .singleElement()
        .satisfies(
            cell -> {
              assertThat(cell.key().scope()).isEqualTo(Scope.FEEDBACK);
              assertThat(cell.sums()).isEqualTo(ClusterSums.of(1, 0, 0));
            });
    assertThat(
            Contribution.ofSentiment(
                new Place("A", "review", null, null, "other", 1L, false, null)))
        .as("not scored")
        .isEmpty();
  }

  @Test
  void whatIsTakenBackLeavesNoTraceInAnyOrder() {
    Random random = new Random(7);
    List<ScoreCell> changes = new ArrayList<>();
    ScoreCell expected = null;
    for (int i = 0; i < 200; i++) {
      List<Opinion> opinions = new ArrayList<>();
      for (String group : List.of("price", "delivery", "scent")) {
        for (int m = random.nextInt(4); m > 0; m--) {
          opinions.add(opinion(group, group, group, "cost.money", random.nextInt(3) - 1));
        }
      }
      Place place = new Place("A", "review", null, null, "zh", 1L, false, random.nextInt(3) - 1);
      for (ScoreCell cell : Contribution.ofMentions(place, opinions)) {
        if (cell.key().scope() == Scope.BRAND) {
          changes.add(cell);
          if (i % 2 == 0) {
            changes.add(cell.negated());
          } else {
            expected = expected == null ? cell : expected.plus(cell);
          }
        }
      }
    }
    Collections.shuffle(changes, random);
    assertThat(changes.stream().reduce(ScoreCell::plus)).contains(expected);
  }

  @Test
  void theSumsGiveTheImportanceOfTheDocumentsThemselves() {
    Random random = new Random(11);
    List<String> groups = List.of("price", "delivery", "scent");
    ImportanceSums direct = new ImportanceSums(groups);
    Judgements sums = Judgements.NONE;
    for (int i = 0; i < 500; i++) {
      Map<String, Integer> net = new HashMap<>();
      for (String group : groups) {
        if (random.nextBoolean()) {
          net.put(group, random.nextInt(3) - 1);
        }
      }
      int label = Integer.signum(net.getOrDefault("price", 0) + random.nextInt(3) - 1);
      Map<String, Double> polarities = new HashMap<>();
      net.forEach((group, polarity) -> polarities.put(group, (double) polarity));
      direct.add(polarities, label);
      sums = sums.plus(Judgements.of(label, net));
    }
    var expected = direct.effects();
    var effects = sums.importance(groups).effects();
    assertThat(effects.keySet()).isEqualTo(expected.keySet()).hasSize(3);
    effects.forEach(
        (group, effect) -> {
          assertThat(effect.value()).isCloseTo(expected.get(group).value(), within(1e-12));
          assertThat(effect.standardError())
              .isCloseTo(expected.get(group).standardError(), within(1e-12));
        });
    assertThat(effects.get("price").value()).isGreaterThan(0.4);
  }

  @Test
  void differentKeysHaveDifferentIds() {
    CellKey plain = new CellKey(Scope.GROUP, "a", "b", "review", null, null, "zh", null, false);
    assertThat(
            List.of(
                plain,
                new CellKey(Scope.GROUP, "a|b", "", "review", null, null, "zh", null, false),
                new CellKey(Scope.GROUP, "a", "b|", "review", null, null, "zh", null, false),
                new CellKey(Scope.GROUP, "a", "b%7C", "review", null, null, "zh", null, false),
                new CellKey(Scope.GROUP, "a", "b", "review", "", null, "zh", null, false),
                new CellKey(Scope.GROUP, "a", "b", "review", null, "", "zh", null, false),
                new CellKey(Scope.GROUP, "a", "b", "review", "%", null, "zh", null, false),
                new CellKey(Scope.GROUP, "a", "b", "review", null, null, "zh", null, true),
                new CellKey(Scope.GROUP, "a", "b", "review", null, null, "zh", 0L, false),
                new CellKey(Scope.INDICATOR, "a", "b", "review", null, null, "zh", null, false)))
        .extracting(CellKey::id)
        .doesNotHaveDuplicates();
  }

  private static Map<String, ScoreCell> cells(Place place, Opinion... opinions) {
    Map<String, ScoreCell> cells = new HashMap<>();
    for (ScoreCell cell : Contribution.ofMentions(place, List.of(opinions))) {
      cells.put(cell.key().scope().code() + "|" + cell.key().code(), cell);
    }
    return cells;
  }

  private static Opinion opinion(
      String indicator, String group, String touchpoint, String value, int polarity) {
    return new Opinion("A", indicator, group, touchpoint, value, polarity);
  }
}
