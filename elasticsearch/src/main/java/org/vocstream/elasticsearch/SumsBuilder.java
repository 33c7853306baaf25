package org.vocstream.elasticsearch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Judgements;
import org.vocstream.statistics.SharedSums;
import org.vocstream.statistics.comparison.BrandSums;
import org.vocstream.statistics.comparison.Stratum;
import org.vocstream.statistics.comparison.Subject;
import org.vocstream.statistics.comparison.SubjectSums;

/** The sums of one brand as they come in. For one thread. */
final class SumsBuilder {
  private final Map<Subject, ClusterSums> totals = new HashMap<>();
  private final Map<Subject, Map<Stratum, ClusterSums>> strata = new HashMap<>();
  private final Map<String, Long> judgements = new HashMap<>();
  private SharedSums benefitCost = SharedSums.NONE;
  private ClusterSums answers = ClusterSums.NONE;

  void addTotal(Subject subject, ClusterSums sums) {
    totals.merge(subject, sums, ClusterSums::plus);
  }

  void addStratum(Subject subject, Stratum stratum, ClusterSums sums) {
    strata.computeIfAbsent(subject, s -> new HashMap<>()).merge(stratum, sums, ClusterSums::plus);
  }

  void add(SharedSums shared) {
    benefitCost = benefitCost.plus(shared);
  }

  void addJudgement(String name, long sum) {
    judgements.merge(name, sum, Long::sum);
  }

  void addAnswers(ClusterSums more) {
    answers = answers.plus(more);
  }

  BrandSums build() {
    SortedMap<Subject, SubjectSums> subjects = new TreeMap<>();
    totals.forEach(
        (subject, total) ->
            subjects.put(
                subject,
                new SubjectSums(total, new TreeMap<>(strata.getOrDefault(subject, Map.of())))));
    judgements.values().removeAll(Set.of(0L));
    return new BrandSums(subjects, benefitCost, new Judgements(judgements), answers);
  }
}
