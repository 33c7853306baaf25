package org.vocstream.cli;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.vocstream.elasticsearch.CorrectedFeedback;
import org.vocstream.elasticsearch.Corrections;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes labelled data of what analysts corrected on the page. */
@Command(
    name = "corrections",
    description =
        "Makes labelled data and regression cases of what analysts corrected on the page.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = {
      "  scripts/voc corrections export --output corrections.jsonl --cases corrections.yaml",
      "  scripts/voc train --corrections corrections.jsonl --out mymodels"
    })
final class CorrectionsCommand {
  @Spec CommandSpec spec;

  @Command(
      name = "export",
      description = {
        "Writes each corrected feedback as a labelled text, one JSON object a line, as train --corrections takes it;",
        "and as a case by which models can be checked for the same mistake."
      },
      mixinStandardHelpOptions = true)
  int export(
      @Mixin ElasticsearchOptions elasticsearch,
      @Option(
              names = "--output",
              paramLabel = "FILE",
              defaultValue = "-",
              description = "File of labelled texts; - for stdout. Default: ${DEFAULT-VALUE}.")
          String output,
      @Option(
              names = "--cases",
              paramLabel = "FILE",
              description = "Also a file of regression cases (YAML).")
          Path cases)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (ElasticsearchStack stack =
        ElasticsearchStack.open(
            elasticsearch.uri, WorkDirectory.ofUser(), Progress.onStandardError(err)::step)) {
      Corrections corrections = new Corrections(stack.connection().client(), Clock.systemUTC());
      List<String> lines = new ArrayList<>();
      List<String> written = new ArrayList<>();
      corrections.feedback(
          feedback -> {
            Pack pack = pack(feedback);
            lines.add(feedback.labelled(pack).toString());
            String code = "corrections.%02d".formatted(written.size() + 1);
            // JSON is YAML, too.
            written.add("  - " + feedback.regressionCase(code, pack.code()));
          });
      if (output.equals("-")) {
        lines.forEach(out::println);
        out.flush();
      } else {
        write(Path.of(output), lines);
      }
      if (cases != null) {
        List<String> file =
            new ArrayList<>(List.of("kind: corrections", "version: 1.0.0", "cases:"));
        file.addAll(written);
        write(cases, file);
      }
      err.printf("%,d corrected feedback%n", lines.size());
    } catch (ElasticsearchException e) {
      throw UserError.failed("Elasticsearch: " + e.getMessage(), e);
    }
    return 0;
  }

  private static Pack pack(CorrectedFeedback feedback) {
    String scoredBy = feedback.feedback().path("scored_by").asText();
    return new PackLoader().find(scoredBy.substring(0, Math.max(0, scoredBy.indexOf('@'))));
  }

  private static void write(Path file, List<String> lines) {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (String line : lines) {
        writer.write(line);
        writer.write('\n');
      }
    } catch (IOException e) {
      throw UserError.failed(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
