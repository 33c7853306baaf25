package org.vocstream.jobs;

import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * A count that is exact over restarts: checkpointed with the operator, and shown as an accumulator
 * (read by whoever started the job). As a metric it begins at 0 with each start, as Prometheus
 * expects of a counter: one that fell back to the checkpoint would look like that many new ones.
 * Used by one operator subtask only.
 */
final class Tally {
  private final ListState<Long> checkpointed;
  private final LongCounter shown = new LongCounter();
  private final Counter metric;

  private Tally(ListState<Long> checkpointed, Counter metric) {
    this.checkpointed = checkpointed;
    this.metric = metric;
  }

  /** The tally of this name, with what the checkpoint holds of it; no metric. */
  static Tally restore(String name, RuntimeContext runtime, FunctionInitializationContext state)
      throws Exception {
    return restore(name, new SimpleCounter(), runtime, state);
  }

  /**
   * The tally of this name, with what the checkpoint holds of it.
   *
   * @param metric counts along
   */
  static Tally restore(
      String name, Counter metric, RuntimeContext runtime, FunctionInitializationContext state)
      throws Exception {
    Tally tally =
        new Tally(
            state.getOperatorStateStore().getListState(new ListStateDescriptor<>(name, Types.LONG)),
            metric);
    for (Long counted : tally.checkpointed.get()) {
      tally.shown.add(counted);
    }
    runtime.addAccumulator(name, tally.shown);
    return tally;
  }

  void add(long more) {
    shown.add(more);
    metric.inc(more);
  }

  /** Writes the count into the checkpoint; called from {@code snapshotState}. */
  void snapshot() throws Exception {
    checkpointed.update(List.of(shown.getLocalValuePrimitive()));
  }
}
