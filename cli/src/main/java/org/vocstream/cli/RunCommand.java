package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.jobs.AlertRules;
import org.vocstream.jobs.FeedbackScoringOptions;
import org.vocstream.jobs.FeedbackScoringOptions.Secret;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.settings.SettingFile;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.suspect.SuspectOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the Flink scoring job over the input, into Elasticsearch. */
@Command(
    name = "run",
    description = {
      "Runs the Flink scoring job over the input, into Elasticsearch, and counts what became of"
          + " every record.",
      "The same input again overwrites the same documents; nothing counts twice."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc run --once --pack cosmetics --input reviews.jsonl --channel review --brand"
          + " demo",
      "  scripts/voc run --pack cosmetics --input inbox/ --watch",
      "  scripts/voc run --pack cosmetics --kafka localhost:9092"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin InputOptions input;
  @Mixin KafkaReadingOptions kafka;
  @Mixin ElasticsearchOptions elasticsearch;

  @Mixin PackOption pack;

  @Mixin EffortOptions effort;

  @Mixin AlertRulesOption alerts;

  @Option(
      names = "--once",
      description = {
        "Stop everything that was started when the input is done; else keep serving until Ctrl-C.",
        "With --kafka: read what is there now and stop; else go on until Ctrl-C."
      })
  boolean once;

  @Option(
      names = "--watch",
      description =
          "Go on and take in files that are moved into the input directory later, until Ctrl-C.")
  boolean watch;

  @Option(
      names = "--watch-settings",
      description =
          "Go on looking at the files of --pack and --competitors: a later version takes effect at once, without a restart.")
  boolean watchSettings;

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
          "How long to wait for an Elasticsearch that is away before the job fails. Default:"
              + " ${DEFAULT-VALUE}.")
  long retryForSeconds;

  @Option(
      names = "--suspect-window",
      paramLabel = "DAYS",
      defaultValue = "30",
      description =
          "How many days after a feedback a copy of it is found; each feedback takes memory for so"
              + " long. Default: ${DEFAULT-VALUE}.")
  long suspectWindowDays;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description =
          "Serve metrics for Prometheus at http://127.0.0.1:PORT/metrics while the job runs"
              + " (docs/monitoring.md).")
  Integer metricsPort;

  @Mixin PageOption page;
  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WorkDirectory work = WorkDirectory.ofUser();
    check();
    // Before anything is started: what is wrong with input and pack is said at once.
    pack.load();
    ScoringOptions scoring = effort.load();
    List<SettingFile> watched = watchedSettings();
    AlertRules rules = alerts.load();
    List<Path> files = files();
    EnvelopeOptions envelope = input.envelope();
    Secret hashKey = work.hashKey();
    Customers customers = input.customers(new KeyedHash(hashKey.bytes()));
    KafkaOptions topics = kafka.load(!once);
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    try (ElasticsearchStack stack =
        ElasticsearchStack.open(elasticsearch.uri, work, progress::step)) {
      List<Path> paths = new ArrayList<>(kafka.isGiven() ? List.of() : input.paths());
      if (input.readsStandardInput()) {
        Path spooled = input.standardInput().spool(work);
        paths.add(spooled);
        files = new ArrayList<>(files);
        files.add(spooled);
      }
      FeedbackScoringOptions options =
          new FeedbackScoringOptions(
              paths,
              watch,
              topics,
              pack.name(),
              scoring,
              watched,
              null,
              envelope,
              hashKey,
              customers,
              stack.uri(),
              parallelism,
              rules,
              Duration.ofSeconds(retryForSeconds),
              SuspectOptions.within(Duration.ofDays(suspectWindowDays)));
      new ScoringRun(stack, work, out, progress, Clock.systemUTC())
          .toEnd(
              options,
              files,
              metricsPort == null ? Map.of() : MetricsEndpointFactory.settings(metricsPort));
      if (!once) {
        Serving.withPage(stack, page, out);
      }
    }
    return 0;
  }

  private List<SettingFile> watchedSettings() {
    try {
      return watchSettings ? SettingFile.watched(pack.name(), effort.competitorsName()) : List.of();
    } catch (IllegalArgumentException e) {
      throw UserError.usage(e.getMessage());
    }
  }

  private List<Path> files() {
    if (kafka.isGiven()) {
      return List.of();
    }
    return watch ? input.filesSoFar() : input.files();
  }

  private void check() {
    page.check();
    if (kafka.isGiven() && !input.inputs.isEmpty()) {
      throw UserError.usage("--input is for files and --kafka for topics; give one of the two");
    }
    if (kafka.isGiven() && watch) {
      throw UserError.usage(
          "--watch is for files; --kafka goes on by itself unless --once is given");
    }
    if (once && watch) {
      throw UserError.usage(
          "--once ends when the input is done, --watch never does; give one of the two");
    }
    if (watchSettings && !watch && (!kafka.isGiven() || once)) {
      throw UserError.usage(
          "--watch-settings is for a job that goes on; give --watch, or --kafka without --once");
    }
    if (watch && input.readsStandardInput()) {
      throw UserError.usage("--watch watches a directory; standard input cannot be watched");
    }
    if (suspectWindowDays < 1 || suspectWindowDays > 3650) {
      throw UserError.usage("--suspect-window " + suspectWindowDays + ": 1 to 3650 days");
    }
    if (metricsPort != null && !MetricsEndpoint.canListen(metricsPort)) {
      throw UserError.usage(
          "--metrics-port "
              + metricsPort
              + ": the port is taken, or none; name another, 1 to 65535");
    }
    if (parallelism < 1 || parallelism > 128) {
      throw UserError.usage("--parallelism " + parallelism + ": 1 to 128");
    }
  }
}
