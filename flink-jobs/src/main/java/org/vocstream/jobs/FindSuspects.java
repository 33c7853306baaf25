package org.vocstream.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.vocstream.suspect.Bursts;
import org.vocstream.suspect.Copies;
import org.vocstream.suspect.Finding;
import org.vocstream.suspect.Group;
import org.vocstream.suspect.InTime;
import org.vocstream.suspect.SuspectOptions;
import org.vocstream.suspect.Trace;
import org.vocstream.suspect.Traces;

/**
 * Compares what comes by at one place and tells of each feedback that becomes suspect, or ceases to
 * be, there. Keyed by {@link Trace#place()}.
 *
 * <p>State is kept in memory as it is; a place with very many different texts costs time in
 * proportion for each further one.
 */
final class FindSuspects extends KeyedProcessFunction<String, LeftTrace, Finding> {
  private static final long serialVersionUID = 1L;

  private final SuspectOptions options;

  private transient ValueState<List<Group>> copies;
  private transient ValueState<List<InTime>> inTime;

  FindSuspects(SuspectOptions options) {
    this.options = options;
  }

  @Override
  public void open(OpenContext context) {
    StateTtlConfig timeToLive = new Retention(options.window()).timeToLive();
    ValueStateDescriptor<List<Group>> texts =
        new ValueStateDescriptor<>("copies", Types.LIST(TypeInformation.of(Group.class)));
    texts.enableTimeToLive(timeToLive);
    copies = getRuntimeContext().getState(texts);
    ValueStateDescriptor<List<InTime>> times =
        new ValueStateDescriptor<>("in-time", Types.LIST(TypeInformation.of(InTime.class)));
    times.enableTimeToLive(timeToLive);
    inTime = getRuntimeContext().getState(times);
  }

  @Override
  public void processElement(LeftTrace left, Context context, Collector<Finding> out)
      throws Exception {
    Trace trace = left.trace();
    long watermark = context.timerService().currentWatermark();
    long until = retention(trace).until(trace.publishedAt(), watermark);
    if (trace.signature() != null) {
      List<Group> known = copies.value();
      List<Group> groups = known == null ? new ArrayList<>(1) : known;
      Copies here = new Copies(groups, options.window(), out::collect);
      if (left.takenBack()) {
        here.remove(trace);
      } else {
        here.add(trace, until);
      }
      keep(copies, groups);
    } else {
      List<InTime> known = inTime.value();
      List<InTime> all = known == null ? new ArrayList<>(1) : known;
      Bursts here = new Bursts(all, burst(trace), out::collect);
      if (left.takenBack()) {
        here.remove(trace, watermark);
      } else {
        here.add(trace, until);
      }
      keep(inTime, all);
    }
    if (!left.takenBack()) {
      context.timerService().registerEventTimeTimer(until);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Finding> out) throws Exception {
    List<Group> groups = copies.value();
    if (groups != null) {
      new Copies(groups, options.window(), out::collect).forget(time);
      keep(copies, groups);
    }
    List<InTime> all = inTime.value();
    if (all != null) {
      new Bursts(all, Traces.burstAt(context.getCurrentKey(), options), out::collect).forget(time);
      keep(inTime, all);
    }
  }

  private static <T> void keep(ValueState<List<T>> state, List<T> all) throws IOException {
    if (all.isEmpty()) {
      state.clear();
    } else {
      state.update(all);
    }
  }

  private Retention retention(Trace trace) {
    return new Retention(trace.signature() == null ? Bursts.kept(burst(trace)) : options.window());
  }

  private SuspectOptions.Burst burst(Trace trace) {
    return Traces.burstAt(trace.place(), options);
  }
}
