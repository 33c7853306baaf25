package org.vocstream.jobs;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.vocstream.feedback.Feedback;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.Suspicion;
import org.vocstream.suspect.Finding;
import org.vocstream.suspect.SuspectOptions;
import org.vocstream.suspect.Trace;

/**
 * Marks each feedback with what was found of it: at once with what is known, and again each time
 * that changes. Keyed by {@link Feedback#key()}; a finding may come before its feedback.
 */
final class MarkSuspects extends KeyedCoProcessFunction<String, Feedback, Finding, MarkedFeedback> {
  private static final long serialVersionUID = 1L;

  private final Retention retention;

  private transient ValueState<Feedback> latest;
  private transient MapState<String, Finding> findings;
  private transient ValueState<Long> until;

  MarkSuspects(SuspectOptions options) {
    // Longer than anything can be found of it: findings come by another way and may be behind.
    this.retention = new Retention(options.window().plus(FeedbackScoringJob.OUT_OF_ORDER));
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<Feedback> version =
        new ValueStateDescriptor<>("latest", TypeInformation.of(Feedback.class));
    version.enableTimeToLive(retention.timeToLive());
    latest = getRuntimeContext().getState(version);
    MapStateDescriptor<String, Finding> found =
        new MapStateDescriptor<>("findings", Types.STRING, TypeInformation.of(Finding.class));
    found.enableTimeToLive(retention.timeToLive());
    findings = getRuntimeContext().getMapState(found);
    ValueStateDescriptor<Long> dropped = new ValueStateDescriptor<>("until", Types.LONG);
    dropped.enableTimeToLive(retention.timeToLive());
    until = getRuntimeContext().getState(dropped);
  }

  @Override
  public void processElement1(Feedback feedback, Context context, Collector<MarkedFeedback> out)
      throws Exception {
    if (feedback.deleted()) {
      latest.clear();
      out.collect(new MarkedFeedback(feedback, Suspicion.NONE));
      return;
    }
    latest.update(feedback);
    keep(feedback.publishedAt(), context.timerService());
    out.collect(new MarkedFeedback(feedback, suspicion()));
  }

  @Override
  public void processElement2(Finding finding, Context context, Collector<MarkedFeedback> out)
      throws Exception {
    Suspicion before = suspicion();
    if (finding.suspect()) {
      findings.put(finding.trace().place(), finding);
      keep(finding.trace().publishedAt(), context.timerService());
    } else {
      findings.remove(finding.trace().place());
    }
    Suspicion after = suspicion();
    if (latest.value() != null && !after.equals(before)) {
      out.collect(new MarkedFeedback(latest.value(), after));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<MarkedFeedback> out)
      throws Exception {
    if (until.value() != null && until.value() <= time) {
      latest.clear();
      findings.clear();
      until.clear();
    }
  }

  private void keep(Instant publishedAt, TimerService timers) throws Exception {
    long end = retention.until(publishedAt, timers.currentWatermark());
    Long before = until.value();
    if (before == null || before < end) {
      until.update(end);
      timers.registerEventTimeTimer(end);
    }
  }

  private Suspicion suspicion() throws Exception {
    if (findings.isEmpty()) {
      return Suspicion.NONE;
    }
    Set<Flag> reasons = new TreeSet<>();
    Trace original = null;
    for (Finding finding : findings.values()) {
      Trace found = finding.original();
      reasons.add(found == null ? Flag.BURST : Flag.DUPLICATE);
      if (found != null && (original == null || found.isBefore(original))) {
        original = found;
      }
    }
    return reasons.isEmpty()
        ? Suspicion.NONE
        : new Suspicion(reasons.stream().toList(), original == null ? null : original.key());
  }
}
