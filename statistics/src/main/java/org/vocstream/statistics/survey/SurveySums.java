package org.vocstream.statistics.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.NetPromoterScore;
import org.vocstream.statistics.SharedSums;
import org.vocstream.statistics.survey.Sheet.Side;

/**
 * Sums up what respondents answered, one respondent after the other: all that one has answered, on
 * whatever brands and in whatever waves, is one voice. For one thread.
 */
public final class SurveySums {
  /** The code under which the answers on all indicators are summed. */
  public static final String ALL = "";

  private final Map<Key, SurveyCell> cells = new HashMap<>();
  private final Map<Pair, SharedSums> shared = new HashMap<>();
  private final Map<Key, ClusterSums> nps = new HashMap<>();
  private final SortedSet<String> indicators = new TreeSet<>();
  private final SortedMap<String, SurveySample> samples = new TreeMap<>();

  private record Key(Side side, String brand, String indicator) {}

  private record Pair(Key one, Key other) {}

  /** Adds all the sheets of one respondent. */
  public void add(List<Sheet> ofOneVoice) {
    Map<Key, List<Rating>> given = new HashMap<>();
    Set<String> brands = new HashSet<>();
    Map<Key, List<Integer>> recommended = new HashMap<>();
    for (Sheet sheet : ofOneVoice) {
      if (sheet.side() == Side.NOW) {
        samples
            .computeIfAbsent(sheet.brand(), brand -> new SurveySample())
            .add(sheet, brands.add(sheet.brand()));
      }
      for (Rating rating : sheet.ratings()) {
        indicators.add(rating.indicator());
        for (String code : List.of(rating.indicator(), ALL)) {
          given
              .computeIfAbsent(new Key(sheet.side(), sheet.brand(), code), key -> new ArrayList<>())
              .add(rating);
        }
      }
      if (sheet.nps() != null) {
        recommended
            .computeIfAbsent(new Key(sheet.side(), sheet.brand(), ALL), key -> new ArrayList<>())
            .add(sheet.nps());
      }
    }
    Map<Key, SurveyCell> own = new HashMap<>();
    given.forEach((key, ratings) -> own.put(key, SurveyCell.of(ratings)));
    own.forEach((key, cell) -> cells.merge(key, cell, SurveyCell::plus));
    recommended.forEach((key, answers) -> nps.merge(key, cluster(answers), ClusterSums::plus));
    if (own.size() > 2) {
      share(own);
    }
  }

  /** What one voice says of two brands, or of one at two times, goes together. */
  private void share(Map<Key, SurveyCell> own) {
    own.forEach(
        (one, cell) ->
            own.forEach(
                (other, its) -> {
                  boolean brands = one.side == Side.NOW && other.side == Side.NOW;
                  boolean waves = one.side != other.side && one.brand.equals(other.brand);
                  if (one.indicator.equals(other.indicator)
                      && (waves || (brands && !one.brand.equals(other.brand)))
                      && cell.performance().n() > 0
                      && its.performance().n() > 0) {
                    shared.merge(
                        new Pair(one, other),
                        SharedSums.of(cell.performance(), its.performance()),
                        SharedSums::plus);
                  }
                }));
  }

  private static ClusterSums cluster(List<Integer> answers) {
    int promoters = 0;
    int passives = 0;
    int detractors = 0;
    for (int answer : answers) {
      ClusterSums one = NetPromoterScore.answer(answer);
      promoters += (int) one.positive();
      passives += (int) one.neutral();
      detractors += (int) one.negative();
    }
    return ClusterSums.of(promoters, passives, detractors);
  }

  /** Codes of all indicators that were asked for, in order. */
  public SortedSet<String> indicators() {
    return Collections.unmodifiableSortedSet(indicators);
  }

  /** Who answered, by brand; a brand on which nobody did is missing. */
  public SortedMap<String, SurveySample> samples() {
    return Collections.unmodifiableSortedMap(samples);
  }

  SurveyCell cell(Side side, String brand, String indicator) {
    return cells.getOrDefault(new Key(side, brand, indicator), SurveyCell.NONE);
  }

  ClusterSums nps(Side side, String brand) {
    return nps.getOrDefault(new Key(side, brand, ALL), ClusterSums.NONE);
  }

  /** What the performance of two brands has in common. */
  SharedSums brands(String one, String other, String indicator) {
    return shared(new Key(Side.NOW, one, indicator), new Key(Side.NOW, other, indicator));
  }

  /** What the performance of a brand now and before has in common. */
  SharedSums waves(String brand, String indicator) {
    return shared(new Key(Side.NOW, brand, indicator), new Key(Side.BEFORE, brand, indicator));
  }

  private SharedSums shared(Key one, Key other) {
    return shared.getOrDefault(new Pair(one, other), SharedSums.NONE);
  }
}
