package org.vocstream.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;

/** Who leaves says to whom; who stays, or names nobody, goes nowhere. */
class DeparturesTest {
  private static final FeedbackScorer SCORER =
      FeedbackScorer.of(new PackLoader().load("commerce"), List.of("Aurelia", "青禾记"));

  @ParameterizedTest
  @CsvSource({
    "用了三年太失望，以后换小米了,小米",
    "全家都转投青禾记了,青禾记",
    "还不如买华为,华为",
    "'以后换雪岚吧, 拜拜',雪岚",
    "以后换aurelia了,aurelia",
    "I am switching to Norda next month,Norda",
    "I switched back to Aurelia,Aurelia"
  })
  void theNameIsWhatStandsInTheText(String text, String name) {
    assertThat(towards(text, null)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({
    "以后换别的牌子了",
    "以后换牌子了",
    "再也不会买了",
    "以后认准这家",
    "再不处理就转投诉了",
    "从青禾记改用这款，很好用",
    "I switched to this last year"
  })
  void nobodyIsNamed(String text) {
    assertThat(towards(text, null)).isEmpty();
  }

  @Test
  void theBrandThatIsLeftIsNobodyToGoTo() {
    assertThat(towards("青禾记再也不会买了，以后换华为", "青禾记")).containsExactly("华为");
  }

  private static List<String> towards(String text, String brand) {
    return SCORER.score(Feedback.of("1", Channel.REVIEW, brand, text)).mentions().stream()
        .map(Mention::towards)
        .filter(Objects::nonNull)
        .toList();
  }
}
