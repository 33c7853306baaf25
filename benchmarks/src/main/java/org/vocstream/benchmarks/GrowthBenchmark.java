package org.vocstream.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.vocstream.cli.Progress;
import org.vocstream.cli.WorkDirectory;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.pack.PackLoader;

/**
 * What a feedback costs when many have come by, among 50 brands: one job goes on and on, on a
 * cluster with its state on disk, and after each step the processor time of the next some thousand
 * is measured, with that of Elasticsearch. All are published within four weeks, so that the job
 * must remember every one. Prints state and heap, too.
 */
final class GrowthBenchmark implements Benchmark {
  /** What a feedback may cost after the last step, beside after the first. */
  static final double FLAT = 1.2;

  /** Megabytes of heap of a TaskManager after a collection. */
  static final double HEAP = 1_500;

  /** Daily cells that there must be, or the figures are of a smaller thing than they say. */
  static final int CELLS = 10_000;

  private static final String PACK = "cosmetics";
  private static final int BRANDS = 50;
  private static final int DAYS = 28;
  private static final long SEED = 20_261_001;
  private static final int MEASURED = 5_000;
  private static final String SOURCE = "made-up";
  private static final String CHECKPOINTS = "30 s";

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
    progress.step("starting Kafka, Elasticsearch and a Flink cluster");
    try (KafkaToElasticsearch ends = KafkaToElasticsearch.start(work)) {
      ClusterJob job = ClusterJob.start(ends, PACK, CHECKPOINTS);
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
        figures.tell(name(), after + "daily cells", (double) cells(ends), "");
      }
      figures.require(
          name(),
          "a feedback after the last step beside after the first",
          cost / first,
          Figure.RATIO,
          Bound.atMost(FLAT));
      tellState(ends, job, sent, figures);
    }
  }

  private void tellState(KafkaToElasticsearch ends, ClusterJob job, long sent, Figures figures)
      throws IOException, InterruptedException {
    figures.require(
        name(),
        "heap in use of a TaskManager after the last step",
        job.heapMegabytes(),
        "MB",
        Bound.atMost(HEAP));
    job.rest().awaitCheckpoint(job.id());
    figures.tell(
        name(),
        "state of a million feedback",
        job.rest().checkpoints(job.id()).stateBytes() / (double) sent,
        "MB");
    figures.require(name(), "brands", (double) brands(ends), "", Bound.atLeast(BRANDS));
    figures.require(name(), "daily cells", (double) cells(ends), "", Bound.atLeast(CELLS));
  }

  private static long cells(KafkaToElasticsearch ends) throws IOException {
    return ends.servers().count(VocIndex.SCORES);
  }

  private static long brands(KafkaToElasticsearch ends) throws IOException {
    new Counts(ends.client()).refresh();
    return ends.client()
        .search(
            s ->
                s.index(VocIndex.FEEDBACK.alias())
                    .size(0)
                    .aggregations("brands", a -> a.cardinality(c -> c.field("brand"))),
            Void.class)
        .aggregations()
        .get("brands")
        .cardinality()
        .value();
  }

  /** Sends as many as are missing of so many, and waits until all are indexed. */
  private long send(
      KafkaToElasticsearch ends, ClusterJob job, MadeUpRecords records, long sent, long until)
      throws IOException, InterruptedException {
    ends.send(() -> records.next(SOURCE), (int) Math.max(0, until - sent));
    long all = Math.max(sent, until);
    ends.await(
        all,
        job,
        written ->
            progress.show(String.format(Locale.ROOT, "growth: %,d of %,d written", written, all)));
    return all;
  }
}
