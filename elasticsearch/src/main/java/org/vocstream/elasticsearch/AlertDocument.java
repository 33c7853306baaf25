package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.vocstream.statistics.alert.Alert;
import org.vocstream.statistics.alert.AlertEvent;
import org.vocstream.statistics.alert.AlertRule;
import org.vocstream.statistics.alert.AlertThresholds;
import org.vocstream.statistics.alert.Deviation;

/**
 * The document of an alert in {@code voc-alerts}, as far as it is evaluated: what people have done
 * about it (state, note) stands beside it and is not touched. The same alert gives the same
 * document but for {@code ingested_at}.
 */
public final class AlertDocument {
  private AlertDocument() {}

  /**
   * Writes the document.
   *
   * @param clock tells {@code ingested_at}
   */
  public static ObjectNode of(Alert alert, Clock clock) {
    AlertRule rule = alert.rule();
    AlertEvent event = alert.event();
    Deviation peak = event.peak();
    AlertThresholds thresholds = rule.thresholds();
    return new Fields()
        .put("id", event.id())
        .put("rule", rule.code())
        .put("rule_label", new Fields().put("zh", rule.zh()).put("en", rule.en()))
        .put("rules", alert.rules())
        .put(
            "thresholds",
            new Fields()
                .put("minimum_n", thresholds.minimumN())
                .put("history_days", thresholds.historyDays())
                .put("open", thresholds.open())
                .put("clear", thresholds.clear())
                .put("quiet_days", thresholds.quietDays())
                .put("margin_points", thresholds.marginPoints())
                .put("margin_mentions", thresholds.marginMentions()))
        .put("brand", event.series().brand())
        .put("scope", event.series().scope().code())
        .put("code", event.series().code())
        .put("brand_code", event.series().brand() + "|" + event.series().code())
        .put("first_day", day(event.firstDay()))
        .put("last_day", day(event.lastDay()))
        .put("peak_day", day(event.peakDay()))
        .put("window_from", day(event.windowFrom()))
        .put("measure", peak.measure().code())
        .put("expected", peak.expected())
        .put("seen", peak.seen())
        .put("peak_days", peak.days())
        .put("peak_n", peak.n())
        .put("score", peak.score())
        .put("severity", event.severity().code())
        .put("course", event.course().code())
        .put("n", event.n())
        .put("negative", event.negative())
        .put("withdrawn", alert.withdrawn())
        .put("link", link(event))
        .put("ingested_at", clock.instant())
        .json();
  }

  /** Address of the mentions behind an alert, relative to the page that shows them. */
  static String link(AlertEvent event) {
    String code = event.series().code();
    return "?brand="
        + encoded(event.series().brand())
        + (code.isEmpty() ? "" : "&" + event.series().scope().code() + "=" + encoded(code))
        + "&from="
        + day(event.windowFrom())
        + "&to="
        + day(event.lastDay());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String day(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }
}
