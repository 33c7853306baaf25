package org.vocstream.report.contents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.elasticsearch.CellQuery;
import org.vocstream.elasticsearch.ComparisonQuestion;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.pack.NearestName;
import org.vocstream.report.ReportLanguage;
import org.vocstream.statistics.Period;

/**
 * Which report is wanted, by the words that people write in options or in a file. Immutable.
 *
 * @param brand the own brand
 * @param against its competitors, the first of them the rival whom segments are compared with
 * @param period the days, as {@link Period#parse} reads them
 * @param waveAgainst the period to tell the change since, or "previous" for the one of the same
 *     length before; null for that, too
 * @param language it is written in
 * @param pack the pack that orders and names the indicators, or null for the one that scored
 * @param indicators codes or names of the indicators that alone are shown; empty for all
 * @param values allowed values of channel, product, segment, lang, suspect, as in {@link
 *     ComparisonQuestion}
 */
public record ReportQuestion(
    String brand,
    List<String> against,
    String period,
    String waveAgainst,
    ReportLanguage language,
    String pack,
    List<String> indicators,
    Map<String, List<String>> values) {
  private static final String ALL = "all";
  private static final String PREVIOUS = "previous";
  private static final List<String> FILTERS =
      List.of("channel", "product", "segment", "lang", "suspect");

  /** Keeps copies. */
  public ReportQuestion {
    against = List.copyOf(against);
    indicators = List.copyOf(indicators);
    values = Map.copyOf(values);
    waveAgainst = waveAgainst == null ? PREVIOUS : waveAgainst;
  }

  /**
   * Says what is wrong as far as can be told without an index.
   *
   * @param today the day in the time zone that is farthest ahead
   * @return the days that it is about
   * @throws QuestionException where something is
   */
  public Period check(LocalDate today) {
    if (brand == null || brand.isBlank()) {
      throw QuestionException.wrong("brand", "is empty; name the own brand");
    }
    for (String field : new TreeMap<>(values).keySet()) {
      if (!FILTERS.contains(field)) {
        throw QuestionException.wrong(
            field, "is nothing to filter by" + NearestName.advice(field, FILTERS));
      }
    }
    if (period == null || period.isBlank()) {
      throw QuestionException.wrong(
          "period", "is empty; a report needs one: weeks (2026-W43), months (2026-10) or days");
    }
    if (against.isEmpty()) {
      throw QuestionException.wrong("against", "is empty; name at least one competitor");
    }
    ComparisonQuestion question = comparison();
    question.check();
    Period days = question.days(today);
    question.before(days);
    return days;
  }

  /** The one comparison that the report tells: all sections, judged together. */
  ComparisonQuestion comparison() {
    return new ComparisonQuestion(
        brand,
        against,
        period,
        waveAgainst,
        values,
        CellQuery.Cluster.FEEDBACK,
        false,
        false,
        false,
        Map.of(),
        List.of(ALL),
        indicators,
        pack);
  }

  /**
   * The filters, as options of {@code scripts/voc compare}.
   *
   * @param without a field that is left out; empty for none
   */
  List<String> filterOptions(String without) {
    List<String> options = new ArrayList<>();
    new TreeMap<>(values)
        .forEach(
            (field, allowed) -> {
              if (field.equals(without)) {
                return;
              }
              if (field.equals("suspect")) {
                if (allowed.equals(List.of("false"))) {
                  options.add("--without-suspects");
                }
              } else if (field.equals("channel") || field.equals("lang")) {
                options.addAll(List.of("--" + field, String.join(",", allowed)));
              } else {
                allowed.forEach(value -> options.addAll(List.of("--segment", field + "=" + value)));
              }
            });
    return options;
  }
}
