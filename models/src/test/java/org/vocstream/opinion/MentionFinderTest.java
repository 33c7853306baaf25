package org.vocstream.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.sentiment.Polarity;

class MentionFinderTest {
  private static final FeedbackScorer COSMETICS =
      FeedbackScorer.of(new PackLoader().load("cosmetics"));
  private static final FeedbackScorer COMMERCE =
      FeedbackScorer.of(new PackLoader().load("commerce"));

  @Example
  void eachOpinionHasItsOwnClause() {
    assertThat(find("物流很快，味道有点刺鼻，价格实惠。"))
        .extracting(m -> m.label().zh(), Mention::polarity, Mention::evidence)
        .containsExactly(tuple("物流", 1, "物流很快"), tuple("气味", -1, "味道有点刺鼻"), tuple("价格", 1, "价格实惠"));
  }

  @Example
  void aMixedReviewStaysMixed() {
    assertThat(find("面霜很滋润，但是客服态度太差了"))
        .extracting(m -> m.label().zh(), Mention::polarity)
        .contains(tuple("服务", -1))
        .anyMatch(t -> t.toList().get(1).equals(1));
  }

  @Example
  void evidenceIsTheStoredTextWhateverWasFolded() {
    String stored = "包裝很用心😊😊！！！！物流也超級快，價格　ＯＫ～～";
    List<Mention> mentions = find(stored);

    assertThat(mentions)
        .extracting(m -> m.label().zh(), Mention::polarity)
        .contains(tuple("包装", 1), tuple("物流", 1));
    assertThat(mentions)
        .anyMatch(m -> m.evidence().startsWith("包裝很用心"))
        .anyMatch(m -> m.evidence().equals("物流也超級快"));
    mentions.forEach(m -> assertThat(stored.substring(m.start(), m.end())).isEqualTo(m.evidence()));
  }

  @Example
  void numbersStayInTheirRanges() {
    for (Mention m : find("用着还不错，物流慢了点，包装一般，赠品没有给我，日期很新鲜")) {
      assertThat(m.confidence()).isBetween(0.0, 1.0);
      assertThat(m.strength()).isBetween(0.0, 1.0);
      assertThat(m.scoredBy()).startsWith("cosmetics@");
    }
  }

  @Example
  void aCueNamesTheFinerIndicator() {
    assertThat(find("发货速度非常快"))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.indicator()).isEqualTo("delivery.speed");
              assertThat(m.group()).isEqualTo("delivery");
              assertThat(m.label().zh()).isEqualTo("物流");
              assertThat(m.polarity()).isEqualTo(1);
              assertThat(m.cue()).isNotBlank();
            });
  }

  @Example
  void aDoubleNegationIsNoComplaint() {
    assertThat(find("不是不好用，就是有点贵"))
        .extracting(m -> m.label().zh(), Mention::polarity)
        .containsExactly(tuple("整体", 1), tuple("价格", -1));
  }

  @Example
  void aKnownCueIsBelievedWhereTheModelHasNotMetItsWords() {
    assertThat(find("用了两周不闷痘"))
        .extracting(m -> m.label().zh(), Mention::polarity)
        .contains(tuple("使用体验", 1));
  }

  @Example
  void withoutATrainedModelCuesFindTheIndicators() {
    assertThat(COMMERCE.score(Feedback.of("r", Channel.REVIEW, null, "价格很便宜，快递太慢了，差评")).mentions())
        .extracting(Mention::group, Mention::polarity)
        .contains(tuple("price", 1), tuple("delivery", -1));
  }

  @Example
  void englishTextsAreReadByCues() {
    assertThat(find("The price is great. Delivery was terribly slow."))
        .extracting(Mention::group, Mention::polarity, Mention::evidence)
        .contains(
            tuple("price", 1, "The price is great"),
            tuple("delivery", -1, "Delivery was terribly slow"));
  }

  @Example
  void textsOfOtherLanguagesHaveNoMentions() {
    assertThat(find("配送がとても早くて嬉しいです")).isEmpty();
  }

  @Property(tries = 500)
  void spansLieInsideAnyText(@ForAll @StringLength(max = 120) String noise) {
    String stored = "物流很快" + noise + "，味道难闻";
    for (Mention m : find(stored)) {
      assertThat(m.start()).isNotNegative().isLessThanOrEqualTo(m.end());
      assertThat(m.end()).isLessThanOrEqualTo(stored.length());
      assertThat(stored.substring(m.start(), m.end())).isEqualTo(m.evidence());
    }
  }

  private static List<Mention> find(String text) {
    return COSMETICS.score(Feedback.of("r", Channel.REVIEW, "花漾", text)).mentions();
  }

  /** The worked example of docs/scores.md. */
  @Test
  void aDegreeShapesTheStrength() {
    Polarity polarity = new Polarity(0.1, 0.2, 0.7);

    assertThat(MentionFinder.strength(polarity, 0.6)).isCloseTo(0.42, within(0.005));
    assertThat(MentionFinder.strength(polarity, 1)).isCloseTo(0.6, within(1e-9));
  }
}
