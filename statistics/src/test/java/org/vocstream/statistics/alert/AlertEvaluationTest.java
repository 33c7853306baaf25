package org.vocstream.statistics.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.vocstream.statistics.Scope;

/** Days are counted from 0, a Thursday; ordinary days have 20 mentions, 4 of them negative. */
class AlertEvaluationTest {
  private static final AlertSeries SERIES = new AlertSeries("澄野", Scope.GROUP, "packaging");

  @Test
  void aCrisisIsOneEventHoweverManyMeasuresStandOut() {
    List<AlertEvent> events =
        events(days(70, day -> inside(day, 40, 44) ? day(day, 60, 45) : ordinary(day)));
    assertThat(events).hasSize(1);
    AlertEvent event = events.get(0);
    assertThat(event.id()).isEqualTo("rule|澄野|group|packaging|1970-02-10");
    assertThat(List.of(event.firstDay(), event.lastDay())).containsExactly(40L, 44L);
    assertThat(event.course()).isEqualTo(AlertCourse.ENDED);
    assertThat(event.severity()).isEqualTo(AlertSeverity.SERIOUS);
    assertThat(event.n()).isEqualTo(300);
    assertThat(event.negative()).isEqualTo(225);
  }

  @Test
  void theWorkedExampleOfTheDocumentation() {
    AlertEvent event = events(days(41, day -> day == 40 ? day(day, 20, 14) : ordinary(day))).get(0);
    assertThat(event.peak().measure()).isEqualTo(AlertMeasure.NEGATIVE_SHARE);
    assertThat(event.peak().expected()).isCloseTo(0.2, within(0.001));
    assertThat(event.peak().seen()).isEqualTo(0.7);
    assertThat(event.peak().score()).isCloseTo(4.28, within(0.01));
    assertThat(event.severity()).isEqualTo(AlertSeverity.WARNING);
    assertThat(event.course()).isEqualTo(AlertCourse.ONGOING);
  }

  @Test
  void aDayOfFewMentionsIsNoAlertHoweverNegative() {
    assertThat(events(days(60, day -> day == 40 ? day(day, 3, 3) : ordinary(day)))).isEmpty();
  }

  @Test
  void aDayThatIsOnlyElevatedKeepsAnEventOpenButDoesNotOpenOne() {
    LongFunction<DayCounts> elevated =
        day ->
            inside(day, 40, 41)
                ? day(day, 60, 45)
                : inside(day, 42, 49) ? day(day, 20, 10) : ordinary(day);
    assertThat(events(days(60, elevated))).extracting(AlertEvent::lastDay).containsExactly(49L);
    assertThat(events(days(60, day -> day == 45 ? day(day, 20, 10) : ordinary(day)))).isEmpty();
  }

  @Test
  void aPauseShorterThanTheQuietDaysDoesNotSplitAnEvent() {
    assertThat(events(days(60, day -> day == 40 || day == 43 ? day(day, 60, 45) : ordinary(day))))
        .extracting(AlertEvent::firstDay, AlertEvent::lastDay)
        .containsExactly(tuple(40L, 43L));
    assertThat(events(days(60, day -> day == 40 || day == 44 ? day(day, 60, 45) : ordinary(day))))
        .extracting(AlertEvent::firstDay)
        .containsExactly(40L, 44L);
  }

  @Test
  void threeElevatedDaysStandOutTogether() {
    List<AlertEvent> events =
        events(days(60, day -> inside(day, 40, 42) ? day(day, 20, 11) : ordinary(day)));
    assertThat(events).hasSize(1);
    assertThat(events.get(0).firstDay()).isIn(41L, 42L);
    assertThat(events.get(0).peak().days()).isGreaterThan(1);
  }

  @Test
  void anEventIsNoHistoryForTheNext() {
    List<AlertEvent> events =
        events(
            days(70, day -> inside(day, 30, 45) || day == 52 ? day(day, 60, 45) : ordinary(day)));
    assertThat(events).extracting(AlertEvent::firstDay).containsExactly(30L, 52L);
    assertThat(events.get(1).peak().expected())
        .isCloseTo(events.get(0).peak().expected(), within(1e-9));
  }

