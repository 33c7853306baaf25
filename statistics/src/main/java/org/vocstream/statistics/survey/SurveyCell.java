package org.vocstream.statistics.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vocstream.statistics.RatingSums;
import org.vocstream.statistics.SharedSums;

/**
 * The sums of one brand and indicator. Those of different voices add up. Immutable.
 *
 * @param performance of every answer that tells one
 * @param topTwo 100 where it is one of the two best values, else 0
 * @param expectation of every answer that tells one
 * @param got performance where the same answer also tells an expectation
 * @param wanted expectation of these answers
 * @param both what {@code got} and {@code wanted} have in common, which is every voice
 * @param scales on which it was asked
 */
record SurveyCell(
    RatingSums performance,
    RatingSums topTwo,
    RatingSums expectation,
    RatingSums got,
    RatingSums wanted,
    SharedSums both,
    SortedSet<String> scales) {

  static final SurveyCell NONE = of(List.of());

  SurveyCell {
    scales = Collections.unmodifiableSortedSet(new TreeSet<>(scales));
  }

  /** The answers of one voice. */
  static SurveyCell of(List<Rating> ratings) {
    List<Double> performance = new ArrayList<>();
    List<Double> topTwo = new ArrayList<>();
    List<Double> expectation = new ArrayList<>();
    List<Double> got = new ArrayList<>();
    List<Double> wanted = new ArrayList<>();
    SortedSet<String> scales = new TreeSet<>();
    for (Rating rating : ratings) {
      scales.add(rating.scale());
      if (rating.performance() != null) {
        performance.add(rating.performance());
      }
      if (rating.topTwo() != null) {
        topTwo.add(rating.topTwo() ? 100.0 : 0.0);
      }
      if (rating.expectation() != null) {
        expectation.add(rating.expectation());
      }
      if (rating.performance() != null && rating.expectation() != null) {
        got.add(rating.performance());
        wanted.add(rating.expectation());
      }
    }
    RatingSums gotSums = RatingSums.of(got);
    RatingSums wantedSums = RatingSums.of(wanted);
    return new SurveyCell(
        RatingSums.of(performance),
        RatingSums.of(topTwo),
        RatingSums.of(expectation),
        gotSums,
        wantedSums,
        SharedSums.of(gotSums, wantedSums),
        scales);
  }

  SurveyCell plus(SurveyCell other) {
    SortedSet<String> all = new TreeSet<>(scales);
    all.addAll(other.scales);
    return new SurveyCell(
        performance.plus(other.performance),
        topTwo.plus(other.topTwo),
        expectation.plus(other.expectation),
        got.plus(other.got),
        wanted.plus(other.wanted),
        both.plus(other.both),
        all);
  }
}
