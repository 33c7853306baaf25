package org.vocstream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.RecordReader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.ScoringOutput;

/**
 * Scores records line by line, in order, a bounded number of them at once on all processors. Not
 * thread-safe.
 */
final class LineScoring {
  /** Records in memory at once, whatever the size of the input. */
  private static final int CHUNK = 2_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Envelope envelope;
  private final FeedbackScorer scorer;
  private final Progress progress;
  private final ScoringOutput lines = new ScoringOutput();
  private final long start = System.nanoTime();
  private long read;
  private long refused;
  private final LongAdder opinions = new LongAdder();
  private final LongAdder unassigned = new LongAdder();

  LineScoring(Envelope envelope, FeedbackScorer scorer, Progress progress) {
    this.envelope = envelope;
    this.scorer = scorer;
    this.progress = progress;
  }

  /** Scores all records of the reader; one line is written for each. */
  void score(RecordReader reader, Writer writer) throws IOException {
    List<RawRecord> chunk = new ArrayList<>(CHUNK);
    for (RawRecord next = reader.next(); next != null; next = reader.next()) {
      chunk.add(next);
      if (chunk.size() == CHUNK) {
        score(chunk, writer);
        chunk.clear();
      }
    }
    score(chunk, writer);
  }

  private void score(List<RawRecord> chunk, Writer writer) throws IOException {
    List<Intake> intakes = chunk.parallelStream().map(envelope::read).toList();
    for (String line : intakes.parallelStream().map(this::line).toList()) {
      writer.write(line);
      writer.write('\n');
    }
    read += chunk.size();
    refused += intakes.stream().filter(i -> !i.accepted()).count();
    progress.show("scoring: " + Progress.line(read, seconds(), 0));
  }

  private String line(Intake intake) {
    if (intake.accepted()) {
      ScoredFeedback scored = scorer.score(intake.feedback());
      opinions.add(scored.opinions());
      unassigned.add(scored.unassigned().size());
      return lines.line(scored);
    }
    DeadLetter letter = intake.deadLetter();
    return JSON.createObjectNode()
        .put("origin", letter.origin())
        .put("field", letter.field())
        .put("error", letter.reason())
        .toString();
  }

  /** Tells how many there were, what they hold, and how many could not be taken in. */
  void summarise() {
    progress.clear();
    progress.step(
        "scored "
            + Progress.line(read - refused, seconds(), 0)
            + "; "
            + new OpinionCount(opinions.sum(), unassigned.sum())
            + (refused == 0
                ? ""
                : String.format(
                    "; %,d lines could not be taken in, their \"error\" says why", refused)));
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
