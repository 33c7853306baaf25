package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.jobs.CellStory.T0;
import static org.vocstream.jobs.CellStory.review;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.DocumentId;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ScoreCell;

/**
 * A crisis: 95 of 100 reviews blame one brand for one thing. Counted is what reaches each subtask
 * that keeps cells, on a clock of the test.
 */
// The harness can be interrupted when it closes.
@SuppressWarnings("try")
class HotBrandOperatorTest {
  private static final int SUBTASKS = 4;
  private static final int MAX_PARALLELISM = 128;
  private static final int REVIEWS = 20_000;

  @Test
  void aBrandInACrisisSendsItsSubtaskATenthOfTheChangesAndTheSameCells() throws Exception {
    List<ScoredFeedback> crisis = crisis();
    try (Stages each = new Stages(false);
        Stages gathered = new Stages(true)) {
      each.take(crisis);
      gathered.take(crisis);

      assertThat(gathered.cells()).hasSizeGreaterThan(100).isEqualTo(each.cells());
      assertThat(each.hottest())
          .as("changes that reach the hottest subtask, of %s", Arrays.toString(each.reached))
          .isGreaterThan(REVIEWS);
      assertThat(gathered.hottest())
          .as("changes that reach the hottest subtask when gathered; %d before", each.hottest())
          .isLessThan(each.hottest() / 10);
    }
  }

  /** Reviews in the order of time, with edits, over midnight; the same each time. */
  private static List<ScoredFeedback> crisis() {
    Random random = new Random(7);
    List<ScoredFeedback> reviews = new ArrayList<>();
    for (int i = 0; i < REVIEWS; i++) {
      String brand = random.nextInt(100) < 95 ? "青禾" : "brand " + random.nextInt(50);
      int id = i > 0 && random.nextInt(20) == 0 ? random.nextInt(i) : i;
      reviews.add(review("r" + id, brand, at(i), random.nextInt(10) == 0 ? 1 : -1));
    }
    return reviews;
  }

  private static Instant at(int number) {
    return T0.plusSeconds(5L * number);
  }

  /** The subtasks that tell what cells gain or lose, and those that keep the cells. */
  private static final class Stages implements AutoCloseable {
    private final long[] reached = new long[SUBTASKS];
    private final List<Contributing> contributing = new ArrayList<>();
    private final List<Summing> summing = new ArrayList<>();

    Stages(boolean gathering) throws Exception {
      for (int i = 0; i < SUBTASKS; i++) {
        contributing.add(new Contributing(gathering));
        summing.add(new Summing());
      }
    }

    /** Two thousand reviews a second, a watermark every 200 ms, a checkpoint every two seconds. */
    void take(List<ScoredFeedback> reviews) throws Exception {
      for (int i = 0; i < reviews.size(); i++) {
        String id = DocumentId.feedback(reviews.get(i).feedback().key());
        contributing.get(subtask(id)).take(reviews.get(i));
        if (i % 400 == 399) {
          long clock = i / 2;
          Instant watermark = at(i).minus(Duration.ofHours(1));
          boolean checkpoint = i % 4_000 == 3_999;
          for (Contributing from : contributing) {
            from.setTime(clock, watermark, checkpoint);
          }
          deliver();
          for (Summing cells : summing) {
            cells.setProcessingTime(clock);
            cells.processWatermark(new Watermark(watermark.toEpochMilli()));
          }
        }
      }
      for (Contributing from : contributing) {
        from.setTime(reviews.size(), Instant.ofEpochMilli(Long.MAX_VALUE), true);
      }
      deliver();
      for (Summing cells : summing) {
        cells.processWatermark(Watermark.MAX_WATERMARK);
      }
    }

    private void deliver() throws Exception {
      for (Contributing from : contributing) {
        for (CellChange change : from.changes()) {
          int to = subtask(change.cell().key().id());
          reached[to]++;
          summing.get(to).processElement(new StreamRecord<>(change));
        }
      }
    }

    private static int subtask(String key) {
      return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, SUBTASKS);
    }

    long hottest() {
      return Arrays.stream(reached).max().orElseThrow();
    }

    /** What an index would hold: what each cell was when it was last handed on. */
    Map<CellKey, ScoreCell> cells() {
      Map<CellKey, ScoreCell> cells = new HashMap<>();
      for (Summing all : summing) {
        all.extractOutputValues().forEach(cell -> cells.put(cell.key(), cell));
      }
      return cells;
    }

    @Override
    public void close() throws Exception {
      for (int i = 0; i < SUBTASKS; i++) {
        contributing.get(i).close();
        summing.get(i).close();
      }
    }
  }

  private static final class Contributing implements AutoCloseable {
    private final KeyedTwoInputStreamOperatorTestHarness<
            String, FeedbackCells, FeedbackCells, CellChange>
        contribute =
            new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new ContributeToCells(CellStory.ZONE)),
                FeedbackCells::feedback,
                FeedbackCells::feedback,
                Types.STRING);
    private final OneInputStreamOperatorTestHarness<CellChange, CellChange> gather;

    Contributing(boolean gathering) throws Exception {
      contribute.open();
      gather =
          gathering
              ? new OneInputStreamOperatorTestHarness<>(new GatherChanges(CellStory.ZONE))
              : null;
      if (gathering) {
        gather.open();
      }
    }

    void take(ScoredFeedback review) throws Exception {
      contribute.processElement1(
          new StreamRecord<>(FeedbackCells.of(review, ZoneId.of(CellStory.ZONE))));
      pass();
    }

    void setTime(long clock, Instant watermark, boolean checkpoint) throws Exception {
      Watermark mark = new Watermark(watermark.toEpochMilli());
      contribute.setProcessingTime(clock);
      contribute.processBothWatermarks(mark);
      pass();
      if (gather != null) {
        gather.setProcessingTime(clock);
        gather.processWatermark(mark);
        if (checkpoint) {
          gather.prepareSnapshotPreBarrier(clock);
        }
      }
    }

    private void pass() throws Exception {
      if (gather != null) {
        for (CellChange change : taken(contribute)) {
          gather.processElement(new StreamRecord<>(change));
        }
      }
    }

    List<CellChange> changes() {
      return taken(gather == null ? contribute : gather);
    }

    private static List<CellChange> taken(AbstractStreamOperatorTestHarness<CellChange> harness) {
      List<CellChange> taken = harness.extractOutputValues();
      harness.getOutput().clear();
      return taken;
    }

    @Override
    public void close() throws Exception {
      contribute.close();
      if (gather != null) {
        gather.close();
      }
    }
  }

  private static final class Summing
      extends KeyedOneInputStreamOperatorTestHarness<String, CellChange, ScoreCell> {
    Summing() throws Exception {
      super(
          new KeyedProcessOperator<>(new SumDailyCells(CellStory.ZONE)),
          change -> change.cell().key().id(),
          Types.STRING);
      open();
    }
  }
}
