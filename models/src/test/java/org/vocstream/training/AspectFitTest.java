package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vocstream.opinion.AspectModel;

class AspectFitTest {
  private static final byte YES = 1;
  private static final byte NO = -1;

  @Test
  void aTextInWhichNothingIsSureCountsByItsLikeliestIndicator() {
    AspectFit fit = new AspectFit(2);
    // Every text speaks of the indicator that is likelier, and half of them say so faintly.
    for (int i = 0; i < 40; i++) {
      double clear = i % 2 == 0 ? 4 : -1;
      fit.addText(new double[] {clear, -3}, new double[0][], 1, new byte[] {YES, NO});
      fit.addText(new double[] {-3, clear}, new double[0][], 1, new byte[] {NO, YES});
      // What is second best is as likely as what is faint elsewhere, and wrong.
      fit.addText(new double[] {4, -1}, new double[0][], 1, new byte[] {YES, NO});
      fit.addText(new double[] {-1, 4}, new double[0][], 1, new byte[] {NO, YES});
    }

    float[] combined = fit.combined();
    float[] thresholds = fit.thresholds(combined);

    assertThat(thresholds[1]).isLessThan(thresholds[0]);
    double faint = AspectModel.probability(combined, 0, new double[] {-1, -10}, -10);
    assertThat(faint).isGreaterThanOrEqualTo(thresholds[1]).isLessThan(thresholds[0]);
  }

  @Test
  void fewTextsOfTheTrainingDataAreUnfamiliar() {
    AspectFit fit = new AspectFit(1);
    for (int i = 0; i < 100; i++) {
      fit.addText(new double[] {0}, new double[0][], i / 100.0, new byte[] {YES});
    }
    assertThat((double) fit.familiar()).isEqualTo(0.03, within(0.011));
  }

  @Test
  void aClauseOfWhichNothingIsKnownTeachesNothing() {
    AspectFit fit = new AspectFit(1);
    for (int i = 0; i < 50; i++) {
      fit.addClause(new double[] {2}, new byte[] {i % 10 == 0 ? NO : YES});
      fit.addClause(new double[] {-2}, new byte[] {i % 10 == 0 ? YES : NO});
    }
    float[] before = fit.calibration();
    for (int i = 0; i < 500; i++) {
      fit.addClause(new double[] {9}, new byte[] {0});
    }
    assertThat(fit.calibration()).containsExactly(before);
  }
}
