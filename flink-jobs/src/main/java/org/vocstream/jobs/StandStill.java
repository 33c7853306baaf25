package org.vocstream.jobs;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Time stands still while no feedback comes from anywhere. Behind this the stream meets others that
 * are at the end of time (what stood in the index, settings), and a stream that is idle does not
 * count beside them: without this a quiet half minute would close all days, and whatever came after
 * it would be late.
 *
 * <p>Where a stream has no event time at all, for nothing in it is dated, time begins with the
 * first quiet moment, so that nobody waits for it in vain.
 */
final class StandStill<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {
  private static final long serialVersionUID = 1L;

  /** Closes nothing, and is not what no watermark looks like. */
  private static final Watermark BEGINNING = new Watermark(Long.MIN_VALUE + 1);

  private transient boolean begun;

  @Override
  public void processElement(StreamRecord<T> record) {
    output.collect(record);
  }

  @Override
  public void processWatermark(Watermark watermark) throws Exception {
    begun = true;
    super.processWatermark(watermark);
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    if (status.isIdle() && !begun) {
      processWatermark(BEGINNING);
    }
  }
}
