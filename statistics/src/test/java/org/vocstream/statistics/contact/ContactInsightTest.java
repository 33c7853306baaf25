package org.vocstream.statistics.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vocstream.statistics.Verdict;

/** Contacts in groups: shares, what is said of each group, and what has changed. */
class ContactInsightTest {
  @Test
  void theWorkedExampleOfMeanSatisfactionHolds() {
    MeanSatisfaction mean = MeanSatisfaction.of(scored(10, 2, 1.3));

    assertThat(mean.value()).isCloseTo(0.2, within(1e-12));
    assertThat(mean.low()).isCloseTo(-0.216, within(5e-4));
    assertThat(mean.high()).isCloseTo(0.501, within(5e-4));
    assertThat(mean.enough()).isTrue();
  }

  @Test
  void aFewThatAgreeClaimNoCertainty() {
    MeanSatisfaction mean = MeanSatisfaction.of(scored(10, 10, 10));

    assertThat(mean.value()).isEqualTo(1);
    assertThat(mean.high()).isEqualTo(1);
    assertThat(mean.low()).isLessThan(0.8);
  }

  @Test
  void withoutSatisfactionThereIsNoMean() {
    assertThat(contacts(12).satisfaction()).isZero();
    assertThatThrownBy(() -> MeanSatisfaction.of(contacts(12)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sharesAddUpAndTheLargestGroupStandsFirst() {
    ContactInsight insight =
        ContactInsight.of(
            Map.of("bill", contacts(30), "fault", contacts(60), "", contacts(10)),
            Optional.empty());

    assertThat(insight.n()).isEqualTo(100);
    assertThat(insight.rows()).extracting(ContactRow::key).containsExactly("fault", "bill", "");
    assertThat(insight.rows().stream().mapToDouble(r -> r.share().value()).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(insight.rows()).allSatisfy(r -> assertThat(r.change()).isEmpty());
  }

  @Test
  void aReasonThatDoublesHasRisenAndTheOtherFallen() {
    ContactInsight insight =
        ContactInsight.of(
            Map.of("bill", contacts(120), "fault", contacts(80)),
            Optional.of(Map.of("bill", contacts(60), "fault", contacts(140))));

    assertThat(insight.before()).contains(200L);
    assertThat(insight.rows().get(0).change().orElseThrow().value()).isCloseTo(30, within(1e-9));
    assertThat(insight.rows())
        .extracting(r -> r.verdict().orElseThrow())
        .containsExactly(Verdict.AHEAD, Verdict.BEHIND);
  }

  @Test
  void aReasonThatIsNewHasRisenFromNothing() {
    ContactInsight insight =
        ContactInsight.of(
            Map.of("bill", contacts(50), "outage", contacts(50)),
            Optional.of(Map.of("bill", contacts(100))));

    assertThat(insight.rows().get(1).key()).isEqualTo("outage");
    assertThat(insight.rows().get(1).change().orElseThrow().value()).isEqualTo(50);
    assertThat(insight.rows().get(1).verdict()).contains(Verdict.AHEAD);
  }

  @Test
  void belowTenContactsThereIsNoVerdict() {
    ContactInsight insight =
        ContactInsight.of(Map.of("bill", contacts(9)), Optional.of(Map.of("fault", contacts(9))));

    assertThat(insight.rows().get(0).enough()).isFalse();
    assertThat(insight.rows().get(0).verdict()).contains(Verdict.NOT_ENOUGH);
  }

  @Test
  void nothingIsNoRows() {
    assertThat(ContactInsight.of(Map.of(), Optional.empty()).rows()).isEmpty();
  }

  private static ContactSums contacts(long n) {
    return new ContactSums(n, n / 2, n / 3, n / 4, 0, 0, 0, null, null, null, null);
  }

  private static ContactSums scored(long n, double sum, double squares) {
    return new ContactSums(n, 0, 0, 0, n, sum, squares, 0.0, 0.0, null, null);
  }
}
