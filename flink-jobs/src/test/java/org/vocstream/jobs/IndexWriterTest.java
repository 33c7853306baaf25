package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.vocstream.jobs.FakeIndexer.CREATED;
import static org.vocstream.jobs.FakeIndexer.RETRY;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vocstream.elasticsearch.Outcome;
import org.vocstream.elasticsearch.VocIndex;

@Timeout(60)
class IndexWriterTest {
  private static final Duration LINGER = Duration.ofMillis(500);
  private static final long QUIET = LINGER.toMillis() / 10;

  private final FakeIndexer index = new FakeIndexer();
  private final TestProcessingTimeService time = new TestProcessingTimeService();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private IndexWriter<String> writer;

  @BeforeEach
  void open() throws Exception {
    time.setCurrentTime(0);
    writer = writer(Duration.ofDays(1));
  }

  @AfterEach
  void close() throws IOException {
    goOn.countDown();
    writer.close();
  }

  @Test
  void elementsAreWrittenInOrderBatchByBatchAndAllOfThemByAFlush() throws Exception {
    write("a", "b", "c", "d", "e");
    writer.flush(false);
    assertThat(index.asked()).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
    writer.flush(true);
    assertThat(index.asked()).as("nothing is written twice").hasSize(3);
  }

  @Test
  void aFlushComesBackOnlyWhenEverythingHasArrived() throws Exception {
    index.then(this::heldUp);
    write("a", "b", "c");
    FutureTask<Void> flush = inBackground(() -> writer.flush(false));
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    assertIsBlocked(flush);
    goOn.countDown();
    flush.get(10, TimeUnit.SECONDS);
    assertThat(index.asked()).containsExactly(List.of("a", "b"), List.of("c"));
  }

  @Test
  void withOneBatchOnItsWayAndOneFullTheStreamIsHeldBack() throws Exception {
    index.then(this::heldUp);
    write("a", "b", "c");
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    FutureTask<Void> fourth = inBackground(() -> write("d"));
    assertIsBlocked(fourth);
    goOn.countDown();
    fourth.get(10, TimeUnit.SECONDS);
    writer.flush(false);
    assertThat(index.asked()).containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void whatWaitsIsWrittenAsSoonAsNothingMoreComes() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    index.then(
        batch -> {
          written.countDown();
          return FakeIndexer.all(CREATED, batch);
        });
    write("a");
    time.setCurrentTime(QUIET);
    assertThat(index.asked()).as("it came since the last look").isEmpty();
    time.setCurrentTime(2 * QUIET);
    assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(index.asked()).containsExactly(List.of("a"));
    writer.flush(false);
    time.setCurrentTime(3 * QUIET);
    assertThat(time.getNumActiveTimers()).as("nothing waits, nobody looks").isZero();

    write("b");
    time.setCurrentTime(4 * QUIET);
    time.setCurrentTime(5 * QUIET);
    writer.flush(false);
    assertThat(index.asked()).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void ofASteadyTrickleNothingWaitsLongerThanTheLingerTime() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    index.then(
        batch -> {
          written.countDown();
          return FakeIndexer.all(CREATED, batch);
        });
    try (IndexWriter<String> roomy = writer(Duration.ofDays(1), 1_000)) {
      for (int at = 0; at < LINGER.toMillis(); at += 10) {
        time.setCurrentTime(at);
        roomy.write("at " + at, null);
      }
      assertThat(index.asked()).as("a batch is filled").isEmpty();
      time.setCurrentTime(LINGER.toMillis());
      assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(index.asked()).hasSize(1).first().asInstanceOf(LIST).hasSize(50);
    }
  }

  @Test
  void theLingerTimeNeverWaitsForABatchOnItsWay() throws Exception {
    index.then(this::heldUp);
    write("a", "b", "c");
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    FutureTask<Void> look = inBackground(() -> time.setCurrentTime(LINGER.toMillis()));
    look.get(10, TimeUnit.SECONDS);
    goOn.countDown();
    writer.flush(false);
    assertThat(index.asked()).containsExactly(List.of("a", "b"), List.of("c"));
  }

  @Test
  void anIndexerThatThrowsFailsTheNextWriteAndEveryOneBehind() throws Exception {
    index.then(
        batch -> {
          throw new IllegalArgumentException("no such index");
        });
    write("a", "b", "c");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> write("d"))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the batch could not be written:"
                  + " java.lang.IllegalArgumentException: no such index")
          .hasCauseInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> writer.flush(false)).hasMessageContaining("no such index");
    assertThat(index.asked()).as("nothing overtakes what failed").hasSize(1);
  }

  @Test
  void aFailureShowsInAQuietStreamToo() throws Exception {
    index.then(
        batch -> {
          reached.countDown();
          throw new IllegalArgumentException("no such index");
        });
    write("a", "b");
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(
            () -> {
              // The sender may still be on its way out of the indexer at the first look.
              for (int look = 1; look < 1_000_000; look++) {
                time.setCurrentTime(look * LINGER.toMillis());
              }
            })
        .hasStackTraceContaining("no such index");
  }

  @Test
  void theLimitOfRetriesFailsTheWriteInTheWordsOfTheDelivery() throws Exception {
    index.then(RETRY, RETRY);
    try (IndexWriter<String> impatient = writer(Duration.ofNanos(-1))) {
      impatient.write("a", null);
      impatient.write("b", null);
      assertThatThrownBy(() -> impatient.flush(false))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("Elasticsearch has not taken 2 documents");
    }
  }

  @Test
  void closingEndsARetryingDeliveryAtOnce() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    index.then(
        batch -> {
          tries.incrementAndGet();
          reached.countDown();
          return FakeIndexer.all(RETRY, batch);
        });
    write("a", "b");
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    FutureTask<Void> flush = inBackground(() -> writer.flush(true));
    writer.close();
    assertThatThrownBy(() -> flush.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
    assertThat(index.isClosed()).isTrue();
    assertThat(tries).hasValue(1);
    assertThat(time.getNumActiveTimers()).isZero();
  }

  private IndexWriter<String> writer(Duration retryFor) {
    return writer(retryFor, 2);
  }

  private IndexWriter<String> writer(Duration retryFor, int batchSize) {
    Duration pause = Duration.ofDays(1);
    return new IndexWriter<>(
        new Delivery<>(
            index,
            new Patience(retryFor, pause, pause, System::nanoTime),
            new DeliveryMetrics(
                new UnregisteredMetricsGroup(),
                VocIndex.FEEDBACK,
                System::nanoTime,
                Clock.systemUTC())),
        time,
        batchSize,
        LINGER);
  }

  private void write(String... elements) throws IOException, InterruptedException {
    for (String element : elements) {
      writer.write(element, null);
    }
  }

  private List<Outcome> heldUp(List<String> batch) {
    reached.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return FakeIndexer.all(CREATED, batch);
  }

  private interface Step {
    void run() throws Exception;
  }

  private static FutureTask<Void> inBackground(Step step) {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              step.run();
              return null;
            });
    Thread thread = new Thread(task, "task of the test");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static void assertIsBlocked(FutureTask<Void> task) {
    assertThatThrownBy(() -> task.get(100, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }
}
