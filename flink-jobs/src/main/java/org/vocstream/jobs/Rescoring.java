package org.vocstream.jobs;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vocstream.elasticsearch.CellCheck;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.Generation;
import org.vocstream.elasticsearch.Generations;
import org.vocstream.elasticsearch.Provenance;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.elasticsearch.Withdrawals;

/**
 * Rescoring from the first feedback to the switch of the aliases. Until the switch readers see the
 * current generation alone, whatever fails.
 *
 * <p>One rescoring at a time: a second one takes the generation of the first for one that was left
 * half built, and drops it. For one thread.
 */
public final class Rescoring {
  /**
   * A feedback carries the time when it was sent, not when it could be seen, and clocks differ: so
   * much earlier does a pass begin than the one before it ended.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  /** So few are rescored while writers wait. */
  private static final long FEW = 1_000;

  private static final int PASSES = 5;

  private final ElasticsearchClient client;
  private final Generations generations;
  private final Runner runner;
  private final Clock clock;

  /** A job that can be started. */
  @FunctionalInterface
  public interface Job {
    /** Starts it in this environment and returns at once. */
    JobClient start(StreamExecutionEnvironment env) throws Exception;
  }

  /** Where jobs run. */
  @FunctionalInterface
  public interface Runner {
    /**
     * Runs a job to its end.
     *
     * @param expected number of feedback that it will score, about
     * @return number of feedback that it has scored
     */
    long run(Job job, long expected) throws Exception;
  }

  /**
   * What a switch has done beside switching.
   *
   * @param before the generation that was in use, which takes no writes any more
   * @param writtenMeanwhile number of feedback that were taken in or changed since the new
   *     generation was begun; they are rescored, too
   * @param withdrawn number of feedback that were taken back since then
   * @param missing number of feedback that Elasticsearch has refused with their new scores; dead
   *     letters say why
   */
  public record Switched(Generation before, long writtenMeanwhile, long withdrawn, long missing) {}

  /**
   * Rescoring in this cluster.
   *
   * @param clock tells what was written since; about the same as that of whoever writes
   */
  public Rescoring(ElasticsearchClient client, Runner runner, Clock clock) {
    this.client = client;
    this.generations = new Generations(client);
    this.runner = runner;
    this.clock = clock;
  }

  /** Deletes what interrupted rescorings have left, and says what that was. */
  public List<Generation> dropHalfBuilt() throws IOException {
    List<Generation> dropped = new ArrayList<>();
    for (Generation generation : generations.all()) {
      if (generation.isHalfBuilt()) {
        generations.drop(generation);
        dropped.add(generation);
      }
    }
    return dropped;
  }

  /**
   * Makes a generation with all feedback that stands now. The job itself writes down that it is
   * complete, so the runner may return before its end.
   *
   * @return the new generation; complete where the runner has waited
   * @throws Exception where a job fails; the half-built generation stands until the next rescoring
   */
  public Generation build(RescoreOptions options) throws Exception {
    dropHalfBuilt();
    Generation current = openCurrent();
    Provenance how = new Provenance(options.scoredBy(), options.scores(), null, false);
    Instant begin = clock.instant();
    return pass(options, current, null, generations.begin(how), begin);
  }

  /**
   * Points the aliases at a generation, after all that has happened since it was made has happened
   * to it, too. For the last of that the current generation takes no writes; writers try again, and
   * so write to the new one. The daily cells are reckoned then, from all that stands in it.
   *
   * @param options what the generation was made with, {@link RescoreOptions#of}
   * @throws IllegalArgumentException where pack or models are no longer those of the generation
   * @throws Exception where a job fails; then nothing is switched, and the same can be tried again
   */
  public Switched switchTo(Generation made, RescoreOptions options) throws Exception {
    String scoredBy = made.provenance().scoredBy();
    if (!options.scoredBy().equals(scoredBy)) {
      throw new IllegalArgumentException(
          "generation %d was scored by %s, and the same pack and models are now %s: rescore again"
              .formatted(made.number(), scoredBy, options.scoredBy()));
    }
    Generation current = openCurrent();
    Generation caughtUp = made;
    for (int i = 0; i < PASSES && written(current, caughtUp) > FEW; i++) {
      caughtUp = catchUp(options, current, caughtUp);
    }
    generations.freeze(current, true);
    boolean switched = false;
    try {
      caughtUp = catchUp(options, current, caughtUp);
      refresh(caughtUp);
      long withdrawn = new Withdrawals(client).carryOver(current, caughtUp);
      refresh(caughtUp);
      CellCheck cells = new CellCheck(client, caughtUp.target(), ZoneId.of(options.zone()));
      cells.write(cells.compare(read -> {}).differences(), clock);
      refresh(caughtUp);
      long meanwhile = count(current, made.provenance().readUpTo());
      long missing = count(current, null) - count(caughtUp, null);
      generations.switchTo(caughtUp);
      switched = true;
      generations.freeze(caughtUp, false);
      return new Switched(current, meanwhile, withdrawn, missing);
    } finally {
      if (!switched) {
        generations.freeze(current, false);
      }
    }
  }

  /** The current generation, which an interrupted switch may have left frozen. */
  private Generation openCurrent() throws IOException {
    Generation current = generations.current();
    generations.freeze(current, false);
    return current;
  }

  private Generation catchUp(RescoreOptions options, Generation current, Generation made)
      throws Exception {
    Instant since = made.provenance().readUpTo().minus(OVERLAP);
    return written(current, made) == 0
        ? made
        : pass(options, current, since, made, clock.instant());
  }

  private Generation pass(
      RescoreOptions options, Generation from, Instant since, Generation into, Instant begin)
      throws Exception {
    refresh(from);
    runner.run(env -> RescoreJob.start(env, options, from, since, into, begin), count(from, since));
    return generations.all().stream()
        .filter(generation -> generation.number() == into.number())
        .findFirst()
        .orElseThrow();
  }

  private long written(Generation current, Generation made) throws IOException {
    refresh(current);
    return count(current, made.provenance().readUpTo().minus(OVERLAP));
  }

  private void refresh(Generation generation) throws IOException {
    new Counts(client).refresh(generation);
  }

  private long count(Generation generation, Instant since) throws IOException {
    return new Counts(client).of(generation, VocIndex.FEEDBACK, since);
  }
}
