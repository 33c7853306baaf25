package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.jobs.FeedbackScoringOptions;
import org.vocstream.jobs.RunCounts;

/** One run of the scoring job from start to summary. */
final class ScoringRun {
  private final ElasticsearchStack stack;
  private final WorkDirectory work;
  private final PrintWriter out;
  private final Progress progress;
  private final Clock clock;

  ScoringRun(
      ElasticsearchStack stack,
      WorkDirectory work,
      PrintWriter out,
      Progress progress,
      Clock clock) {
    this.stack = stack;
    this.work = work;
    this.out = out;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Runs the job to its end and prints what became of every record, checked against what
   * Elasticsearch counts.
   *
   * @param files the files that are read, for the share that is done; gzip hides it
   */
  void toEnd(FeedbackScoringOptions options, List<Path> files)
      throws IOException, InterruptedException {
    toEnd(options, files, Map.of());
  }

  /**
   * The same.
   *
   * @param settings more settings of Flink
   */
  void toEnd(FeedbackScoringOptions options, List<Path> files, Map<String, String> settings)
      throws IOException, InterruptedException {
    Instant started = clock.instant();
    long begin = System.nanoTime();
    long bytes = InputOptions.bytesOf(files);
    RunCounts counts;
    try (LocalRun run = LocalRun.start(options, work, settings)) {
      counts =
          run.await(
              now ->
                  progress.show(
                      "scoring: "
                          + Progress.line(
                              now.read(),
                              (System.nanoTime() - begin) / 1e9,
                              bytes == 0 ? 0 : (double) now.bytes() / bytes)
                          + (now.refused() == 0
                              ? ""
                              : String.format(", %,d dead letters", now.refused()))
                          + (now.settingsRefused() == 0
                              ? ""
                              : String.format(
                                  ", %,d settings refused (%s says why)",
                                  now.settingsRefused(), work.logs().resolve("voc.log")))));
    }
    progress.clear();
    summarise(counts, started, (System.nanoTime() - begin) / 1e9);
  }

  private void summarise(RunCounts counts, Instant started, double seconds) throws IOException {
    Counts index = new Counts(stack.connection().client());
    index.refresh();
    long feedback = index.since(VocIndex.FEEDBACK, started);
    long mentions = index.since(VocIndex.MENTIONS, started);
    long deadLetters = index.since(VocIndex.DEAD_LETTERS, started) - counts.settingsRefused();
    long rejected = deadLetters - counts.refused();
    out.printf(
        "read %,d records in %.1f s = indexed %,d + dead letters %,d%n",
        counts.read(), seconds, counts.read() - deadLetters, deadLetters);
    if (counts.read() == 0) {
      out.println("  the input holds no records: is it the right file?");
    }
    if (counts.replaced() + counts.withdrawn() > 0) {
      out.printf(
          "  of the indexed, %,d replaced an earlier version of the same id and %,d withdrew one%n",
          counts.replaced(), counts.withdrawn());
    }
    out.printf(
        "Elasticsearch counts %,d feedback, %,d mentions, %,d dead letters of this run (%,d"
            + " feedback in all)%n",
        feedback, mentions, deadLetters, index.of(VocIndex.FEEDBACK));
    out.println(
        new OpinionCount(
            index.sumSince(VocIndex.FEEDBACK, "opinions", started),
            index.sumSince(VocIndex.FEEDBACK, "unassigned", started)));
    if (counts.late() > 0) {
      out.printf(
          "  %,d came more than two days after the newest: they are indexed, and the daily scores"
              + " do not count them; scripts/voc verify --repair takes them in%n",
          counts.late());
    }
    if (rejected < 0 || (rejected == 0 && feedback != counts.standing())) {
      throw UserError.failed(
          String.format(
              "the counts do not add up: Elasticsearch should hold %,d feedback and at least %,d"
                  + " dead letters of this run; did something else write to these indices? Run the"
                  + " same command again: nothing is counted twice",
              counts.standing(), counts.refused()));
    }
    out.flush();
  }
}
