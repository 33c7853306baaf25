package org.vocstream.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.vocstream.cli.Progress;
import org.vocstream.cli.WorkDirectory;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.pack.PackLoader;
import org.vocstream.servers.Recovery;

/**
 * How long a job stands still after one of its two TaskManagers is killed: until all its tasks run
 * again on the other, and until the index grows. By the clock, so it wants a machine of its own.
 */
final class RecoveryBenchmark implements Benchmark {
  private static final String PACK = "cosmetics";
  private static final int BRANDS = 6;
  private static final int PER_DAY = 10_000;
  private static final long SEED = 20_261_001;
  private static final String SOURCE = "made-up";

  /** It decides how much is read again, not how soon the job is back. */
  private static final String CHECKPOINTS = "3 s";

  private final Amounts amounts;
  private final WorkDirectory work;
  private final Progress progress;

  RecoveryBenchmark(Amounts amounts, WorkDirectory work, Progress progress) {
    this.amounts = amounts;
    this.work = work;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "recovery";
  }

  @Override
  public void measure(Figures figures) throws IOException, InterruptedException {
    progress.step("starting Kafka, Elasticsearch and a Flink cluster");
    MadeUpRecords records = new MadeUpRecords(new PackLoader().load(PACK), BRANDS, PER_DAY, SEED);
    List<Recovery> recoveries = new ArrayList<>();
    try (KafkaToElasticsearch ends = KafkaToElasticsearch.start(work)) {
      ClusterJob job = ClusterJob.start(ends, PACK, CHECKPOINTS);
      long sent = 0;
      for (int round = 1; round <= amounts.rounds(); round++) {
        progress.show(
            String.format(Locale.ROOT, "recovery: round %d of %d", round, amounts.rounds()));
        ends.send(() -> records.next(SOURCE), amounts.feedback());
        sent += amounts.feedback();
        ends.await(sent, job, written -> {});
        job.rest().awaitCheckpoint(job.id());
        recoveries.add(kill(ends, job, records));
        sent++;
        job.startTaskManager();
      }
      progress.clear();
      figures.tell(name(), "feedback remembered when it was killed last", (double) sent - 1, "");
    }
    tell(recoveries, figures);
  }

  private static Recovery kill(KafkaToElasticsearch ends, ClusterJob job, MadeUpRecords records)
      throws IOException, InterruptedException {
    return Recovery.ofJob(
        "TaskManager killed",
        job.rest(),
        job.id(),
        () -> ends.servers().count(VocIndex.FEEDBACK),
        job::killTaskManager,
        () -> ends.send(() -> records.next(SOURCE), 1));
  }

  private void tell(List<Recovery> recoveries, Figures figures) {
    figures.tell(
        name(),
        "TaskManager killed: until all tasks run again",
        median(recoveries, Recovery::running),
        "s");
    figures.tell(
        name(),
        "TaskManager killed: until the index grows again",
        median(recoveries, Recovery::indexing),
        "s");
  }

  private static double median(List<Recovery> recoveries, Function<Recovery, Duration> time) {
    double[] sorted =
        recoveries.stream().mapToDouble(r -> time.apply(r).toMillis() / 1e3).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
