package org.vocstream.jobs;

import java.io.IOException;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.vocstream.statistics.ScoreCell;

/**
 * Keeps the sums of each daily cell and hands the cell on when it has changed: within a second, and
 * while it goes on changing every {@value #AGAIN} ms, early, long before its day is over. A busy
 * cell changes with nearly every feedback, and each time it is handed on costs Elasticsearch as
 * much as a mention. Keyed by {@link org.vocstream.statistics.CellKey#id()}.
 *
 * <p>Nothing is handed on before the first watermark: until then the job still reads what stands in
 * the index, and a cell would be told by halves. A run over files that ends has no watermark before
 * its end, so it writes each cell once.
 *
 * <p>A cell is forgotten when its day closes; one without a day never, and there are few of them.
 */
final class SumDailyCells extends KeyedProcessFunction<String, CellChange, ScoreCell> {
  private static final long serialVersionUID = 1L;

  /** How long changes of a cell are gathered, in milliseconds. */
  static final long GATHER = 1_000;

  /** How long a cell that was handed on waits at the least before it is again, in milliseconds. */
  static final long AGAIN = 10_000;

  private final String zoneName;

  private transient ZoneId zone;
  private transient ValueState<ScoreCell> sums;
  private transient ValueState<Boolean> changed;
  private transient ValueState<Long> handedOn;

  SumDailyCells(String zone) {
    this.zoneName = zone;
  }

  @Override
  public void open(OpenContext context) {
    zone = ZoneId.of(zoneName);
    sums =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("sums", TypeInformation.of(ScoreCell.class)));
    changed = getRuntimeContext().getState(new ValueStateDescriptor<>("changed", Types.BOOLEAN));
    handedOn = getRuntimeContext().getState(new ValueStateDescriptor<>("handed-on", Types.LONG));
  }

  @Override
  public void processElement(CellChange change, Context context, Collector<ScoreCell> out)
      throws Exception {
    ScoreCell before = sums.value();
    sums.update(before == null ? change.cell() : before.plus(change.cell()));
    if (before == null) {
      Long day = change.cell().key().day();
      // A job that is drained waits for no clock: what has no day is handed on at its last moment.
      context
          .timerService()
          .registerEventTimeTimer(day == null ? Long.MAX_VALUE : Days.end(day, zone));
    }
    if (!change.standing() && changed.value() == null) {
      changed.update(true);
      handOnLater(context);
    }
  }

  private void handOnLater(Context context) throws IOException {
    if (context.timerService().currentWatermark() == Long.MIN_VALUE) {
      context.timerService().registerEventTimeTimer(Long.MIN_VALUE + 1);
    } else {
      long now = context.timerService().currentProcessingTime();
      Long before = handedOn.value();
      long earliest = before == null ? now : Math.max(now, before + AGAIN - GATHER);
      // All cells at the same moment: one bulk instead of many.
      context.timerService().registerProcessingTimeTimer((earliest / GATHER + 1) * GATHER);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<ScoreCell> out)
      throws Exception {
    ScoreCell cell = sums.value();
    if (cell == null) {
      return;
    }
    if (changed.value() != null) {
      out.collect(cell);
      changed.clear();
      handedOn.update(context.timerService().currentProcessingTime());
    }
    boolean closes =
        context.timeDomain() == TimeDomain.EVENT_TIME
            && cell.key().day() != null
            && Days.end(cell.key().day(), zone) <= time;
    if (closes || cell.isEmpty()) {
      sums.clear();
      handedOn.clear();
    }
  }
}
