package org.vocstream.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.vocstream.statistics.alert.Alert;
import org.vocstream.statistics.alert.AlertCourse;
import org.vocstream.statistics.alert.AlertEvaluation;
import org.vocstream.statistics.alert.AlertEvent;
import org.vocstream.statistics.alert.AlertRule;
import org.vocstream.statistics.alert.DayCounts;

/**
 * Judges each series whenever its daily cells have changed, at the most once a second, and tells
 * what is new, what has changed and what is no more. Keyed by {@link
 * org.vocstream.statistics.alert.AlertSeries#key()}.
 *
 * <p>Nothing is judged before the first watermark: until then the job still reads what stood in the
 * index. So input that ends is judged once, at its end, up to the newest day of the series.
 *
 * <p>Days up to the longest history behind the watermark can still change. Older ones are settled:
 * of them only the {@link AlertEvaluation} of each rule is kept, and a cell that comes later for
 * one of them counts no more. A series without mentions for a whole history is forgotten.
 */
final class WatchSeries extends KeyedProcessFunction<String, SeriesCell, Alert> {
  private static final long serialVersionUID = 1L;

  private final AlertRules rules;
  private final String zoneName;
  private final int reach;

  private transient ZoneId zone;
  private transient MapState<String, KnownCell> cells;
  private transient MapState<String, AlertEvaluation> settled;
  private transient MapState<String, AlertEvent> told;
  private transient ValueState<SeriesProgress> progress;

  /**
   * Watches by these rules.
   *
   * @param zone time zone of the days
   */
  WatchSeries(AlertRules rules, String zone) {
    this.rules = rules;
    this.zoneName = zone;
    this.reach =
        rules.rules().stream().mapToInt(r -> r.thresholds().historyDays()).max().orElseThrow();
  }

