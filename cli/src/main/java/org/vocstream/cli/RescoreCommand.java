package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.vocstream.elasticsearch.Generation;
import org.vocstream.elasticsearch.GenerationDiff;
import org.vocstream.elasticsearch.Generations;
import org.vocstream.elasticsearch.RescoreDiff;
import org.vocstream.elasticsearch.ScoreOverview;
import org.vocstream.jobs.RescoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores history anew, shows what that changes, and switches over. */
@Command(
    name = "rescore",
    description = {
      "Scores all stored feedback anew with another pack or other models, into a generation that nobody reads yet; shows what that changes; switches over.",
      "Dashboards see the old scores until the switch and the new ones after it, never a mixture. The old generation stays until it is dropped."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc rescore --pack cosmetics --diff",
      "      makes the new generation and lists what has flipped",
      "  scripts/voc rescore --switch",
      "      rescores what has come in since, and switches over",
      "  scripts/voc rescore --list",
      "  scripts/voc rescore --drop 1"
    })
final class RescoreCommand implements Callable<Integer> {
  @Mixin ElasticsearchOptions elasticsearch;

  @Option(
      names = "--pack",
      paramLabel = "PACK",
      description =
          "Make a new generation with this pack: a bundled one (scripts/voc packs list) or a pack file.")
  String pack;

  @Mixin EffortOptions effort;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "With --pack: time zone of the days of voc-scores, such as Asia/Shanghai. Default: the one in which they are told now.")
  String zone;

  @Option(
      names = "--diff",
      description =
          "Show what the new generation changes: mentions gone, new and flipped per indicator, and indices; of the two latest where it is in use already.")
  boolean diff;

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "3",
      description = "Examples for each indicator and kind of change. Default: ${DEFAULT-VALUE}.")
  int examples;

  @Option(names = "--json", description = "With --diff: as JSON.")
  boolean json;

  @Option(
      names = "--switch",
      description = "Use the new generation from now on, after what has come in since is rescored.")
  boolean switchOver;

  @Option(names = "--list", description = "List the generations.")
  boolean list;

  @Option(
      names = "--drop",
      paramLabel = "GENERATION",
      description = "Delete a generation that is not in use, by its number.")
  Integer drop;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Subtasks that score and index. Default: the processors, at most 4.")
  int parallelism = Math.min(4, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--retry-for",
      paramLabel = "SECONDS",
      defaultValue = "900",
      description =
          "How long to wait for an Elasticsearch that is away before it fails. Default: ${DEFAULT-VALUE}.")
  long retryForSeconds;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WorkDirectory work = WorkDirectory.ofUser();
    check();
    PackOption packOption = new PackOption();
    packOption.pack = pack;
    if (pack != null) {
      packOption.load();
      effort.load();
    }
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    Files.createDirectories(work.root());
    try (FileChannel file =
            FileChannel.open(
                work.root().resolve("rescore.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      if (lock == null) {
        throw UserError.failed(
            "a rescoring is running already; wait for it, or stop it with Ctrl-C where it was started");
      }
      try (ElasticsearchStack stack =
          ElasticsearchStack.open(elasticsearch.uri, work, progress::step)) {
        Generations generations = new Generations(stack.connection().client());
        // With --json nothing but the JSON stands on standard output.
        RescoreRun run =
            new RescoreRun(stack, work, json ? spec.commandLine().getErr() : out, progress);
        if (pack != null) {
          run.build(
              new RescoreOptions(
                  packOption.name(),
                  effort.load(),
                  null,
                  effort.competitors,
                  zone(stack),
                  stack.uri(),
                  parallelism,
                  retryFor()));
        }
        if (diff) {
          showDiff(stack, generations.all(), out, progress);
        }
        if (switchOver) {
          Generation made = newest(generations.all());
          run.switchTo(
              made,
              RescoreOptions.of(made.provenance().options(), stack.uri(), parallelism, retryFor()));
        }
        if (drop != null) {
          run.drop(drop);
        }
        if (list) {
          new GenerationTable(stack.connection().client()).print(out);
        }
      }
    }
    return 0;
  }

  private void check() {
    if (pack == null && !diff && !switchOver && !list && drop == null) {
      throw UserError.usage(
          "nothing to do: give --pack to rescore, --diff, --switch, --list or --drop (see voc rescore --help)");
    }
    if (json && !diff) {
      throw UserError.usage("--json is a form of --diff; give that, too");
    }
    if (examples < 0 || examples > 1_000) {
      throw UserError.usage("--examples " + examples + ": 0 to 1000");
    }
    if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
      throw UserError.usage("--zone " + zone + " is no time zone; write one such as Asia/Shanghai");
    }
    if (parallelism < 1 || parallelism > 128) {
      throw UserError.usage("--parallelism " + parallelism + ": 1 to 128");
    }
  }

  private String zone(ElasticsearchStack stack) throws IOException {
    if (zone != null) {
      return zone;
    }
    List<ZoneId> told = new ScoreOverview(stack.connection().client()).zones();
    if (told.size() > 1) {
      throw UserError.usage(
          "the days of voc-scores were told in several time zones "
              + told
              + ": choose one with --zone");
    }
    return told.isEmpty() ? "UTC" : told.get(0).getId();
  }

  private Duration retryFor() {
    return Duration.ofSeconds(retryForSeconds);
  }

  /** The generation that rescoring made last and that is not in use yet. */
  private static Generation newest(List<Generation> all) {
    return all.stream()
        .filter(g -> !g.current() && g.provenance() != null && g.provenance().complete())
        .filter(g -> all.stream().noneMatch(c -> c.current() && c.number() > g.number()))
        .max(Comparator.comparingInt(Generation::number))
        .orElseThrow(
            () ->
                UserError.failed(
                    "there is no new generation: scripts/voc rescore --pack PACK makes one"));
  }

  private void showDiff(
      ElasticsearchStack stack, List<Generation> all, PrintWriter out, Progress progress)
      throws IOException {
    List<Generation> complete = all.stream().filter(g -> !g.isHalfBuilt()).toList();
    int last = complete.size() - 1;
    if (last < 1) {
      throw UserError.failed(
          "there is one generation alone, and nothing to compare it with: scripts/voc rescore --pack PACK makes another");
    }
    // Before the switch the one in use stands against the newest, after it against the one before.
    Generation after = complete.get(last);
    Generation before =
        after.current()
            ? complete.get(last - 1)
            : complete.stream().filter(Generation::current).findFirst().orElseThrow();
    RescoreDiff found =
        new GenerationDiff(stack.connection().client())
            .compare(
                before,
                after,
                examples,
                compared -> progress.show(String.format("comparing: %,d feedback", compared)));
    progress.clear();
    if (json) {
      out.println(DiffJson.of(before, after, found));
    } else {
      new DiffTable(before, after, found).print(out);
    }
    out.flush();
  }
}
