package org.vocstream.cli;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vocstream.elasticsearch.DailyCells;
import org.vocstream.elasticsearch.Target;
import org.vocstream.feedback.CsvReader;
import org.vocstream.feedback.RawRecord;
import org.vocstream.jobs.AlertRules;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.alert.AlertEvaluation;
import org.vocstream.statistics.alert.AlertEvent;
import org.vocstream.statistics.alert.AlertRule;
import org.vocstream.statistics.alert.AlertSeries;
import org.vocstream.statistics.alert.Backtest;
import org.vocstream.statistics.alert.DayCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays a past period from the daily cells: what rules would have said, and when. */
@Command(
    name = "backtest",
    description = {
      "Replays a past period from the daily cells in voc-scores, each day judged by the days before it:",
      "alerts per week, and against a list of events what was found, how soon, and what was a false alert.",
      "The days before the period serve as history. Nothing is written."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  scripts/voc alerts backtest --from 2026-10-01 --to 2026-10-31 --events known.csv")
final class AlertsBacktestCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("brand", "indicator", "first_day", "last_day", "name");

  @Mixin ElasticsearchOptions elasticsearch;
  @Mixin AlertRulesOption rules;

  @Option(names = "--from", paramLabel = "DATE", required = true, description = "First day.")
  LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", required = true, description = "Last day.")
  LocalDate to;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = {
        "What is known to have happened: CSV with a header, brand,indicator,first_day,last_day,name;",
        "an empty indicator stands for any."
      })
  Path events;

  @Option(names = "--json", description = "The result as one JSON object.")
  boolean json;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (to.isBefore(from)) {
      throw UserError.usage("--to " + to + " is before --from " + from + "; swap the two");
    }
    AlertRules given = rules.load();
    List<Backtest.Listed> listed = events == null ? List.of() : listed(events);
    PrintWriter out = spec.commandLine().getOut();
    try (ElasticsearchStack stack =
        ElasticsearchStack.open(
            elasticsearch.uri,
            WorkDirectory.ofUser(),
            Progress.onStandardError(spec.commandLine().getErr())::step)) {
      Backtest backtest =
          Backtest.of(replay(stack, given), from.toEpochDay(), to.toEpochDay(), listed);
      if (json) {
        out.println(json(backtest, given));
      } else {
        print(out, backtest, given);
      }
    } catch (ElasticsearchException e) {
      throw UserError.failed("Elasticsearch: " + e.getMessage(), e);
    }
    return 0;
  }

  /** The events of every rule in every series up to the last day of the period. */
  private List<AlertEvent> replay(ElasticsearchStack stack, AlertRules given) throws IOException {
    TreeMap<String, Replay> replays = new TreeMap<>();
    try (DailyCells cells =
        new DailyCells(
            stack.connection().client(),
            Target.current(),
            given.rules().stream().map(AlertRule::scope).collect(Collectors.toSet()),
            null,
            to.toEpochDay())) {
      while (cells.hasNext()) {
        ScoreCell cell = cells.next();
        CellKey key = cell.key();
        AlertSeries series = new AlertSeries(key.brand(), key.scope(), key.code());
        for (AlertRule rule : given.rules()) {
          if (rule.watches(series) && rule.counts(key.channel(), key.suspect())) {
            replays
                .computeIfAbsent(
                    rule.code() + "|" + series.key(),
                    k -> new Replay(rule, series, new TreeMap<>()))
                .days
                .merge(
                    key.day(),
                    new DayCounts(key.day(), cell.sums().n(), cell.sums().negative()),
                    DayCounts::plus);
          }
        }
      }
    }
    List<AlertEvent> events = new ArrayList<>();
    for (Replay replay : replays.values()) {
      events.addAll(
          AlertEvaluation.events(replay.rule, replay.series, replay.days, to.toEpochDay()));
    }
    return events;
  }

  private record Replay(AlertRule rule, AlertSeries series, TreeMap<Long, DayCounts> days) {}

  private void print(PrintWriter out, Backtest backtest, AlertRules given) {
    out.printf(
        "%s to %s, rules %s: %d alerts, %.2f a week%n",
        from, to, given.id(), backtest.events().size(), backtest.perWeek());
    backtest.events().forEach(event -> out.println("  " + line(event)));
    if (events == null) {
      return;
    }
    long found = backtest.found().stream().filter(f -> f.alert() != null).count();
    out.printf("listed events 已知事件: %d of %d found%n", found, backtest.found().size());
    for (Backtest.Found each : backtest.found()) {
      out.printf(
          "  %s: %s%n",
          each.listed().name(),
          each.alert() == null
              ? "missed 漏报"
              : "found " + lead(each.leadDays()) + ": " + line(each.alert()));
    }
    out.printf("false alerts 误报: %d%n", backtest.unlisted().size());
    backtest.unlisted().forEach(event -> out.println("  " + line(event)));
  }

  private static String lead(long days) {
    if (days == 0) {
      return "on its first day";
    }
    return Math.abs(days)
        + (Math.abs(days) == 1 ? " day " : " days ")
        + (days < 0 ? "before" : "after")
        + " its first day";
  }

  private static String line(AlertEvent event) {
    return "%s to %s  %s %s  %s %s  %s: expected %.3g, seen %.3g (n=%d, score %.1f)"
        .formatted(
            LocalDate.ofEpochDay(event.firstDay()),
            LocalDate.ofEpochDay(event.lastDay()),
            event.series().brand(),
            event.series().code(),
            event.severity().code(),
            event.severity().label(),
            event.peak().measure().code(),
            event.peak().expected(),
            event.peak().seen(),
            event.peak().n(),
            event.peak().score());
  }

  private ObjectNode json(Backtest backtest, AlertRules given) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("from", from.toString()).put("to", to.toString()).put("rules", given.id());
    json.put("alerts_per_week", backtest.perWeek());
    backtest.events().forEach(event -> json.withArray("alerts").add(event.id()));
    for (Backtest.Found each : backtest.found()) {
      ObjectNode found = json.withArray("listed").addObject().put("name", each.listed().name());
      found.put("found", each.alert() != null);
      if (each.alert() != null) {
        found.put("alert", each.alert().id()).put("lead_days", each.leadDays());
      }
    }
    if (events != null) {
      json.putArray("false_alerts");
      backtest.unlisted().forEach(event -> json.withArray("false_alerts").add(event.id()));
    }
    return json;
  }

  private static List<Backtest.Listed> listed(Path file) throws IOException {
    List<Backtest.Listed> listed = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    try (CsvReader rows = new CsvReader(Files.newInputStream(file), file.toString(), ',')) {
      if (!rows.header().containsAll(COLUMNS)) {
        throw UserError.usage(file + ": the header must name " + String.join(", ", COLUMNS));
      }
      for (RawRecord row = rows.next(); row != null; row = rows.next()) {
        if (row.problem() != null) {
          throw UserError.usage(row.origin() + ": " + row.problem());
        }
        JsonNode cells = mapper.readTree(row.json());
        listed.add(
            new Backtest.Listed(
                cells.path("name").asText(),
                cells.path("brand").asText(),
                cells.path("indicator").asText(),
                day(row, cells, "first_day"),
                day(row, cells, "last_day")));
      }
    }
    return listed;
  }

  private static long day(RawRecord row, JsonNode cells, String column) {
    try {
      return LocalDate.parse(cells.path(column).asText()).toEpochDay();
    } catch (DateTimeParseException e) {
      throw UserError.usage(
          row.origin()
              + ": "
              + column
              + " must be a date like 2026-10-12, not \""
              + cells.path(column).asText()
              + "\"");
    }
  }
}
