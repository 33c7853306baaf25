package org.vocstream.jobs;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.vocstream.feedback.Feedback;
import org.vocstream.suspect.SuspectOptions;
import org.vocstream.suspect.Trace;
import org.vocstream.suspect.Traces;

/**
 * Leaves the traces of each feedback on the side output, and takes back those that an earlier
 * version left and this one does not. Passes every feedback on unchanged. Keyed by {@link
 * Feedback#key()}.
 */
final class LeaveTraces extends KeyedProcessFunction<String, Feedback, Feedback> {
  private static final long serialVersionUID = 1L;

  /** Traces left and taken back, in order. */
  static final OutputTag<LeftTrace> TRACES =
      new OutputTag<>("traces", TypeInformation.of(LeftTrace.class));

  private final Retention retention;

  private transient Traces traces;
  private transient ValueState<TracesLeft> left;

  LeaveTraces(SuspectOptions options) {
    // Longer than the traces themselves, so that whatever stands can be taken back.
    this.retention = new Retention(options.window().plus(FeedbackScoringJob.OUT_OF_ORDER));
  }

  @Override
  public void open(OpenContext context) {
    traces = new Traces();
    ValueStateDescriptor<TracesLeft> leftBefore =
        new ValueStateDescriptor<>("left", TypeInformation.of(TracesLeft.class));
    leftBefore.enableTimeToLive(retention.timeToLive());
    left = getRuntimeContext().getState(leftBefore);
  }

  @Override
  public void processElement(Feedback feedback, Context context, Collector<Feedback> out)
      throws Exception {
    List<Trace> now = traces.of(feedback);
    TracesLeft known = left.value();
    List<Trace> before = known == null ? List.of() : known.traces(feedback.key());
    for (Trace trace : before) {
      if (!now.contains(trace)) {
        context.output(TRACES, new LeftTrace(trace, true));
      }
    }
    for (Trace trace : now) {
      if (!before.contains(trace)) {
        context.output(TRACES, new LeftTrace(trace, false));
      }
    }
    if (now.isEmpty()) {
      left.clear();
    } else {
      long end = retention.until(feedback.publishedAt(), context.timerService().currentWatermark());
      left.update(TracesLeft.of(now, end));
      context.timerService().registerEventTimeTimer(end);
    }
    out.collect(feedback);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Feedback> out) throws Exception {
    TracesLeft known = left.value();
    if (known != null && known.until() <= time) {
      left.clear();
    }
  }
}
