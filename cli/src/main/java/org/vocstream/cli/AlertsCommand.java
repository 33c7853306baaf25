package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vocstream.elasticsearch.AlertState;
import org.vocstream.elasticsearch.Alerts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists alerts, and notes what somebody has done about one. */
@Command(
    name = "alerts",
    description = {
      "Lists alerts, notes what is done about them, and replays a past period",
      "(docs/alerts.md tells how to write rules)."
    },
    mixinStandardHelpOptions = true,
    subcommands = AlertsBacktestCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = {
      "  scripts/voc alerts list",
      "  scripts/voc alerts acknowledge 'indicator-crisis|ACME|group|packaging|2026-10-13' --note 'pump supplier called'"
    })
final class AlertsCommand {
  @Spec CommandSpec spec;

  @Command(
      name = "list",
      description = "Lists alerts, the newest first, without those that are closed or withdrawn.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  scripts/voc alerts list --all")
  int list(
      @Mixin ElasticsearchOptions elasticsearch,
      @Option(names = "--all", description = "Also those that are closed or withdrawn.")
          boolean all,
      @Option(names = "--json", description = "One JSON object a line, with all fields.")
          boolean json)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (ElasticsearchStack stack = open(elasticsearch)) {
      if (json) {
        new Alerts(stack.connection().client(), Clock.systemUTC()).list(all).forEach(out::println);
      } else {
        print(out, stack.connection().client(), all);
      }
    } catch (ElasticsearchException e) {
      throw UserError.failed("Elasticsearch: " + e.getMessage(), e);
    }
    return 0;
  }

  /** Prints the alerts, or those that are neither closed nor withdrawn. */
  static void print(PrintWriter out, ElasticsearchClient client, boolean all) throws IOException {
    List<? extends JsonNode> alerts = new Alerts(client, Clock.systemUTC()).list(all);
    if (alerts.isEmpty()) {
      out.println(
          all ? "no alerts 没有预警" : "no alerts to see to 没有待处理的预警 (--all shows closed ones)");
    }
    alerts.forEach(alert -> print(out, alert));
  }

  private static void print(PrintWriter out, JsonNode alert) {
    out.printf(
        "%s to %s  %s %s  %s  %s, %s%s%n",
        alert.path("first_day").asText(),
        alert.path("last_day").asText(),
        alert.path("brand").asText(),
        alert.path("code").asText(),
        alert.path("severity").asText(),
        alert.path("state").asText(),
        alert.path("course").asText(),
        alert.path("withdrawn").asBoolean() ? ", withdrawn" : "");
    out.printf(
        "  %s: expected %.3g, seen %.3g on %s (n=%d, score %.1f); %d of %d mentions negative%n",
        alert.path("measure").asText(),
        alert.path("expected").asDouble(),
        alert.path("seen").asDouble(),
        alert.path("peak_day").asText(),
        alert.path("peak_n").asLong(),
        alert.path("score").asDouble(),
        alert.path("negative").asLong(),
        alert.path("n").asLong());
    for (JsonNode quote : alert.path("quotes")) {
      out.printf("  “%s”%n", quote.path("evidence").asText());
    }
    out.printf("  %s%n", alert.path("id").asText());
  }

  @Command(
      name = "acknowledge",
      description = "Notes that somebody sees to an alert.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  scripts/voc alerts acknowledge ID --note 'supplier called'")
  int acknowledge(@Mixin ElasticsearchOptions elasticsearch, @Mixin Remark remark)
      throws IOException, InterruptedException {
    return move(elasticsearch, remark, AlertState.ACKNOWLEDGED);
  }

  @Command(
      name = "close",
      description = "Notes that an alert is done with.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  scripts/voc alerts close ID --note 'pump changed'")
  int close(@Mixin ElasticsearchOptions elasticsearch, @Mixin Remark remark)
      throws IOException, InterruptedException {
    return move(elasticsearch, remark, AlertState.CLOSED);
  }

  /** Which alert, and what is noted of it. */
  static final class Remark {
    @Parameters(paramLabel = "ID", description = "The last line of an alert in the list.")
    String id;

    @Option(names = "--note", paramLabel = "TEXT", description = "A remark.")
    String note;

    @Option(names = "--by", paramLabel = "NAME", description = "Who. Default: the user's name.")
    String by = System.getProperty("user.name");
  }

  private int move(ElasticsearchOptions elasticsearch, Remark remark, AlertState state)
      throws IOException, InterruptedException {
    try (ElasticsearchStack stack = open(elasticsearch)) {
      Optional<String> before =
          new Alerts(stack.connection().client(), Clock.systemUTC())
              .move(remark.id, state, remark.by, remark.note);
      if (before.isEmpty()) {
        throw UserError.failed(
            "there is no alert " + remark.id + "; scripts/voc alerts list --all shows the ids");
      }
      spec.commandLine().getOut().printf("%s: %s -> %s%n", remark.id, before.get(), state.code());
    } catch (ElasticsearchException e) {
      throw UserError.failed("Elasticsearch: " + e.getMessage(), e);
    }
    return 0;
  }

  private ElasticsearchStack open(ElasticsearchOptions elasticsearch) throws InterruptedException {
    return ElasticsearchStack.open(
        elasticsearch.uri,
        WorkDirectory.ofUser(),
        Progress.onStandardError(spec.commandLine().getErr())::step);
  }
}
