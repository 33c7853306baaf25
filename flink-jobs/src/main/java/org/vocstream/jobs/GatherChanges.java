package org.vocstream.jobs;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.vocstream.statistics.CellKey;

/**
 * Adds up the changes of a daily cell where they arise, before they travel to the one subtask that
 * keeps the cell. In a crisis all feedback is about one brand, and without this all of its changes
 * would go to one subtask; so each subtask sends one change of a cell every {@link #GATHER} ms,
 * however many feedback changed it.
 *
 * <p>The cells come out as without it, for their sums are whole numbers, and changes leave
 *
 * <ul>
 *   <li>before the first watermark, at which {@link SumDailyCells} begins to hand cells on,
 *   <li>before a watermark that closes the day of one of them,
 *   <li>before each checkpoint, so that there is nothing to keep in it,
 *   <li>when {@link #CELLS} cells have changed, so that memory is bounded,
 *   <li>at the end of the input.
 * </ul>
 */
final class GatherChanges extends AbstractStreamOperator<CellChange>
    implements OneInputStreamOperator<CellChange, CellChange> {
  private static final long serialVersionUID = 1L;

  /** How long changes are gathered at the most, in milliseconds. */
  static final long GATHER = 250;

  /** Of how many cells changes are gathered at the most: some megabytes. */
  static final int CELLS = 4_096;

  private final String zoneName;

  private transient ZoneId zone;
  private transient Map<CellKey, CellChange> gathered;
  private transient long firstDay;
  private transient ScheduledFuture<?> due;
  private transient boolean begun;

  GatherChanges(String zone) {
    this.zoneName = zone;
  }

  @Override
  public void open() throws Exception {
    super.open();
    zone = ZoneId.of(zoneName);
    gathered = new LinkedHashMap<>();
    firstDay = Long.MAX_VALUE;
  }

  @Override
  public void processElement(StreamRecord<CellChange> record) {
    sendLater();
    CellChange change = record.getValue();
    CellKey key = change.cell().key();
    gathered.merge(key, change, CellChange::plus);
    if (key.day() != null) {
      firstDay = Math.min(firstDay, key.day());
    }
    if (gathered.size() == CELLS) {
      send();
    }
  }

  private void sendLater() {
    if (due == null) {
      long now = getProcessingTimeService().getCurrentProcessingTime();
      due =
          getProcessingTimeService()
              .registerTimer((now / GATHER + 1) * GATHER, time -> sendAsTimed());
    }
  }

  private void sendAsTimed() {
    due = null;
    send();
  }

  private void send() {
    gathered.values().forEach(change -> output.collect(new StreamRecord<>(change)));
    gathered.clear();
    firstDay = Long.MAX_VALUE;
  }

  @Override
  public void processWatermark(Watermark watermark) throws Exception {
    if (!begun || watermark.equals(Watermark.MAX_WATERMARK) || closesOne(watermark)) {
      begun = true;
      send();
    }
    super.processWatermark(watermark);
  }

  private boolean closesOne(Watermark watermark) {
    return firstDay != Long.MAX_VALUE && Days.end(firstDay, zone) <= watermark.getTimestamp();
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    send();
  }

  @Override
  public void finish() throws Exception {
    send();
    super.finish();
  }
}
