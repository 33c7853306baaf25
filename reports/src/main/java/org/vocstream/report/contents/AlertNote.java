package org.vocstream.report.contents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import org.vocstream.pack.Names;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.Subject;

/**
 * What a report tells of an alert. Immutable.
 *
 * @param brand whose
 * @param subject of what
 * @param rule name of the rule
 * @param severity {@code warning}, {@code serious}, {@code critical}
 * @param days first to last day
 * @param window the days whose feedback it was reckoned from
 * @param measure {@code negative_share}, {@code negative_volume}, {@code volume}
 * @param expected by its own past
 * @param seen on the worst day
 * @param score how far that stands out
 * @param n mentions of that day
 */
record AlertNote(
    String brand,
    Subject subject,
    Names rule,
    String severity,
    Period days,
    Period window,
    String measure,
    double expected,
    double seen,
    double score,
    long n) {
  /** What stands out most comes first. */
  static final Comparator<AlertNote> BY_SEVERITY =
      Comparator.comparingDouble((AlertNote alert) -> -alert.score)
          .thenComparing(AlertNote::brand)
          .thenComparing(AlertNote::subject)
          .thenComparing(alert -> alert.rule.en())
          .thenComparing(alert -> alert.days.from());

  /** Reads a document of {@code voc-alerts}. */
  static AlertNote of(JsonNode alert) {
    LocalDate last = day(alert, "last_day");
    return new AlertNote(
        alert.path("brand").asText(),
        new Subject(Scope.of(alert.path("scope").asText()), alert.path("code").asText()),
        new Names(alert.at("/rule_label/zh").asText(), alert.at("/rule_label/en").asText()),
        alert.path("severity").asText(),
        Period.ofDays(day(alert, "first_day"), last),
        Period.ofDays(day(alert, "window_from"), last),
        alert.path("measure").asText(),
        alert.path("expected").asDouble(),
        alert.path("seen").asDouble(),
        alert.path("score").asDouble(),
        alert.path("peak_n").asLong());
  }

  private static LocalDate day(JsonNode alert, String field) {
    return LocalDate.parse(alert.path(field).asText());
  }
}
