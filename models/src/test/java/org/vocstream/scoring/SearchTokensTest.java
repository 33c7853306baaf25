package org.vocstream.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;

class SearchTokensTest {
  private static final FeedbackScorer SCORER =
      FeedbackScorer.of(new PackLoader().load("cosmetics"));

  @Test
  void namesOfIndicatorsBrandsAndProductsAreOneToken() {
    assertThat(tokens("绮澜", "绮澜这支的性价比不高")).contains("绮澜", "性价比").doesNotContain("绮", "澜");
  }

  @Test
  void anOpinionStaysInItsWordsSoThatEachOfThemIsFound() {
    assertThat(tokens("A", "发货很快")).contains("发货").doesNotContain("发货很快");
  }

  @Test
  void nothingIsLostAndNothingIsAdded() {
    for (String text : List.of("性价比性价比", "沐禾沐禾洁面乳", "good value 性价比 ok", "")) {
      String joined = String.join("", tokens("沐禾", text));
      assertThat(joined).isEqualTo(text.replace(" ", ""));
    }
  }

  private static List<String> tokens(String brand, String text) {
    String tokens = SCORER.score(Feedback.of("1", Channel.REVIEW, brand, text)).tokens();
    return List.of(tokens.split(" "));
  }
}
