package org.vocstream.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.survey.AnswerTable;
import org.vocstream.survey.AnswerTableException;
import org.vocstream.survey.CsvAnswers;
import org.vocstream.survey.Questionnaire;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes envelopes of exported answers to a questionnaire, for score and run. */
@Command(
    name = "import-surveys",
    description = {
      "Makes envelopes (JSON lines) of the answers to a questionnaire, exported as CSV (UTF-8, UTF-16, GBK) or XLSX (first sheet):",
      "a row is one sheet of answers. A file says which column holds what (docs/surveys.md). Personal data in open answers is masked.",
      "A row that cannot be used is told with its reason and kept; exit code 1 where there is one."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc import-surveys 2026Q3.xlsx --questionnaire csat.yaml --out answers.jsonl",
      "  scripts/voc run --once --pack cosmetics --input answers.jsonl"
    })
final class ImportSurveysCommand implements Callable<Integer> {
  /** A table is held in memory. */
  private static final long MAX_BYTES = 64L << 20;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Exports (.csv, .tsv, .xlsx).")
  List<Path> files;

  @Option(
      names = "--questionnaire",
      required = true,
      paramLabel = "FILE",
      description = "What the columns mean (YAML, docs/surveys.md).")
  Path questionnaire;

  @Option(
      names = {"--out", "--output"},
      required = true,
      paramLabel = "PATH",
      description =
          "File of envelopes to write, a directory for a file named by the questionnaire, or - for standard output. What could not be used stands beside it, in FILE.dead-letters.")
  String out;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Questionnaire read = Questionnaire.read(questionnaire);
    List<AnswerTable> tables = new ArrayList<>();
    for (Path file : files) {
      tables.add(table(file));
    }
    SurveyImporting importing =
        new SurveyImporting(
            read,
            new KeyedHash(WorkDirectory.ofUser().hashKey().bytes()),
            Progress.onStandardError(spec.commandLine().getErr()));
    if (out.equals("-")) {
      Writer writer =
          new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
      importing.run(tables, writer, null);
      writer.flush();
    } else {
      Path target = Path.of(out).toAbsolutePath();
      toFile(
          importing,
          tables,
          Files.isDirectory(target) ? target.resolve(read.name() + ".jsonl") : target);
    }
    importing.summarise();
    return importing.refused() == 0 && importing.imported() > 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** Written beside and moved into place, so that nobody reads half a result. */
  private static void toFile(SurveyImporting importing, List<AnswerTable> tables, Path target)
      throws IOException {
    if (!Files.isDirectory(target.getParent()) || !Files.isWritable(target.getParent())) {
      throw UserError.usage("--out " + target + ": no file can be written there");
    }
    // What the questionnaire and the tables do not agree on is said before anything is touched.
    importing.imports(tables);
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Path dead = target.resolveSibling(target.getFileName() + ".dead-letters");
    Files.deleteIfExists(dead);
    try (Writer writer = Files.newBufferedWriter(part)) {
      importing.run(tables, writer, dead);
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static AnswerTable table(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw UserError.usage(file + ": no such file, or it may not be read");
    }
    if (Files.size(file) > MAX_BYTES) {
      throw UserError.usage(file + " is larger than 64 MiB; split it, each part with the header");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
        return XlsxAnswers.read(file);
      }
      if (name.endsWith(".xls")) {
        throw UserError.usage(file + " is an old workbook; save it as .xlsx or CSV");
      }
      return CsvAnswers.read(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (AnswerTableException e) {
      throw UserError.failed(file + ": " + e.getMessage());
    }
  }
}
