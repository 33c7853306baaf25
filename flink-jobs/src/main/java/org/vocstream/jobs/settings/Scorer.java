package org.vocstream.jobs.settings;

import org.vocstream.feedback.Feedback;
import org.vocstream.scoring.ScoredFeedback;

/** Scores feedback by the settings in force. Immutable; used by one thread. */
@FunctionalInterface
public interface Scorer {
  /** All that a feedback says; never throws for any text. */
  ScoredFeedback score(Feedback feedback);

  /**
   * What scores from now on, when this setting comes; the same where it is in force already.
   *
   * @throws SettingRefused where it cannot take effect; this scorer goes on
   */
  default Scorer with(Setting setting) throws SettingRefused {
    throw new SettingRefused("this job scores by no settings");
  }
}
