package org.vocstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;

/** How long customers wait for an answer, and how long it all takes. */
class CallTimesTest {
  @Test
  void theResponseTimeIsTheMedianOfTheWaits() {
    CallTimes times =
        CallTimes.of(
            List.of(
                agent(0L, 2_000L),
                customer(2_500L, 6_000L),
                agent(7_000L, 9_000L),
                customer(9_500L, 10_000L),
                agent(40_000L, 41_000L),
                customer(41_500L, 43_000L),
                agent(45_000L, 46_500L)));

    assertThat(times).isEqualTo(new CallTimes(2_000L, 46_500L));
  }

  @Test
  void ofAnEvenNumberItIsBetweenTheMiddleTwo() {
    CallTimes times =
        CallTimes.of(
            List.of(
                customer(0L, 1_000L),
                agent(2_000L, 3_000L),
                customer(3_000L, 4_000L),
                agent(7_000L, 8_000L)));

    assertThat(times.responseMs()).isEqualTo(2_000L);
  }

  @Test
  void whoeverSpeaksIntoTheCustomersTurnLetNobodyWait() {
    assertThat(CallTimes.of(List.of(customer(0L, 5_000L), agent(4_000L, 6_000L))))
        .isEqualTo(new CallTimes(0L, 6_000L));
  }

  @Test
  void aMessageHasABeginAlone() {
    assertThat(CallTimes.of(List.of(customer(1_000L, null), agent(61_000L, null))))
        .isEqualTo(new CallTimes(60_000L, 60_000L));
  }

  @Test
  void onlyTheAnswerRightAfterTheCustomerCounts() {
    assertThat(
            CallTimes.of(
                    List.of(customer(0L, 1_000L), agent(1_500L, 2_000L), agent(90_000L, 91_000L)))
                .responseMs())
        .isEqualTo(500L);
  }

  @Test
  void withoutTimesNothingIsKnown() {
    CallTimes unknown = new CallTimes(null, null);
    assertThat(CallTimes.of(List.of())).isEqualTo(unknown);
    assertThat(CallTimes.of(List.of(customer(null, null), agent(null, null)))).isEqualTo(unknown);
    assertThat(CallTimes.of(List.of(customer(3_000L, null), agent(null, null)))).isEqualTo(unknown);
  }

  @Test
  void anEndBeforeItsBeginMakesNoNegativeTime() {
    CallTimes times = CallTimes.of(List.of(customer(5_000L, 1_000L), agent(3_000L, 2_000L)));
    assertThat(times).isEqualTo(new CallTimes(2_000L, 4_000L));
  }

  private static Turn customer(Long start, Long end) {
    return new Turn(Speaker.CUSTOMER, "喂", 0, start, end);
  }

  private static Turn agent(Long start, Long end) {
    return new Turn(Speaker.AGENT, "您好", 0, start, end);
  }
}
