package org.vocstream.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RecordReader;
import org.vocstream.scoring.FeedbackScorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores feedback without any server: one line out per line in, in the order of the input. */
@Command(
    name = "score",
    description = {
      "Scores feedback without any server: JSON lines in the form of docs/scoring-output.md, one per line of the input, in its order.",
      "A record that cannot be taken in gives a line with \"error\" in its place."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  scripts/voc score --pack cosmetics --input reviews.jsonl --output scored.jsonl")
final class ScoreCommand implements Callable<Integer> {
  @Mixin InputOptions input;

  @Mixin PackOption pack;

  @Mixin EffortOptions effort;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "File to write, or - for standard output. Default: ${DEFAULT-VALUE}.")
  String output;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    FeedbackScorer scorer = FeedbackScorer.of(pack.load(), effort.load());
    // Pseudonyms do not stand in the output, so any key will do.
    Envelope envelope = input.reader(new KeyedHash(new byte[KeyedHash.KEY_BYTES]));
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    List<Path> files = input.files();
    LineScoring scoring = new LineScoring(envelope, scorer, progress);
    if (output.equals("-")) {
      scoreTo(System.out, files, scoring);
    } else {
      scoreToFile(Path.of(output), files, scoring);
    }
    scoring.summarise();
    return 0;
  }

  /**
   * Writes beside the file and moves it into place at the end, so that nobody reads half a result.
   */
  private void scoreToFile(Path file, List<Path> files, LineScoring scoring) throws IOException {
    Path target = file.toAbsolutePath();
    if (!Files.isDirectory(target.getParent()) || Files.isDirectory(target)) {
      throw UserError.usage("--output " + file + ": no file can be written there");
    }
    boolean device = Files.exists(target) && !Files.isRegularFile(target);
    Path part = device ? target : target.resolveSibling(target.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      scoreTo(out, files, scoring);
    }
    if (!device) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void scoreTo(OutputStream out, List<Path> files, LineScoring scoring) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    if (input.readsStandardInput()) {
      try (RecordReader reader = input.standardInput().records()) {
        scoring.score(reader, writer);
      }
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file);
          RecordReader reader = RecordReader.open(in, file.getFileName().toString())) {
        scoring.score(reader, writer);
      }
    }
    writer.flush();
  }
}
