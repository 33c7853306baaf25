package org.vocstream.benchmarks;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.vocstream.cli.Progress;
import org.vocstream.cli.WorkDirectory;
import org.vocstream.pack.PackLoader;

/**
 * Kafka, the scoring job and Elasticsearch on one machine, beside the same documents sent to the
 * same Elasticsearch with nothing but bulk requests. In each round feedback goes all the way, then
 * the documents it left are written once more, so other work on the machine meets both alike. Speed
 * is documents by the clock, and judged so; the same by the processor time of all processes a
 * feedback passes through is told beside it, for it bears other work on the machine better.
 */
final class EndToEndBenchmark implements Benchmark {
  /** What the same documents by bulk requests alone may be faster. */
  static final double REQUIRED = 0.6;

  private static final String PACK = "cosmetics";
  private static final int BRANDS = 6;
  private static final int PER_DAY = 10_000;
  private static final long SEED = 20_261_001;
  private static final int SUBTASKS = 2;
  private static final int HEAP_MEGABYTES = 1_500;

  /** Rounds before those that count: compilers of three processes have work for that long. */
  private static final int WARM_UP = 4;

  /** Feedback of a batch of the job's sink. */
  private static final int BATCH = 500;

  private final Amounts amounts;
  private final WorkDirectory work;
  private final Progress progress;

  EndToEndBenchmark(Amounts amounts, WorkDirectory work, Progress progress) {
    this.amounts = amounts;
    this.work = work;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "end-to-end";
  }

  /** One round; seconds of processor time but for the walls, which are seconds on the clock. */
  private record Round(
      double job,
      double elasticsearch,
      double kafka,
      double wall,
      double aloneElasticsearch,
      double aloneClient,
      double aloneWall,
      int documents,
      long writes) {
    double all() {
      return job + elasticsearch + kafka;
    }

    double alone() {
      return aloneElasticsearch + aloneClient;
    }
  }

  @Override
  public void measure(Figures figures) throws IOException, InterruptedException {
    progress.step("starting Kafka, Elasticsearch and the job");
    try (KafkaToElasticsearch ends = KafkaToElasticsearch.start(work);
        JobProcess job =
            JobProcess.start(ends, work.root().resolve("job"), HEAP_MEGABYTES, SUBTASKS, PACK)) {
      MadeUpRecords records = new MadeUpRecords(new PackLoader().load(PACK), BRANDS, PER_DAY, SEED);
      IndexedDocuments.prepare(ends);
      List<Round> rounds = new ArrayList<>();
      for (int round = 0; round < WARM_UP + amounts.rounds(); round++) {
        Round measured = round(ends, job, records, round);
        progress.clear();
        if (round >= WARM_UP) {
          rounds.add(measured);
        }
      }
      tell(rounds, figures);
    }
  }

  private Round round(KafkaToElasticsearch ends, JobProcess job, MadeUpRecords records, int round)
      throws IOException, InterruptedException {
    Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    long before = (long) round * amounts.feedback();
    Iterator<MadeUpRecords.Keyed> made =
        Stream.generate(() -> records.next("made-up"))
            .limit(amounts.feedback())
            .toList()
            .iterator();
    ends.settle();
    double jobSeconds = job.seconds();
    double serverSeconds = ends.elasticsearchSeconds();
    double kafkaSeconds = ends.kafkaSeconds();
    long writes = IndexedDocuments.written(ends);
    long clock = System.nanoTime();
    ends.send(made::next, amounts.feedback());
    ends.await(
        before + amounts.feedback(),
        job,
        written ->
            progress.show(
                String.format(
                    Locale.ROOT,
                    "end to end, round %d of %d: %,d written",
                    round + 1,
                    WARM_UP + amounts.rounds(),
                    written)));
    double wall = (System.nanoTime() - clock) / 1e9;
    ends.settle();
    jobSeconds = job.seconds() - jobSeconds;
    serverSeconds = ends.elasticsearchSeconds() - serverSeconds;
    kafkaSeconds = ends.kafkaSeconds() - kafkaSeconds;
    writes = IndexedDocuments.written(ends) - writes;

    progress.show("end to end: the same by bulk requests alone");
    IndexedDocuments documents = IndexedDocuments.since(ends.client(), begin);
    ends.settle();
    double aloneServer = ends.elasticsearchSeconds();
    double aloneClient = ProcessorTime.own();
    clock = System.nanoTime();
    documents.write(ends.client(), SUBTASKS, (amounts.feedback() + BATCH - 1) / BATCH);
    double aloneWall = (System.nanoTime() - clock) / 1e9;
    ends.settle();
    aloneServer = ends.elasticsearchSeconds() - aloneServer;
    aloneClient = ProcessorTime.own() - aloneClient;
    return new Round(
        jobSeconds,
        serverSeconds,
        kafkaSeconds,
        wall,
        aloneServer,
        aloneClient,
        aloneWall,
        documents.count(),
        writes);
  }

  private void tell(List<Round> rounds, Figures figures) {
    figures.require(
        name(),
        "speed of the whole way beside bulk requests alone, by the clock",
        median(rounds, r -> r.aloneWall() / r.wall()),
        Figure.RATIO,
        Bound.atLeast(REQUIRED));
    figures.tell(
        name(),
        "the same by processor time",
        median(rounds, r -> r.alone() / r.all()),
        Figure.RATIO);
    double each = 10_000.0 / amounts.feedback();
    figures.tell(
        name(), "feedback by the clock", median(rounds, r -> amounts.feedback() / r.wall()), "/s");
    figures.tell(
        name(),
        "documents of a feedback",
        median(rounds, r -> (double) r.documents() / amounts.feedback()),
        "");
    figures.tell(
        name(),
        "times that the job wrote a document",
        median(rounds, r -> (double) r.writes() / r.documents()),
        "");
    String per = "s of a core";
    figures.tell(name(), "10,000 feedback: all", each * median(rounds, Round::all), per);
    figures.tell(name(), "10,000 feedback: the job", each * median(rounds, Round::job), per);
    figures.tell(
        name(), "10,000 feedback: Elasticsearch", each * median(rounds, Round::elasticsearch), per);
    figures.tell(name(), "10,000 feedback: Kafka", each * median(rounds, Round::kafka), per);
    figures.tell(
        name(),
        "10,000 feedback, bulk requests alone: Elasticsearch",
        each * median(rounds, Round::aloneElasticsearch),
        per);
    figures.tell(
        name(),
        "10,000 feedback, bulk requests alone: client",
        each * median(rounds, Round::aloneClient),
        per);
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
