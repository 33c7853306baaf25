package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vocstream.scoring.Effort;
import org.vocstream.training.AccuracyPage;
import org.vocstream.training.Evaluation;
import org.vocstream.training.GoldEvaluation;
import org.vocstream.training.ScoreTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures models on labelled data, or anybody's predictions against what is true. */
@Command(
    name = "evaluate",
    description = {
      "Measures the models on held-out labelled texts, beside what is simpler; or, with --gold and --pred, anybody's predictions.",
      "docs/accuracy.md defines every measure."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc evaluate --suite cases",
      "  VOC_HEAP=4g scripts/voc evaluate --data ../shared/data --json docs/accuracy.json --markdown docs/accuracy.md",
      "  scripts/voc evaluate --gold labelled.jsonl --pred scored.jsonl"
    })
final class EvaluateCommand implements Callable<Integer> {
  /** A measure that falls by more than this is a drop. */
  private static final double MARGIN = 0.01;

  /** What can be measured. */
  enum Suite {
    SENTIMENT,
    ASPECTS,
    ENGLISH,
    CALLS,
    CASES,
    ALL
  }

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      defaultValue = "all",
      description = {
        "sentiment, aspects, english, calls, cases or all. Default: ${DEFAULT-VALUE}.",
        "english is what of the first two is English.",
        "cases are the hand-written ones and the sample feed; they need no data."
      })
  Suite suite;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:VOC_DATA}",
      description = "Folder of the labelled data, one folder per set. Default: $$VOC_DATA.")
  Path data;

  @Mixin ModelsOption models;

  @Option(
      names = "--effort",
      paramLabel = "EFFORT",
      defaultValue = "standard",
      description =
          "standard, or deep: measure once more, with the bundled encoders. Default: ${DEFAULT-VALUE}.")
  Effort effort;

  @Option(
      names = "--baselines",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Train and measure what is simpler, too. Default: yes; --no-baselines takes a minute or less.")
  boolean baselines;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the table as JSON, with digests of data and models; - for stdout.")
  String json;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Renew the table in this page, between its two marks.")
  Path markdown;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description =
          "Compare with an earlier --json on the same files; a measure worse by more than 0.01 ends with exit code 1.")
  Path against;

  @Option(
      names = "--gold",
      paramLabel = "FILE",
      description = "What is true: labelled JSON lines with id and label, aspects or mentions.")
  Path gold;

  @Option(
      names = "--pred",
      paramLabel = "FILE",
      description = "What was predicted: scoring output, or the same form as --gold.")
  Path pred;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    check();
    try {
      ScoreTable table = gold == null ? suites() : predictions();
      if (json != null) {
        writeJson(table);
      }
      if (markdown != null) {
        Files.writeString(
            markdown, AccuracyPage.bundled().renewed(Files.readString(markdown), table));
      }
      return against == null ? 0 : compare(table);
    } catch (IllegalArgumentException e) {
      throw UserError.failed(e.getMessage(), e);
    }
  }

  private void check() {
    if ((gold == null) != (pred == null)) {
      throw UserError.usage("--gold and --pred belong together; give both");
    }
    for (Path file : new Path[] {gold, pred, against, markdown}) {
      if (file != null && !Files.isRegularFile(file)) {
        throw UserError.usage(file + ": no such file");
      }
    }
    if (effort == Effort.FAST) {
      throw UserError.usage("--effort fast has no table of its own; one of standard, deep");
    }
    if (gold == null && suite != Suite.CASES) {
      if (data == null || data.toString().isEmpty()) {
        throw UserError.usage(
            "no labelled data: name their folder with --data DIR or in VOC_DATA, or measure what comes with the project: --suite cases");
      }
      TrainCommand.requireDirectory(data, "--data");
    }
  }

  private ScoreTable suites() {
    Set<Evaluation.Suite> suites =
        switch (suite) {
          case SENTIMENT -> EnumSet.of(Evaluation.Suite.SENTIMENT);
          case ASPECTS -> EnumSet.of(Evaluation.Suite.ASPECTS);
          case ENGLISH -> EnumSet.of(Evaluation.Suite.ENGLISH);
          case CALLS -> EnumSet.of(Evaluation.Suite.CALLS);
          case CASES -> EnumSet.of(Evaluation.Suite.CASES);
          case ALL -> EnumSet.allOf(Evaluation.Suite.class);
        };
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    ScoreTable table =
        new Evaluation(
                data,
                Voc.home().resolve("sample"),
                models.load(),
                effort == Effort.DEEP,
                baselines,
                progress::step)
            .measure(suites, today());
    if (table.rows().isEmpty()) {
      throw UserError.usage(
          "--data "
              + data
              + " holds none of the labelled sets; it needs a folder for each, such as zjlab_makeup/dev.jsonl");
    }
    print(table);
    return table;
  }

  private ScoreTable predictions() {
    GoldEvaluation evaluation = GoldEvaluation.of(gold, pred, today());
    print(evaluation.table());
    if (!toStandardOutput()) {
      MeasureTable.print(evaluation.confusion(), spec.commandLine().getOut());
    }
    PrintWriter err = spec.commandLine().getErr();
    tell(err, evaluation.missing(), "have no prediction in " + pred + " and count as wrong");
    tell(err, evaluation.extra(), "stand only in " + pred + " and count nothing");
    return evaluation.table();
  }

  private static void tell(PrintWriter err, List<String> ids, String what) {
    if (!ids.isEmpty()) {
      int shown = Math.min(5, ids.size());
      err.printf(
          "%,d ids %s: %s%s%n",
          ids.size(),
          what,
          String.join(", ", ids.subList(0, shown)),
          shown < ids.size() ? ", ..." : "");
    }
  }

  private void print(ScoreTable table) {
    if (!toStandardOutput()) {
      MeasureTable.print(table, spec.commandLine().getOut());
    }
  }

  private boolean toStandardOutput() {
    return "-".equals(json);
  }

  private void writeJson(ScoreTable table) throws IOException {
    if (toStandardOutput()) {
      spec.commandLine().getOut().print(table.json());
      spec.commandLine().getOut().flush();
    } else {
      Files.writeString(Path.of(json), table.json());
    }
  }

  private int compare(ScoreTable table) throws IOException {
    ScoreTable earlier = ScoreTable.read(Files.readString(against));
    List<String> drops = table.dropsSince(earlier, MARGIN);
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "compared %,d of %,d measures of %s; the others have other data or were not asked for%n",
        earlier.comparable(table).size(), earlier.rows().size(), against);
    if (drops.isEmpty()) {
      return 0;
    }
    throw UserError.failed("worse than " + against + ":\n  " + String.join("\n  ", drops));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
