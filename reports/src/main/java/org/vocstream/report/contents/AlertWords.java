package org.vocstream.report.contents;

import java.util.List;
import org.vocstream.report.Cell;
import org.vocstream.report.Unit;

/** How a report speaks of alerts. Immutable. */
final class AlertWords {
  private final Terms terms;

  AlertWords(Terms terms) {
    this.terms = terms;
  }

  String sentence(AlertNote alert) {
    return terms.say(
        "alert",
        "brand",
        alert.brand(),
        "subject",
        terms.fullName(alert.subject()),
        "rule",
        terms.language().of(alert.rule()),
        "severity",
        severity(alert),
        "days",
        alert.days(),
        "measure",
        measure(alert),
        "expected",
        unit(alert).of(alert.expected()),
        "seen",
        unit(alert).of(alert.seen()),
        "n",
        Terms.count(alert.n()));
  }

  List<String> columns() {
    return List.of(
        terms.say("column.brand"),
        terms.say("column.subject"),
        terms.say("column.rule"),
        terms.say("column.severity"),
        terms.say("column.days"),
        terms.say("column.measure"),
        terms.say("column.expected"),
        terms.say("column.seen"),
        terms.say("column.n"));
  }

  List<Cell> cells(AlertNote alert) {
    return List.of(
        Cell.text(alert.brand()),
        Cell.text(terms.fullName(alert.subject())),
        Cell.text(terms.language().of(alert.rule())),
        Cell.text(severity(alert)),
        Cell.text(alert.days().toString()),
        Cell.text(measure(alert)),
        new Cell.Amount(alert.expected(), unit(alert)),
        new Cell.Amount(alert.seen(), unit(alert)),
        Cell.count(alert.n()));
  }

  private String severity(AlertNote alert) {
    return switch (alert.severity()) {
      case "critical" -> terms.say("alert.critical");
      case "serious" -> terms.say("alert.serious");
      default -> terms.say("alert.warning");
    };
  }

  private String measure(AlertNote alert) {
    return switch (alert.measure()) {
      case "negative_share" -> terms.say("alert.negative.share");
      case "negative_volume" -> terms.say("alert.negative.volume");
      default -> terms.say("alert.volume");
    };
  }

  private static Unit unit(AlertNote alert) {
    return alert.measure().equals("negative_share") ? Unit.SHARE : Unit.POINTS;
  }
}
