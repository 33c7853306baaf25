package org.vocstream.benchmarks;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.vocstream.cli.Progress;
import org.vocstream.cli.WorkDirectory;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.pack.PackLoader;

/**
 * What a feedback costs when many have come by, among 50 brands: one job goes on and on, and after
 * each step the processor time of the next some thousand is measured, with that of Elasticsearch.
 * All are published within four weeks, so that the job must remember every one. Prints state and
 * heap, too; the heap is that of JobManager and TaskManager together, for they are one process
 * here.
 */
final class GrowthBenchmark implements Benchmark {
  /** What a feedback may cost after the last step, beside after the first. */
  static final double FLAT = 1.2;

  /** Megabytes of heap after a collection. */
  static final double HEAP = 1_500;

  private static final String PACK = "cosmetics";
  private static final int BRANDS = 50;
  private static final int DAYS = 28;
  private static final long SEED = 20_261_001;
  private static final int SUBTASKS = 2;
  private static final int HEAP_MEGABYTES = 6_000;
  private static final int MEASURED = 5_000;
  private static final String SOURCE = "made-up";

  private final Amounts amounts;
  private final WorkDirectory work;
  private final Progress progress;

  GrowthBenchmark(Amounts amounts, WorkDirectory work, Progress progress) {
    this.amounts = amounts;
    this.work = work;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public void measure(Figures figures) throws IOException, InterruptedException {
    List<Integer> steps = amounts.growth();
    int last = steps.get(steps.size() - 1);
    int measured = Math.min(MEASURED, steps.get(0));
    MadeUpRecords records =
        new MadeUpRecords(new PackLoader().load(PACK), BRANDS, (last + measured) / DAYS + 1, SEED);
    try (KafkaToElasticsearch ends = KafkaToElasticsearch.start(work, progress::step);
        JobProcess job =
            JobProcess.start(ends, work.root().resolve("job"), HEAP_MEGABYTES, SUBTASKS, PACK)) {
      Checkpoints checkpoints = new Checkpoints(work.root().resolve("job/checkpoints"));
      long sent = 0;
      double first = 0;
      double cost = 0;
      for (int step : steps) {
        sent = send(ends, job, records, sent, step);
        double before = job.seconds() + ends.elasticsearchSeconds();
        sent = send(ends, job, records, sent, sent + measured);
        cost = 1e6 * (job.seconds() + ends.elasticsearchSeconds() - before) / measured;
        first = first == 0 ? cost : first;
        progress.clear();
        String after = String.format(Locale.ROOT, "after %,d: ", step);
        figures.tell(name(), after + "a feedback, job and Elasticsearch", cost, "us of a core");
        figures.tell(name(), after + "heap in use", HeapInUse.megabytes(job.pid()), "MB");
      }
      figures.require(
          name(),
          "a feedback after the last step beside after the first",
          cost / first,
          Figure.RATIO,
          Bound.atMost(FLAT));
      figures.require(
          name(),
          "heap in use after the last step",
          HeapInUse.megabytes(job.pid()),
          "MB",
          Bound.atMost(HEAP));
      long bytes = checkpoints.sizeOfOneAfter(Instant.now(), job);
      figures.tell(name(), "state of a million feedback", bytes / 1e6 * (1e6 / sent), "MB");
      Counts counts = new Counts(ends.client());
      counts.refresh();
      figures.tell(name(), "daily cells in the index", (double) counts.of(VocIndex.SCORES), "");
    }
  }

  /** Sends as many as are missing of so many, and waits until all are indexed. */
  private long send(
      KafkaToElasticsearch ends, JobProcess job, MadeUpRecords records, long sent, long until)
      throws IOException, InterruptedException {
    ends.send(records, SOURCE, (int) Math.max(0, until - sent));
    long all = Math.max(sent, until);
    ends.await(
        all,
        job,
        written ->
            progress.show(String.format(Locale.ROOT, "growth: %,d of %,d written", written, all)));
    return all;
  }
}
