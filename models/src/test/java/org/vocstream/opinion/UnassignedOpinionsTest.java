package org.vocstream.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoredFeedback;

/** What customers clearly judge and the pack has no indicator for. */
class UnassignedOpinionsTest {
  /** The pack of cars knows nothing of lipsticks. */
  private static final FeedbackScorer CARS = FeedbackScorer.of(new PackLoader().load("automotive"));

  @Test
  void anOpinionOnWhatThePackDoesNotKnowIsUnassigned() {
    String text = "动力充沛。口红颜色显白，拔干很难受";
    ScoredFeedback scored = score(text);
    assertThat(scored.unassigned()).contains(new UnassignedOpinion(12, 17, -1));
    assertThat(text.substring(12, 17)).isEqualTo("拔干很难受");
  }

  @Test
  void aClauseWithAMentionIsAssigned() {
    ScoredFeedback scored = score("动力充沛，油耗很低");
    assertThat(scored.unassigned()).isEmpty();
    assertThat(scored.opinions()).isEqualTo(2);
  }

  @Test
  void aClauseThatJudgesNothingIsNoOpinion() {
    assertThat(score("昨天下午三点收到的。嗯").unassigned()).isEmpty();
  }

  @Test
  void anotherLanguageHasNone() {
    assertThat(score("Это очень плохо, никогда больше не куплю").unassigned()).isEqualTo(List.of());
  }

  private static ScoredFeedback score(String text) {
    return CARS.score(Feedback.of("1", Channel.REVIEW, null, text));
  }
}
