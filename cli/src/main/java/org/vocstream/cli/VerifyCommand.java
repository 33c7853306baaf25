package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.vocstream.elasticsearch.CellCheck;
import org.vocstream.elasticsearch.CellCheck.Difference;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.ScoreOverview;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ScoreCell;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the daily scores against the mentions. */
@Command(
    name = "verify",
    description = {
      "Reckons the daily scores anew from feedback and mentions and compares them with voc-scores.",
      "Exit code 1 where they differ and --repair was not given."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  scripts/voc verify --repair")
final class VerifyCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @Mixin ElasticsearchOptions elasticsearch;

  @Option(
      names = "--repair",
      description =
          "Write what should stand there, feedback that came too late included. Stop jobs that write to the index before.")
  boolean repair;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    try (ElasticsearchStack stack =
        ElasticsearchStack.open(elasticsearch.uri, WorkDirectory.ofUser(), progress::step)) {
      ElasticsearchClient client = stack.connection().client();
      Counts counts = new Counts(client);
      counts.refresh();
      CellCheck check = new CellCheck(client, zone(client));
      CellCheck.Findings findings =
          check.compare(parts -> progress.show(String.format("reading: %,d", parts)));
      progress.clear();
      long late = counts.of(VocIndex.LATE);
      out.printf(
          "%,d daily cells reckoned from %,d feedback and %,d mentions; %,d feedback came too late%n",
          findings.cells(), findings.feedback(), counts.of(VocIndex.MENTIONS), late);
      if (findings.differences().isEmpty() && late == 0) {
        out.println("voc-scores holds exactly these");
        return CommandLine.ExitCode.OK;
      }
      show(findings, out);
      if (!repair) {
        out.println("scripts/voc verify --repair puts it right");
        return findings.differences().isEmpty()
            ? CommandLine.ExitCode.OK
            : CommandLine.ExitCode.SOFTWARE;
      }
      check.repair(findings.differences(), Clock.systemUTC());
      out.printf("repaired: %,d cells written%n", findings.differences().size());
      return CommandLine.ExitCode.OK;
    }
  }

  private static ZoneId zone(ElasticsearchClient client) throws IOException {
    List<ZoneId> zones = new ScoreOverview(client).zones();
    if (zones.size() > 1) {
      throw UserError.failed(
          "the days of voc-scores were told in several time zones "
              + zones
              + ": run all jobs with one --zone, and score the history anew: scripts/voc rescore --pack PACK --zone ZONE");
    }
    return zones.isEmpty() ? ZoneId.of("UTC") : zones.get(0);
  }

  private static void show(CellCheck.Findings findings, PrintWriter out) {
    out.printf("%,d cells differ%n", findings.differences().size());
    findings.differences().stream()
        .limit(SHOWN)
        .forEach(difference -> out.println("  " + line(difference)));
    if (findings.differences().size() > SHOWN) {
      out.println("  ...");
    }
  }

  private static String line(Difference difference) {
    CellKey key = difference.stored().key();
    return String.format(
        "%s %s %s %s %s: stored %s, should be %s",
        key.day() == null ? "undated" : LocalDate.ofEpochDay(key.day()),
        key.brand(),
        key.channel(),
        key.scope().code(),
        key.code(),
        numbers(difference.stored()),
        numbers(difference.recomputed()));
  }

  private static String numbers(ScoreCell cell) {
    return cell.isEmpty()
        ? "nothing"
        : String.format(
            "%d positive, %d neutral, %d negative",
            cell.sums().positive(), cell.sums().neutral(), cell.sums().negative());
  }
}
