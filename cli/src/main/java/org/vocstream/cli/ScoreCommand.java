package org.vocstream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.RecordReader;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoringOutput;
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
  /** Records scored at once: bounds the memory, whatever the size of the input. */
  private static final int CHUNK = 2_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin InputOptions input;

  @Option(
      names = "--pack",
      required = true,
      paramLabel = "PACK",
      description = "A bundled pack (scripts/voc packs list) or a pack file.")
  String pack;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "File to write, or - for standard output. Default: ${DEFAULT-VALUE}.")
  String output;

  @Spec CommandSpec spec;

  private final ScoringOutput lines = new ScoringOutput();
  private long read;
  private long failed;

  @Override
  public Integer call() throws IOException {
    FeedbackScorer scorer = FeedbackScorer.of(new PackLoader().find(pack));
    // Pseudonyms do not stand in the output, so any key will do.
    Envelope envelope = input.reader(new KeyedHash(new byte[KeyedHash.KEY_BYTES]));
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    long start = System.nanoTime();
    if (output.equals("-")) {
      scoreTo(System.out, envelope, scorer, progress, start);
    } else {
      scoreToFile(Path.of(output), envelope, scorer, progress, start);
    }
    progress.clear();
    progress.step(
        String.format(
                "scored %s", Progress.line(read - failed, (System.nanoTime() - start) / 1e9, 0))
            + (failed == 0
                ? ""
                : String.format(
                    "; %,d lines could not be taken in, their \"error\" says why", failed)));
    return 0;
  }

  /**
   * Writes beside the file and moves it into place at the end, so that nobody reads half a result.
   */
  private void scoreToFile(
      Path file, Envelope envelope, FeedbackScorer scorer, Progress progress, long start)
      throws IOException {
    Path target = file.toAbsolutePath();
    if (!Files.isDirectory(target.getParent()) || Files.isDirectory(target)) {
      throw UserError.usage("--output " + file + ": no file can be written there");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (OutputStream out = Files.newOutputStream(target)) {
        scoreTo(out, envelope, scorer, progress, start);
      }
      return;
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      scoreTo(out, envelope, scorer, progress, start);
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private void scoreTo(
      OutputStream out, Envelope envelope, FeedbackScorer scorer, Progress progress, long start)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    List<Path> files = input.files();
    if (input.readsStandardInput()) {
      try (RecordReader reader = RecordReader.open(System.in, "stdin")) {
        score(reader, writer, envelope, scorer, progress, start);
      }
    }
    for (Path file : files) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
          RecordReader reader = RecordReader.open(in, file.getFileName().toString())) {
        score(reader, writer, envelope, scorer, progress, start);
      }
    }
    writer.flush();
  }

  private void score(
      RecordReader reader,
      Writer writer,
      Envelope envelope,
      FeedbackScorer scorer,
      Progress progress,
      long start)
      throws IOException {
    List<RawRecord> chunk = new ArrayList<>(CHUNK);
    RawRecord next;
    do {
      next = reader.next();
      if (next != null) {
        chunk.add(next);
      }
      if (chunk.size() == CHUNK || next == null) {
        List<Intake> intakes = chunk.parallelStream().map(envelope::read).toList();
        List<String> scored = intakes.parallelStream().map(i -> line(i, scorer)).toList();
        for (String line : scored) {
          writer.write(line);
          writer.write('\n');
        }
        read += chunk.size();
        failed += intakes.stream().filter(i -> !i.accepted()).count();
        chunk.clear();
        progress.show("scoring " + Progress.line(read, (System.nanoTime() - start) / 1e9, 0));
      }
    } while (next != null);
  }

  private String line(Intake intake, FeedbackScorer scorer) {
    if (intake.accepted()) {
      return lines.line(scorer.score(intake.feedback()));
    }
    DeadLetter letter = intake.deadLetter();
    return JSON.createObjectNode()
        .put("origin", letter.origin())
        .put("field", letter.field())
        .put("error", letter.reason())
        .toString();
  }
}
