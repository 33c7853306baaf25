package org.vocstream.jobs;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.vocstream.feedback.RawRecord;

/**
 * Where the scoring job begins: a source with all that is needed to read its records. It says by
 * itself how many subtasks read, and what event time is.
 */
@FunctionalInterface
public interface Arrivals {
  /**
   * The records, read, with their event time and watermarks. Versions of one feedback come in their
   * order.
   */
  SingleOutputStreamOperator<Arrival> define(
      StreamExecutionEnvironment env, EnvelopeReading reading);

  /**
   * Records whose order is that of the source: one subtask reads them.
   *
   * @param records ordered; read by one subtask
   * @param endless whether the input goes on for ever. One that ends is a whole, in whatever order
   *     it is read: no day in it closes before the end
   */
  static Arrivals inOrder(Source<RawRecord, ?, ?> records, boolean endless) {
    return (env, reading) ->
        env.fromSource(records, WatermarkStrategy.noWatermarks(), "records")
            .uid("records")
            .setParallelism(1)
            .map(new ReadEnvelopes(reading))
            .returns(Arrival.class)
            .uid("read-envelopes")
            .name("read envelopes: parse and mask")
            .setParallelism(1)
            .assignTimestampsAndWatermarks(
                endless ? EventTime.endless(EventTime.IDLE) : EventTime.whole())
            .uid("event-time")
            .name("event time")
            .setParallelism(1);
  }
}
