package org.vocstream.jobs;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.vocstream.statistics.alert.Alert;

/**
 * Passes on what is worth a delivery: that an event has opened, has become more severe, is over or
 * is no more; and holds it while the quiet hours last, only the newest of each event. What happened
 * long ago is not delivered. Keyed by the id of the event.
 *
 * <p>At the end of input that ends, what is held is delivered though the quiet hours last: there is
 * nobody to do it later.
 */
final class HoldAlerts extends KeyedProcessFunction<String, Alert, Alert> {
  private static final long serialVersionUID = 1L;

  /** How long is remembered what was delivered of an event. */
  static final Duration REMEMBERED = Duration.ofDays(60);

  private final AlertRules rules;

  private transient ValueState<Alert> delivered;
  private transient ValueState<Alert> held;

  HoldAlerts(AlertRules rules) {
    this.rules = rules;
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<Alert> descriptor =
        new ValueStateDescriptor<>("delivered", TypeInformation.of(Alert.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBERED).build());
    delivered = getRuntimeContext().getState(descriptor);
    held =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("held", TypeInformation.of(Alert.class)));
  }

  @Override
  public void processElement(Alert alert, Context context, Collector<Alert> out) throws Exception {
    Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    long today = now.atZone(rules.quiet().zone()).toLocalDate().toEpochDay();
    if (!alert.news() || alert.event().lastDay() < today - rules.freshDays()) {
      return;
    }
    Instant over = rules.quiet().over(now);
    if (over.equals(now)) {
      deliver(alert, out);
      return;
    }
    if (held.value() == null) {
      context.timerService().registerProcessingTimeTimer(over.toEpochMilli());
      context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }
    held.update(alert);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
    Alert alert = held.value();
    if (alert != null) {
      held.clear();
      deliver(alert, out);
    }
    context.timerService().deleteEventTimeTimer(Long.MAX_VALUE);
  }

  private void deliver(Alert alert, Collector<Alert> out) throws Exception {
    Alert before = delivered.value();
    boolean worth =
        before == null
            ? !alert.withdrawn()
            : alert.withdrawn() != before.withdrawn()
                || alert.event().course() != before.event().course()
                || alert.event().severity().compareTo(before.event().severity()) > 0;
    if (worth) {
      delivered.update(alert);
      out.collect(alert);
    }
  }
}
