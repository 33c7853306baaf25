package org.vocstream.statistics.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.statistics.Scope;

class BacktestTest {
  private static final AlertEvent LEAK = event("packaging", 12, 15);
  private static final AlertEvent LEAK_AGAIN = event("packaging", 17, 17);
  private static final AlertEvent NOISE = event("scent", 20, 20);
  private static final AlertEvent BEFORE = event("price", 3, 4);

  @Test
  void alertsAreCountedFoundAndCalledFalse() {
    Backtest backtest =
        Backtest.of(
            List.of(NOISE, LEAK_AGAIN, LEAK, BEFORE),
            7,
            27,
            List.of(
                new Backtest.Listed("漏液", "澄野", "packaging", 10, 18),
                new Backtest.Listed("涨价", "澄野", "price", 21, 25)));
    assertThat(backtest.events()).containsExactly(LEAK, LEAK_AGAIN, NOISE);
    assertThat(backtest.perWeek()).isCloseTo(1, within(1e-9));
    assertThat(backtest.found()).extracting(Backtest.Found::alert).containsExactly(LEAK, null);
    assertThat(backtest.found().get(0).leadDays()).isEqualTo(2);
    assertThat(backtest.unlisted()).containsExactly(NOISE);
  }

  @Test
  void anAlertBeforeTheListedFirstDayHasANegativeLead() {
    Backtest backtest =
        Backtest.of(List.of(LEAK), 0, 30, List.of(new Backtest.Listed("漏液", "澄野", "", 14, 18)));
    assertThat(backtest.found().get(0).leadDays()).isEqualTo(-2);
    assertThat(backtest.unlisted()).isEmpty();
  }

  private static AlertEvent event(String code, long first, long last) {
    return new AlertEvent(
        "rule",
        new AlertSeries("澄野", Scope.GROUP, code),
        first,
        last,
        first,
        new Deviation(AlertMeasure.NEGATIVE_SHARE, 1, 0.2, 0.7, 20, 4.3),
        AlertSeverity.WARNING,
        AlertCourse.ENDED,
        20,
        14);
  }
}
