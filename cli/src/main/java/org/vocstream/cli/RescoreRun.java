package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.Generation;
import org.vocstream.elasticsearch.Generations;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.jobs.RescoreJob;
import org.vocstream.jobs.RescoreOptions;
import org.vocstream.jobs.Rescoring;
import org.vocstream.jobs.Rescoring.Switched;

/** The steps of a rescoring, with what a person wants to know of each. */
final class RescoreRun {
  private final ElasticsearchClient client;
  private final Generations generations;
  private final WorkDirectory work;
  private final PrintWriter out;
  private final Progress progress;

  RescoreRun(ElasticsearchStack stack, WorkDirectory work, PrintWriter out, Progress progress) {
    this.client = stack.connection().client();
    this.generations = new Generations(client);
    this.work = work;
    this.out = out;
    this.progress = progress;
  }

  /** Makes a new generation. */
  void build(RescoreOptions options) throws IOException, InterruptedException {
    Rescoring rescoring = rescoring(options);
    for (Generation dropped : rescoring.dropHalfBuilt()) {
      progress.step(
          "dropped generation "
              + dropped.number()
              + ", which an interrupted rescoring had left half built");
    }
    long begin = System.nanoTime();
    Generation made;
    try {
      made = rescoring.build(options);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw UserError.failed(
          "the rescoring failed: " + Voc.rootMessage(e) + ". " + whatStands(), e);
    }
    progress.clear();
    Counts counts = new Counts(client);
    counts.refresh(made);
    out.printf(
        "rescored %,d feedback in %.1f s with %s: generation %d, %,d mentions%n",
        counts.of(made, VocIndex.FEEDBACK, null),
        (System.nanoTime() - begin) / 1e9,
        made.provenance().scoredBy(),
        made.number(),
        counts.of(made, VocIndex.MENTIONS, null));
    out.printf(
        "  nobody reads it yet, generation %d is in use%n"
            + "  what it changes   scripts/voc rescore --diff%n"
            + "  use it            scripts/voc rescore --switch%n",
        generations.current().number());
    out.flush();
  }

  private String whatStands() {
    try {
      Optional<Generation> half =
          generations.all().stream().filter(Generation::isHalfBuilt).findFirst();
      return "Generation %d is in use as before".formatted(generations.current().number())
          + half.map(
                  h ->
                      "; the half-built generation %d is dropped at the next rescoring, or now: scripts/voc rescore --drop %d"
                          .formatted(h.number(), h.number()))
              .orElse("");
    } catch (IOException away) {
      return "The generation in use is as before; Elasticsearch does not answer now";
    }
  }

  /** Uses a generation from now on. */
  void switchTo(Generation made, RescoreOptions options) throws IOException, InterruptedException {
    Switched switched;
    try {
      switched = rescoring(options).switchTo(made, options);
    } catch (InterruptedException | UserError e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw UserError.failed(e.getMessage(), e);
    } catch (Exception e) {
      throw UserError.failed(
          "not switched: "
              + Voc.rootMessage(e)
              + ". "
              + whatStands()
              + ". Try again: scripts/voc rescore --switch",
          e);
    }
    progress.clear();
    out.printf(
        "switched: generation %d is in use, scored by %s%n",
        made.number(), made.provenance().scoredBy());
    if (switched.writtenMeanwhile() + switched.withdrawn() > 0) {
      out.printf(
          "  %,d feedback that came in or were changed since it was made are rescored, %,d that"
              + " were withdrawn are gone%n  a job that still runs scores with its own pack: stop"
              + " it, and start it with the new one%n",
          switched.writtenMeanwhile(), switched.withdrawn());
    }
    if (switched.missing() > 0) {
      out.printf(
          "  %,d feedback could not be written with their new scores; voc-dead-letters says why%n",
          switched.missing());
    }
    int before = switched.before().number();
    out.printf(
        "  generation %d is kept; scripts/voc rescore --drop %d deletes it%n", before, before);
    out.flush();
  }

  /** Deletes a generation. */
  void drop(int number) throws IOException {
    Generation generation =
        generations.all().stream()
            .filter(g -> g.number() == number)
            .findFirst()
            .orElseThrow(
                () ->
                    UserError.usage(
                        "--drop "
                            + number
                            + ": there is no such generation; scripts/voc rescore --list shows"
                            + " them"));
    try {
      generations.drop(generation);
    } catch (IllegalArgumentException e) {
      throw UserError.failed(e.getMessage(), e);
    }
    out.println("dropped generation " + number);
    out.flush();
  }

  private Rescoring rescoring(RescoreOptions options) {
    return new Rescoring(client, (job, expected) -> run(job, options, expected), Clock.systemUTC());
  }

  private long run(Rescoring.Job job, RescoreOptions options, long expected)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (LocalRun run =
        LocalRun.start(
            RescoreJob.configuration(),
            options.parallelism(),
            work,
            options.elasticsearch(),
            job)) {
      return run.await(
              now ->
                  progress.show(
                      "rescoring: "
                          + Progress.line(
                              now.read(),
                              (System.nanoTime() - begin) / 1e9,
                              (double) now.read() / expected)))
          .read();
    }
  }
}