  @Test
  void whatLastsAsLongAsTheHistoryBecomesTheBaseline() {
    List<AlertEvent> events =
        events(days(150, day -> day >= 40 ? day(day, 60, 45) : ordinary(day)));
    assertThat(events)
        .extracting(AlertEvent::firstDay, AlertEvent::lastDay, AlertEvent::course)
        .containsExactly(tuple(40L, 67L, AlertCourse.LASTING));
  }

  @Test
  void aWeekendIsNoEventFromTheFirstWeekOn() {
    LongFunction<DayCounts> shop =
        day -> {
          boolean weekend = day % 7 == 2 || day % 7 == 3;
          return weekend ? day(day, 200, 60) : day(day, 20, 4);
        };
    assertThat(events(days(100, shop))).isEmpty();
  }

  @Test
  void withLessThanAWeekOfHistoryNothingIsJudged() {
    assertThat(events(days(9, day -> day == 8 ? day(day, 500, 500) : ordinary(day)))).isEmpty();
    assertThat(events(days(10, day -> day == 9 ? day(day, 500, 500) : ordinary(day)))).hasSize(1);
  }

  @Test
  void aMissingDayIsADayWithoutMentions() {
    SortedMap<Long, DayCounts> days = days(60, day -> day == 50 ? day(day, 60, 45) : ordinary(day));
    days.put(20L, DayCounts.none(20));
    List<AlertEvent> written = events(days);
    days.remove(20L);
    assertThat(events(days)).isEqualTo(written).hasSize(1);
  }

  @Test
  void whatIsSaidOfADayDependsOnNoLaterDay() {
    SortedMap<Long, DayCounts> days = twoCrises();
    List<Long> known = new ArrayList<>();
    for (long last = 0; last <= days.lastKey(); last++) {
      List<Long> firsts =
          AlertEvaluation.events(rule(), SERIES, days, last).stream()
              .map(AlertEvent::firstDay)
              .toList();
      assertThat(firsts.subList(0, known.size())).isEqualTo(known);
      known = firsts;
    }
    assertThat(known).containsExactly(30L, 60L);
  }

  @Test
  void judgedInTwoPartsTheEventsAreTheSame() {
    SortedMap<Long, DayCounts> days = twoCrises();
    List<AlertEvent> whole = events(days);
    for (long cut = 1; cut < days.lastKey(); cut++) {
      List<AlertEvent> parts = new ArrayList<>();
      AlertEvaluation first = AlertEvaluation.START.upTo(rule(), SERIES, days, 0, cut - 1, parts);
      AlertEvaluation second = first.upTo(rule(), SERIES, days, cut, days.lastKey(), parts);
      assertThat(second.open()).isNull();
      assertThat(parts).isEqualTo(whole);
    }
  }

  @Test
  void thresholdsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new AlertThresholds(10, 28, 3, 4, 3, 10, 5, 6, 9))
        .hasMessage("clear must be above 0 and not above open");
    assertThatThrownBy(() -> new AlertThresholds(10, 3, 4, 2, 3, 10, 5, 6, 9))
        .hasMessage("history_days must be 7 or more");
  }

  private static SortedMap<Long, DayCounts> twoCrises() {
    return days(
        75, day -> inside(day, 30, 33) || inside(day, 60, 61) ? day(day, 60, 45) : ordinary(day));
  }

  private static AlertRule rule() {
    return new AlertRule(
        "rule",
        "规则",
        "Rule",
        Scope.GROUP,
        List.of(),
        List.of(),
        List.of(),
        true,
        List.of(AlertMeasure.NEGATIVE_SHARE, AlertMeasure.NEGATIVE_VOLUME),
        AlertThresholds.DEFAULT);
  }

  private static List<AlertEvent> events(SortedMap<Long, DayCounts> days) {
    return AlertEvaluation.events(rule(), SERIES, days, days.lastKey());
  }

  private static SortedMap<Long, DayCounts> days(int count, LongFunction<DayCounts> counts) {
    SortedMap<Long, DayCounts> days = new TreeMap<>();
    for (long day = 0; day < count; day++) {
      days.put(day, counts.apply(day));
    }
    return days;
  }

  private static DayCounts day(long day, long n, long negative) {
    return new DayCounts(day, n, negative);
  }

  private static DayCounts ordinary(long day) {
    return day(day, 20, 4);
  }

  private static boolean inside(long day, long first, long last) {
    return day >= first && day <= last;
  }
}
