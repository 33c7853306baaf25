package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vocstream.jobs.FakeIndexer.CREATED;
import static org.vocstream.jobs.FakeIndexer.REJECTED;
import static org.vocstream.jobs.FakeIndexer.RETRY;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.util.clock.ManualClock;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.Outcome;
import org.vocstream.elasticsearch.VocIndex;

class DeliveryTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final String OF_FEEDBACK = "voc.index.voc-feedback.";

  private final ManualClock clock = new ManualClock();
  private final RecordedMetrics metrics = new RecordedMetrics();
  private final FakeIndexer index = new FakeIndexer();

  @Test
  void onlyWhatCanSucceedLaterIsTriedAgainAndInOrder() throws Exception {
    index.then(RETRY, CREATED, REJECTED, RETRY, RETRY).then(RETRY, CREATED, RETRY);
    delivery(Duration.ofMillis(1)).deliver(List.of("a", "b", "c", "d", "e"));
    assertThat(index.asked())
        .containsExactly(
            List.of("a", "b", "c", "d", "e"), List.of("a", "d", "e"), List.of("a", "e"));
    assertThat(counts()).isEqualTo(Map.of("indexed", 4L, "rejected", 1L, "retries", 2L));
  }

  @Test
  void whatIsRefusedNeverBlocks() throws Exception {
    index.then(REJECTED, REJECTED);
    delivery(Duration.ofHours(1)).deliver(List.of("a", "b"));
    assertThat(index.asked()).hasSize(1);
    assertThat(counts()).isEqualTo(Map.of("indexed", 0L, "rejected", 2L, "retries", 0L));
  }

  @Test
  void whatStandsAlreadyOrIsTakenBackHasArrived() throws Exception {
    index.then(
        new Outcome(Outcome.Kind.REPLACED, null),
        new Outcome(Outcome.Kind.WITHDRAWN, null),
        new Outcome(Outcome.Kind.SUPERSEDED, null));
    delivery(Duration.ofHours(1)).deliver(List.of("a", "b", "c"));
    assertThat(counts()).containsEntry("indexed", 3L).containsEntry("retries", 0L);
  }

  @Test
  void aStormIsSatOutAsLongAsSomethingGetsThrough() throws Exception {
    for (int i = 0; i < 5; i++) {
      index.then(
          batch -> {
            clock.advanceTime(Duration.ofMinutes(4));
            return FakeIndexer.all(RETRY, batch);
          });
      index.then(
          batch -> {
            clock.advanceTime(Duration.ofSeconds(50));
            List<Outcome> outcomes = new ArrayList<>(FakeIndexer.all(RETRY, batch));
            outcomes.set(0, CREATED);
            return outcomes;
          });
    }
    delivery(Duration.ofMillis(1)).deliver(List.of("a", "b", "c", "d", "e"));
    assertThat(index.asked()).hasSize(10);
    assertThat(counts()).containsEntry("indexed", 5L);
  }

  @Test
  void afterTheLimitTheJobFailsWithWhatToDo() {
    for (int i = 0; i < 6; i++) {
      index.then(
          batch -> {
            clock.advanceTime(Duration.ofMinutes(1));
            return FakeIndexer.all(RETRY, batch);
          });
    }
    Delivery<String> delivery = delivery(Duration.ofMillis(1));
    assertThatThrownBy(() -> delivery.deliver(List.of("a", "b")))
        .isInstanceOf(IndexAwayException.class)
        .hasMessage(
            "Elasticsearch has not taken 2 documents for 300 s (429 too many requests);"
                + " start the job again when it is back, nothing is lost");
    assertThat(index.asked()).as("tries within five minutes and the one behind").hasSize(6);
  }

  @Test
  void theNextBatchHasAllThePatienceAgain() throws Exception {
    Delivery<String> delivery = delivery(Duration.ofMillis(1));
    delivery.deliver(List.of("a"));
    clock.advanceTime(Duration.ofHours(1));
    index.then(RETRY);
    delivery.deliver(List.of("b"));
    assertThat(index.asked()).containsExactly(List.of("a"), List.of("b"), List.of("b"));
  }

  @Test
  void closingEndsAPauseAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    index.then(
        batch -> {
          asked.countDown();
          return FakeIndexer.all(RETRY, batch);
        });
    Delivery<String> delivery = delivery(Duration.ofDays(1));
    CompletableFuture<Void> delivered =
        CompletableFuture.runAsync(
            () -> {
              try {
                delivery.deliver(List.of("a"));
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e.getMessage(), e);
              }
            });
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    delivery.close();
    assertThatThrownBy(() -> delivered.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("closed while Elasticsearch was away (429 too many requests)");
    assertThat(index.isClosed()).isTrue();
  }

  @Test
  void theTimeOfABatchIsThatOfAllItsTries() throws Exception {
    index
        .then(
            batch -> {
              clock.advanceTime(Duration.ofMillis(1_500));
              return FakeIndexer.all(RETRY, batch);
            })
        .then(
            batch -> {
              clock.advanceTime(Duration.ofSeconds(1));
              return FakeIndexer.all(CREATED, batch);
            });
    delivery(Duration.ofMillis(1)).deliver(List.of("a"));
    Histogram time = metrics.histogram(OF_FEEDBACK + "index_batch_seconds");
    assertThat(time.getCount()).isEqualTo(1);
    assertThat(time.getStatistics().getQuantile(0.5)).isEqualTo(2.5);
  }

  @Test
  void theNewestDateIsThatOfWhatHasArrivedAndLiesNotInTheFuture() throws Exception {
    Delivery<String> delivery = delivery(Duration.ofMillis(1));
    Gauge<?> newest = (Gauge<?>) metrics.all().get("voc.newest_indexed_timestamp_seconds");
    assertThat(newest.getValue()).isEqualTo(Double.NaN);
    index.then(CREATED, REJECTED, CREATED, CREATED, CREATED);
    delivery.deliver(
        List.of(
            "published 2026-10-02T00:00:00.500Z",
            "published 2026-10-30T00:00:00Z",
            "published 2026-10-01T00:00:00Z",
            "published 2099-01-01T00:00:00Z",
            "undated"));
    assertThat(newest.getValue())
        .isEqualTo(Instant.parse("2026-10-02T00:00:00Z").getEpochSecond() + 0.5);
  }

  @Test
  void anIndexerThatForgetsADocumentIsFoundOut() {
    index.then(CREATED);
    assertThatThrownBy(() -> delivery(Duration.ofMillis(1)).deliver(List.of("a", "b")))
        .hasMessage("1 outcomes for 2 documents");
  }

  private Delivery<String> delivery(Duration pause) {
    return new Delivery<>(
        index,
        new Patience(LIMIT, pause, pause, clock::relativeTimeNanos),
        new DeliveryMetrics(
            metrics,
            VocIndex.FEEDBACK,
            clock::relativeTimeNanos,
            Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private Map<String, Long> counts() {
    return Map.of(
        "indexed", metrics.count(OF_FEEDBACK + "documents_indexed_total"),
        "rejected", metrics.count(OF_FEEDBACK + "documents_rejected_total"),
        "retries", metrics.count(OF_FEEDBACK + "index_retries_total"));
  }
}
