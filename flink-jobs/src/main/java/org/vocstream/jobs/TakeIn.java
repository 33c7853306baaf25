package org.vocstream.jobs;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Feedback;

/** Counts what comes in; feedback goes on, dead letters go to the side output. */
final class TakeIn extends ProcessFunction<Arrival, Feedback> implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Records that could not be taken in. */
  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  /** Name of the count of records read. */
  static final String READ = "records_read";

  /** Name of the count of bytes read. */
  static final String BYTES = "bytes_read";

  /** Name of the count of records refused. */
  static final String REFUSED = "records_refused";

  private transient Tally read;
  private transient Tally bytes;
  private transient Tally refused;

  @Override
  public void processElement(Arrival arrival, Context context, Collector<Feedback> out) {
    read.add(1);
    bytes.add(arrival.size());
    if (arrival.deadLetter() == null) {
      out.collect(arrival.feedback());
    } else {
      refused.add(1);
      context.output(DEAD_LETTERS, arrival.deadLetter());
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext state) throws Exception {
    read = Tally.restore(READ, getRuntimeContext(), state);
    bytes = Tally.restore(BYTES, getRuntimeContext(), state);
    refused = Tally.restore(REFUSED, getRuntimeContext(), state);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    read.snapshot();
    bytes.snapshot();
    refused.snapshot();
  }
}
