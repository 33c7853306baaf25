package org.vocstream.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.vocstream.suspect.Copy;
import org.vocstream.suspect.Finding;
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

  private transient ValueState<Map<String, List<Copy>>> copies;
  private transient ValueState<List<InTime>> inTime;

  FindSuspects(SuspectOptions options) {
    this.options = options;
  }

  @Override
  public void open(OpenContext context) {
    StateTtlConfig timeToLive = new Retention(options.window()).timeToLive();
    ValueStateDescriptor<Map<String, List<Copy>>> texts =
        new ValueStateDescriptor<>(
            "copies", Types.MAP(Types.STRING, Types.LIST(TypeInformation.of(Copy.class))));
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
      Map<String, List<Copy>> groups = copies.value() == null ? new HashMap<>() : copies.value();
      Copies here = new Copies(groups, options.window(), out::collect);
      if (left.takenBack()) {
        here.remove(trace);
      } else {
        here.add(trace, until);
      }
      keep(groups);
    } else {
      List<InTime> all = inTime.value() == null ? new ArrayList<>() : inTime.value();
      Bursts here = new Bursts(all, burst(trace), out::collect);
      if (left.takenBack()) {
        here.remove(trace, watermark);
      } else {
        here.add(trace, until);
      }
      keep(all);
    }
    if (!left.takenBack()) {
      context.timerService().registerEventTimeTimer(until);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Finding> out) throws Exception {
    Map<String, List<Copy>> groups = copies.value();
    if (groups != null) {
      new Copies(groups, options.window(), out::collect).forget(time);
      keep(groups);
    }
    List<InTime> all = inTime.value();
    if (all != null) {
      new Bursts(all, Traces.burstAt(context.getCurrentKey(), options), out::collect).forget(time);
      keep(all);
    }
  }

  private void keep(Map<String, List<Copy>> groups) throws IOException {
    if (groups.isEmpty()) {
      copies.clear();
    } else {
      copies.update(groups);
    }
  }

  private void keep(List<InTime> all) throws IOException {
    if (all.isEmpty()) {
      inTime.clear();
    } else {
      inTime.update(all);
    }
  }

  private Retention retention(Trace trace) {
    return new Retention(trace.signature() == null ? Bursts.kept(burst(trace)) : options.window());
  }

  private SuspectOptions.Burst burst(Trace trace) {
    return Traces.burstAt(trace.place(), options);
  }
}