  @Override
  public void open(OpenContext context) {
    zone = ZoneId.of(zoneName);
    cells = map("cells", KnownCell.class);
    settled = map("settled", AlertEvaluation.class);
    told = map("told", AlertEvent.class);
    progress =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("progress", TypeInformation.of(SeriesProgress.class)));
  }

  private <T> MapState<String, T> map(String name, Class<T> type) {
    return getRuntimeContext()
        .getMapState(new MapStateDescriptor<>(name, Types.STRING, TypeInformation.of(type)));
  }

  @Override
  public void processElement(SeriesCell cell, Context context, Collector<Alert> out)
      throws Exception {
    SeriesProgress so = progress.value();
    if (so == null) {
      so = new SeriesProgress(cell.series(), null, null, false);
    }
    if (so.settledUntil() != null && cell.day() <= so.settledUntil()) {
      return;
    }
    KnownCell before = cells.get(cell.id());
    cells.put(cell.id(), (before == null ? new KnownCell(cell, 0, 0) : before).with(cell));
    if (!so.changed()) {
      progress.update(new SeriesProgress(so.series(), so.judgedUntil(), so.settledUntil(), true));
      judgeLater(context);
    }
  }

  private static void judgeLater(Context context) {
    if (context.timerService().currentWatermark() == Long.MIN_VALUE) {
      context.timerService().registerEventTimeTimer(Long.MIN_VALUE + 1);
    } else {
      long now = context.timerService().currentProcessingTime();
      long gather = SumDailyCells.GATHER;
      context.timerService().registerProcessingTimeTimer((now / gather + 1) * gather);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
    SeriesProgress so = progress.value();
    if (so == null) {
      return;
    }
    long watermark = context.timerService().currentWatermark();
    boolean ended = watermark == Long.MAX_VALUE;
    long closed = ended ? Long.MIN_VALUE : closedDay(watermark);
    if (so.changed() || (!ended && hasOngoing())) {
      judge(so, closed, out);
    }
    if (ended) {
      forget();
    } else if (settle(closed - reach)) {
      // An event ends, and a silent series is forgotten, without a cell that says so.
      context.timerService().registerEventTimeTimer(Days.end(closed + 1, zone));
    } else {
      forget();
    }
  }

  /** The last day that is over at this watermark. */
  private long closedDay(long watermark) {
    return Instant.ofEpochMilli(watermark + 1).atZone(zone).toLocalDate().toEpochDay() - 1;
  }

  private boolean hasOngoing() throws Exception {
    for (AlertEvent event : told.values()) {
      if (event.course() == AlertCourse.ONGOING) {
        return true;
      }
    }
    return false;
  }

  private void judge(SeriesProgress so, long closed, Collector<Alert> out) throws Exception {
    long until = so.judgedUntil() == null ? closed : Math.max(closed, so.judgedUntil());
    Map<String, AlertEvent> before = new LinkedHashMap<>();
    for (Map.Entry<String, AlertEvent> entry : told.entries()) {
      before.put(entry.getKey(), entry.getValue());
    }
    boolean first = so.judgedUntil() == null;
    if (first) {
      // What an earlier run has told of what stood in the index: told again, for the rule may be
      // new.
      before.putAll(events(so, until, KnownCell::before));
    }
    Map<String, AlertEvent> after = events(so, until, KnownCell::counts);
    told.clear();
    for (AlertEvent event : after.values()) {
      AlertEvent known = before.remove(event.id());
      boolean news = !event.equals(known);
      if (news || first) {
        out.collect(new Alert(rule(event), rules.id(), event, false, news));
      }
      told.put(event.id(), event);
    }
    for (AlertEvent gone : before.values()) {
      out.collect(new Alert(rule(gone), rules.id(), gone, true, true));
    }
    progress.update(so.judged(until));
  }

  private AlertRule rule(AlertEvent event) {
    return rules.rules().stream()
        .filter(rule -> rule.code().equals(event.rule()))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, AlertEvent> events(
      SeriesProgress so, long until, Function<KnownCell, DayCounts> counts) throws Exception {
    Map<String, AlertEvent> events = new LinkedHashMap<>();
    for (AlertRule rule : rules.watching(so.series())) {
      SortedMap<Long, DayCounts> days = days(rule, counts);
      List<AlertEvent> found = new ArrayList<>();
      long last = Math.max(until, days.isEmpty() ? until : days.lastKey());
      AlertEvaluation evaluation = upTo(so, rule, days, last, found);
      if (evaluation != null && evaluation.open() != null) {
        found.add(evaluation.open());
      }
      found.forEach(event -> events.put(event.id(), event));
    }
    return events;
  }

  /** After this day, or null where the rule has seen no mention by then. */
  private AlertEvaluation upTo(
      SeriesProgress so,
      AlertRule rule,
      SortedMap<Long, DayCounts> days,
      long last,
      List<AlertEvent> ended)
      throws Exception {
    AlertEvaluation known = settled.get(rule.code());
    if (known != null) {
      return known.upTo(rule, so.series(), days, so.settledUntil() + 1, last, ended);
    }
    return days.isEmpty() || days.firstKey() > last
        ? null
        : AlertEvaluation.START.upTo(rule, so.series(), days, days.firstKey(), last, ended);
  }

  /** The days that a rule sees, those without mentions left out. */
  private SortedMap<Long, DayCounts> days(AlertRule rule, Function<KnownCell, DayCounts> counts)
      throws Exception {
    SortedMap<Long, DayCounts> days = new TreeMap<>();
    for (KnownCell known : cells.values()) {
      DayCounts day = counts.apply(known);
      if (day.n() > 0 && rule.counts(known.now().channel(), known.now().suspect())) {
        days.merge(day.day(), day, DayCounts::plus);
      }
    }
    return days;
  }

  /**
   * Settles all days up to this one.
   *
   * @return false where nothing is left to remember of the series
   */
  private boolean settle(long day) throws Exception {
    SeriesProgress so = progress.value();
    if (so.settledUntil() != null && day <= so.settledUntil()) {
      return true;
    }
    List<String> over = new ArrayList<>();
    boolean open = false;
    for (KnownCell known : cells.values()) {
      open |= known.now().day() > day;
      if (known.now().day() <= day) {
        over.add(known.now().id());
      }
    }
    if (over.isEmpty() && settled.isEmpty()) {
      return open;
    }
    for (AlertRule rule : rules.watching(so.series())) {
      List<AlertEvent> ended = new ArrayList<>();
      AlertEvaluation evaluation = upTo(so, rule, days(rule, KnownCell::counts), day, ended);
      if (evaluation != null) {
        settled.put(rule.code(), evaluation);
        open |=
            evaluation.open() != null || evaluation.ordinary().stream().anyMatch(d -> d.n() > 0);
      }
      for (AlertEvent event : ended) {
        told.remove(event.id());
      }
    }
    for (String id : over) {
      cells.remove(id);
    }
    progress.update(so.settled(day));
    return open;
  }

  private void forget() {
    cells.clear();
    settled.clear();
    told.clear();
    progress.clear();
  }
}
