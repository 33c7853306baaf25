package org.vocstream.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.elasticsearch.LateFeedback;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ScoreCell;

/**
 * Says what each feedback changes in the daily cells. A version takes back what the one before it
 * added, a withdrawal takes back all. What stood in the index before the job began counts as a
 * version, too, unless the stream has brought one already. Keyed by the id of the feedback
 * document.
 *
 * <p>A feedback whose day is closed (the watermark has passed its end) changes nothing and goes to
 * {@link #LATE}. What a feedback added is remembered until its day closes; that of an undated one
 * until {@link #REMEMBERED} after it was last seen. A day that is closed stays so in a job that is
 * resumed and has no watermark yet: its cells are forgotten, and would begin anew.
 */
final class ContributeToCells
    extends KeyedCoProcessFunction<String, FeedbackCells, FeedbackCells, CellChange>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** How long anything is remembered at the most where no watermark closes its day. */
  static final Duration REMEMBERED = Duration.ofDays(30);

  /** Feedback that came too late. */
  static final OutputTag<LateFeedback> LATE =
      new OutputTag<>("late", TypeInformation.of(LateFeedback.class));

  /** Name of the count of feedback that came too late. */
  static final String TOO_LATE = "feedback_late";

  private final String zoneName;

  private transient ZoneId zone;
  private transient ValueState<Contributed> contributed;
  private transient Tally late;
  private transient ListState<Long> kept;
  private transient long closedUpTo;

  ContributeToCells(String zone) {
    this.zoneName = zone;
  }

  @Override
  public void open(OpenContext context) {
    zone = ZoneId.of(zoneName);
    ValueStateDescriptor<Contributed> descriptor =
        new ValueStateDescriptor<>("contributed", TypeInformation.of(Contributed.class));
    descriptor.enableTimeToLive(Retention.timeToLive(REMEMBERED));
    contributed = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement1(FeedbackCells own, Context context, Collector<CellChange> out)
      throws Exception {
    long watermark = Math.max(closedUpTo, context.timerService().currentWatermark());
    Contributed before = contributed.value();
    boolean closed = own.publishedAt() != null && end(own.publishedAt()) <= watermark;
    // An undated withdrawal of what is not known may be of something forgotten.
    boolean forgotten = own.withdrawn() && before == null && watermark > Long.MIN_VALUE;
    if (closed || forgotten) {
      late.add(1);
      context.output(LATE, late(own, watermark));
    }
    List<FeedbackCells> after = closed || own.withdrawn() ? List.of() : List.of(own);
    if (before == null && after.isEmpty() && closed) {
      return;
    }
    Contributed now = new Contributed(true, after);
    change(before == null ? List.of() : before.cells(), now.cells(), out);
    contributed.update(now);
    closeLater(own.publishedAt(), context);
  }

  @Override
  public void processElement2(FeedbackCells standing, Context context, Collector<CellChange> out)
      throws Exception {
    Contributed before = contributed.value();
    if (before != null && before.live()) {
      // The version in the index is older; its cells there still count it and are to be written.
      for (ScoreCell cell : standing.cells()) {
        out.collect(new CellChange(ScoreCell.empty(cell.key()), false));
      }
      return;
    }
    List<FeedbackCells> parts = new ArrayList<>(before == null ? List.of() : before.parts());
    // After a failure the index is read again, and brings the same part again.
    if (parts.stream().noneMatch(part -> part.sentiment() == standing.sentiment())) {
      parts.add(standing);
      for (ScoreCell cell : standing.cells()) {
        out.collect(new CellChange(cell, true));
      }
    }
    contributed.update(new Contributed(false, parts));
    closeLater(standing.publishedAt(), context);
  }

  private static void change(
      List<ScoreCell> before, List<ScoreCell> after, Collector<CellChange> out) {
    Map<CellKey, ScoreCell> changes = new LinkedHashMap<>();
    before.forEach(cell -> changes.merge(cell.key(), cell.negated(), ScoreCell::plus));
    after.forEach(cell -> changes.merge(cell.key(), cell, ScoreCell::plus));
    for (ScoreCell change : changes.values()) {
      if (!change.equals(ScoreCell.empty(change.key()))) {
        out.collect(new CellChange(change, false));
      }
    }
  }

  private void closeLater(Instant publishedAt, Context context) {
    if (publishedAt != null) {
      context.timerService().registerEventTimeTimer(end(publishedAt));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<CellChange> out)
      throws Exception {
    closedUpTo = Math.max(closedUpTo, time);
    Contributed known = contributed.value();
    if (known == null) {
      return;
    }
    List<FeedbackCells> open =
        known.parts().stream()
            .filter(p -> p.place().day() == null || Days.end(p.place().day(), zone) > time)
            .toList();
    if (open.isEmpty()) {
      contributed.clear();
    } else {
      contributed.update(new Contributed(known.live(), open));
    }
  }

  private long end(Instant at) {
    return Days.end(at.atZone(zone).toLocalDate().toEpochDay(), zone);
  }

  private static LateFeedback late(FeedbackCells own, long watermark) {
    return new LateFeedback(
        own.feedback(),
        own.place().brand(),
        own.place().channel(),
        own.publishedAt(),
        Instant.ofEpochMilli(watermark));
  }

  @Override
  public void initializeState(FunctionInitializationContext state) throws Exception {
    JobMetrics metrics = new JobMetrics(getRuntimeContext().getMetricGroup());
    late = Tally.restore(TOO_LATE, metrics.counter(JobMetric.LATE), getRuntimeContext(), state);
    // Of all subtasks: a cell is made of what several of them contributed.
    kept =
        state
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("closed-up-to", Types.LONG));
    closedUpTo = Long.MIN_VALUE;
    for (long each : kept.get()) {
      closedUpTo = Math.max(closedUpTo, each);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    late.snapshot();
    kept.update(List.of(closedUpTo));
  }
}
