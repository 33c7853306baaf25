package org.vocstream.jobs;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.vocstream.feedback.Channel;
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

  /** The reason, as a metric tells it, where no field but the record as a whole is at fault. */
  static final String WHOLE_RECORD = "record";

  private transient Tally read;
  private transient Tally bytes;
  private transient Tally refused;
  private transient Map<Channel, Counter> takenIn;
  private transient CounterByValue reasons;
  private transient NewestDate newest;

  @Override
  public void processElement(Arrival arrival, Context context, Collector<Feedback> out) {
    read.add(1);
    bytes.add(arrival.size());
    DeadLetter letter = arrival.deadLetter();
    if (letter == null) {
      Feedback feedback = arrival.feedback();
      takenIn.get(feedback.channel()).inc();
      newest.see(feedback.publishedAt(), context.timerService().currentProcessingTime());
      out.collect(feedback);
    } else {
      refused.add(1);
      reasons.inc(letter.field() == null ? WHOLE_RECORD : letter.field());
      context.output(DEAD_LETTERS, letter);
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext state) throws Exception {
    RuntimeContext runtime = getRuntimeContext();
    JobMetrics metrics = new JobMetrics(runtime.getMetricGroup());
    read = Tally.restore(READ, metrics.counter(JobMetric.RECORDS_READ), runtime, state);
    bytes = Tally.restore(BYTES, metrics.counter(JobMetric.BYTES_READ), runtime, state);
    refused = Tally.restore(REFUSED, runtime, state);
    takenIn = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      takenIn.put(channel, metrics.counter(JobMetric.FEEDBACK_TAKEN_IN, channel.code()));
    }
    reasons = new CounterByValue(metrics, JobMetric.DEAD_LETTERS).showing(List.of(WHOLE_RECORD));
    newest = metrics.newest(JobMetric.NEWEST_TAKEN_IN);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    read.snapshot();
    bytes.snapshot();
    refused.snapshot();
  }
}
