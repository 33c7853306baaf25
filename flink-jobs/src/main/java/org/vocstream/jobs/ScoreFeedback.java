package org.vocstream.jobs;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.jobs.settings.Scorer;
import org.vocstream.jobs.settings.Setting;
import org.vocstream.jobs.settings.SettingRefused;
import org.vocstream.scoring.ScoredFeedback;

/**
 * Scores each feedback, and adds what is suspect about it in the company of others; knows nothing
 * from one feedback to the next. It scores by the settings in force: each that comes is tried
 * first, takes effect at once, and is part of the checkpoints; one that cannot is a dead letter,
 * and the old stays. All subtasks see the same settings in the same order, so they agree; the first
 * tells.
 */
final class ScoreFeedback extends BroadcastProcessFunction<MarkedFeedback, Setting, ScoredFeedback>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ScoreFeedback.class);

  /** The settings that have taken effect, by kind. */
  static final MapStateDescriptor<String, Setting> IN_FORCE =
      new MapStateDescriptor<>(
          "settings-in-force", Types.STRING, TypeInformation.of(Setting.class));

  /** Settings that were refused. */
  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused-settings", TypeInformation.of(DeadLetter.class));

  /** Name under which refused settings are counted. */
  static final String SETTINGS_REFUSED = "settings_refused";

  private final Scoring scoring;
  private transient LongCounter refused;
  private transient BroadcastState<String, Setting> inForce;
  private transient Scorer scorer;
  private transient ScoringMetrics metrics;

  ScoreFeedback(Scoring scoring) {
    this.scoring = scoring;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    inForce = context.getOperatorStateStore().getBroadcastState(IN_FORCE);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  /** What was in force stays so, unless the job is started with something later. */
  @Override
  public void open(OpenContext context) throws Exception {
    scorer = scoring.scorer();
    metrics = new ScoringMetrics(getRuntimeContext().getMetricGroup());
    refused = new LongCounter();
    getRuntimeContext().addAccumulator(SETTINGS_REFUSED, refused);
    Map<String, Setting> kept = new TreeMap<>();
    inForce.entries().forEach(e -> kept.put(e.getKey(), e.getValue()));
    for (Setting setting : kept.values()) {
      try {
        scorer = scorer.with(setting);
      } catch (SettingRefused e) {
        inForce.remove(setting.kind().code());
        LOG.info("no longer in force: {} ({})", setting.origin(), e.getMessage());
      }
    }
  }

  @Override
  public void processElement(
      MarkedFeedback marked, ReadOnlyContext context, Collector<ScoredFeedback> out) {
    out.collect(
        metrics.measure(
            () -> {
              ScoredFeedback scored = scorer.score(marked.feedback());
              return scored.with(scored.suspicion().and(marked.suspicion()));
            }));
  }

  @Override
  public void processBroadcastElement(
      Setting setting, Context context, Collector<ScoredFeedback> out) throws Exception {
    boolean tells = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    try {
      Scorer next = scorer.with(setting);
      if (next != scorer) {
        scorer = next;
        context.getBroadcastState(IN_FORCE).put(setting.kind().code(), setting);
        if (tells) {
          LOG.info("in force from now on: {} (from {})", next, setting.origin());
        }
      }
    } catch (SettingRefused e) {
      if (tells) {
        LOG.warn("refused, the old stays in force: {}: {}", setting.origin(), e.getMessage());
        refuse(setting, e.getMessage(), context);
      }
    } catch (RuntimeException e) {
      // Whatever somebody sends, it must not stop the job: it would meet it again at each restart.
      LOG.error("a setting could not be tried, the old stays in force: {}", setting.origin(), e);
      if (tells) {
        refuse(setting, "it cannot be tried (" + e + "); see the log", context);
      }
    }
  }

  private void refuse(Setting setting, String reason, Context context) {
    refused.add(1);
    context.output(REFUSED, letter(setting, reason));
  }

  private static DeadLetter letter(Setting setting, String reason) {
    String text = setting.text();
    return new DeadLetter(
        setting.origin(),
        DeadLetter.SETTINGS,
        null,
        reason,
        text.substring(0, Math.min(text.length(), DeadLetter.MAX_RAW)));
  }
}
