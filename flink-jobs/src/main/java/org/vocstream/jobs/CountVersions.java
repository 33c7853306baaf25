package org.vocstream.jobs;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.vocstream.feedback.Feedback;

/**
 * Counts how many feedback there are when later versions have replaced earlier ones and withdrawals
 * have taken theirs back: what the index must hold after this run. Passes every feedback on
 * unchanged. Keyed by {@link Feedback#key()}.
 *
 * <p>What can go wrong: the state of a key is dropped after {@link #REMEMBERED}; an edit that comes
 * later than that counts as new here. The index is right all the same, for it is keyed by id.
 */
final class CountVersions extends KeyedProcessFunction<String, Feedback, Feedback>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** How long a key is remembered after it was last seen. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  /** Name of the count of feedback standing after edits and withdrawals. */
  static final String STANDING = "feedback_standing";

  /** Name of the count of feedback that replaced an earlier version within the run. */
  static final String REPLACED = "feedback_replaced";

  /** Name of the count of withdrawals. */
  static final String WITHDRAWN = "feedback_withdrawn";

  private transient ValueState<Boolean> stands;
  private transient Tally standing;
  private transient Tally replaced;
  private transient Tally withdrawn;

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<Boolean> descriptor = new ValueStateDescriptor<>("stands", Types.BOOLEAN);
    descriptor.enableTimeToLive(Retention.timeToLive(REMEMBERED));
    stands = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(Feedback feedback, Context context, Collector<Feedback> out)
      throws Exception {
    boolean before = Boolean.TRUE.equals(stands.value());
    boolean after = !feedback.deleted();
    standing.add((after ? 1 : 0) - (before ? 1 : 0));
    replaced.add(before && after ? 1 : 0);
    withdrawn.add(after ? 0 : 1);
    stands.update(after);
    out.collect(feedback);
  }

  @Override
  public void initializeState(FunctionInitializationContext state) throws Exception {
    standing = Tally.restore(STANDING, getRuntimeContext(), state);
    JobMetrics metrics = new JobMetrics(getRuntimeContext().getMetricGroup());
    replaced =
        Tally.restore(REPLACED, metrics.counter(JobMetric.REPLACED), getRuntimeContext(), state);
    withdrawn =
        Tally.restore(WITHDRAWN, metrics.counter(JobMetric.WITHDRAWN), getRuntimeContext(), state);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    standing.snapshot();
    replaced.snapshot();
    withdrawn.snapshot();
  }
}
