package org.vocstream.report.contents;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.elasticsearch.ScoreFilter;
import org.vocstream.elasticsearch.TrendQuery;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.comparison.Subject;

/**
 * Asks how subjects went over the preceding periods, from the daily cells. Safe for several
 * threads.
 */
final class PeriodTrendQuery {
  /** Periods before the one of the report, at the most. */
  private static final int PERIODS_BEFORE = 5;

  private final TrendQuery trends;

  PeriodTrendQuery(ElasticsearchClient client) {
    this.trends = new TrendQuery(client);
  }

  /** How these subjects went, up to the period of the filter; silent periods first are left out. */
  PeriodTrend trend(List<Subject> subjects, List<String> brands, ScoreFilter filter)
      throws IOException {
    List<Period> periods = new ArrayList<>(List.of(filter.period()));
    for (int i = 0; i < PERIODS_BEFORE; i++) {
      periods.add(0, periods.get(0).previous());
    }
    Period all = new Period(periods.get(0).from(), filter.period().to(), 0);
    Map<Subject, Map<String, List<ClusterSums>>> sums = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      Map<String, List<ClusterSums>> byBrand = new LinkedHashMap<>();
      trends
          .trend(brands, subject, TrendQuery.Step.DAY, filter.in(all))
          .forEach((brand, days) -> byBrand.put(brand, byPeriod(days, periods)));
      sums.put(subject, byBrand);
    }
    int silent = 0;
    while (silent < PERIODS_BEFORE && isSilent(sums.get(Subject.BRAND), silent)) {
      silent++;
    }
    int from = silent;
    sums.replaceAll(
        (subject, byBrand) -> {
          Map<String, List<ClusterSums>> later = new LinkedHashMap<>();
          byBrand.forEach((b, of) -> later.put(b, List.copyOf(of.subList(from, of.size()))));
          return later;
        });
    return new PeriodTrend(periods.subList(from, periods.size()), sums);
  }

  private static boolean isSilent(Map<String, List<ClusterSums>> brands, int period) {
    return brands.values().stream().allMatch(of -> of.get(period).n() == 0);
  }

  /** Days of different periods have no feedback in common: their sums add up. */
  private static List<ClusterSums> byPeriod(List<TrendQuery.Point> days, List<Period> periods) {
    List<ClusterSums> sums = new ArrayList<>(Collections.nCopies(periods.size(), ClusterSums.NONE));
    for (TrendQuery.Point day : days) {
      for (int i = 0; i < periods.size(); i++) {
        if (!day.days().from().isBefore(periods.get(i).from())
            && day.days().from().isBefore(periods.get(i).to())) {
          sums.set(i, sums.get(i).plus(day.sums()));
        }
      }
    }
    return sums;
  }
}
