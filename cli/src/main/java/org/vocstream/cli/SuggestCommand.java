package org.vocstream.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.RecordReader;
import org.vocstream.scoring.Suggestions;
import org.vocstream.scoring.Suggestions.Candidate;
import org.vocstream.scoring.Suggestions.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proposes cues and indicators from what customers judge and a pack does not know. */
@Command(
    name = "suggest",
    description = {
      "Proposes cues and indicators from opinions in which the pack finds no indicator: words that stand there more often than elsewhere,",
      "by the log-likelihood ratio, those that belong together in one group. Personal data is masked."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc packs suggest --pack hotel --input reviews.jsonl",
      "  scripts/voc packs suggest --pack hotel --input reviews.jsonl --print yaml >> my-hotel.yaml"
    })
final class SuggestCommand implements Callable<Integer> {
  /** How the groups are printed. */
  enum Print {
    TEXT,
    YAML
  }

  @Mixin InputOptions input;

  @Mixin PackOption pack;

  @Mixin EffortOptions effort;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many groups at most. Default: ${DEFAULT-VALUE}.")
  int top;

  @Option(
      names = "--print",
      paramLabel = "FORM",
      defaultValue = "TEXT",
      description = "text, or yaml: a snippet to put into a pack and complete. Default: text.")
  Print print;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw UserError.usage("--top " + top + ": at least 1");
    }
    Suggestions suggestions = new Suggestions(pack.load(), effort.load());
    Envelope envelope = input.reader(new KeyedHash(new byte[KeyedHash.KEY_BYTES]));
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    List<Path> files = input.files();
    long read = 0;
    if (input.readsStandardInput()) {
      try (RecordReader reader = input.standardInput().records()) {
        read = read(reader, envelope, suggestions, progress, read);
      }
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file);
          RecordReader reader = RecordReader.open(in, file.getFileName().toString())) {
        read = read(reader, envelope, suggestions, progress, read);
      }
    }
    progress.clear();
    progress.step(
        String.format(
            Locale.ROOT,
            "read %,d records, %,d unassigned opinions",
            read,
            suggestions.unassigned()));
    PrintWriter out = spec.commandLine().getOut();
    List<Group> groups = suggestions.groups(top);
    if (groups.isEmpty()) {
      progress.step("no word stands in " + Suggestions.AT_LEAST + " of them: give more feedback");
    }
    groups.forEach(g -> print(g, out));
    out.flush();
    return 0;
  }

  private static long read(
      RecordReader reader, Envelope envelope, Suggestions to, Progress progress, long before)
      throws IOException {
    long read = before;
    for (RawRecord next = reader.next(); next != null; next = reader.next()) {
      Intake intake = envelope.read(next);
      if (intake.accepted()) {
        to.read(intake.feedback());
      }
      read++;
      progress.show(String.format(Locale.ROOT, "reading: %,d records", read));
    }
    return read;
  }

  private void print(Group group, PrintWriter out) {
    if (print == Print.YAML) {
      yaml(group, out);
      return;
    }
    line("", group.head(), out);
    group.others().forEach(c -> line("    ", c, out));
    group.head().examples().forEach(e -> out.println("      e.g. " + e.strip()));
  }

  private static void line(String indent, Candidate candidate, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s%s  %d unassigned (%d good, %d bad), %d elsewhere, G2 %.1f%n",
        indent,
        candidate.term(),
        candidate.clauses(),
        candidate.good(),
        candidate.clauses() - candidate.good(),
        candidate.assigned(),
        candidate.score());
  }

  /** A draft: the analyst names it, chooses terms, marks the examples and writes the others. */
  private static void yaml(Group group, PrintWriter out) {
    Candidate head = group.head();
    out.println("  - code: todo");
    out.println("    label: {zh: " + quoted(head.term()) + ", en: todo}");
    out.println("    touchpoint: use");
    out.println("    value: benefit.product");
    out.println("    cues:");
    out.printf(
        "      # %d unassigned: %d good, %d bad; write counter_examples of your own%n",
        head.clauses(), head.good(), head.clauses() - head.good());
    out.println(
        "      - terms: ["
            + String.join(
                ", ",
                Stream.concat(Stream.of(head), group.others().stream())
                    .map(c -> quoted(c.term()))
                    .toList())
            + "]");
    out.println(
        "        examples: ["
            + String.join(", ", head.examples().stream().map(e -> marked(e, head.term())).toList())
            + "]");
    out.println("        counter_examples: []");
  }

  private static String marked(String example, String term) {
    String plain = example.strip().replace("[", "(").replace("]", ")");
    int at = plain.toLowerCase(Locale.ROOT).indexOf(term);
    return quoted(
        at < 0
            ? plain
            : plain.substring(0, at)
                + "["
                + plain.substring(at, at + term.length())
                + "]"
                + plain.substring(at + term.length()));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
