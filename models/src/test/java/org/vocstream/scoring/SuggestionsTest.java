package org.vocstream.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.Suggestions.Candidate;
import org.vocstream.scoring.Suggestions.Group;

/** What customers judge and the pack of cars does not know becomes a candidate. */
class SuggestionsTest {
  private final Suggestions suggestions =
      new Suggestions(new PackLoader().load("automotive"), ScoringOptions.STANDARD);

  @Test
  void whatIsJudgedOftenAndUnknownComesFirst() {
    for (String praise : List.of("太差了，很难吃", "真的很难吃", "一点都不好吃", "不错，很好吃")) {
      read("动力充沛，油耗很低，早餐" + praise);
      read("外观好看，早餐" + praise);
    }
    List<Group> groups = suggestions.groups(5);
    Candidate first = groups.get(0).head();
    assertThat(first.term()).isEqualTo("早餐");
    assertThat(first.clauses()).isGreaterThanOrEqualTo(Suggestions.AT_LEAST);
    assertThat(first.good()).isLessThan(first.clauses());
    assertThat(first.examples()).isNotEmpty().allMatch(e -> e.contains("早餐"));
  }

  @Test
  void whatThePackKnowsIsNoCandidate() {
    for (int i = 0; i < 5; i++) {
      read("动力充沛，油耗很低，内饰漂亮");
    }
    assertThat(suggestions.groups(5)).isEmpty();
  }

  @Test
  void aWordMustStandInSeveralClauses() {
    read("早餐很难吃");
    read("早餐太差了");
    assertThat(suggestions.groups(5)).isEmpty();
  }

  /** 10 of 100 here, 10 of 900 there: expected 2 and 18, and 98 and 882 without the word. */
  @Test
  void theRatioIsThatOfFourCells() {
    double byHand =
        2
            * (10 * Math.log(10 / 2.0)
                + 10 * Math.log(10 / 18.0)
                + 90 * Math.log(90 / 98.0)
                + 890 * Math.log(890 / 882.0));
    assertThat(Suggestions.ratio(10, 100, 10, 900)).isCloseTo(byHand, within(1e-9));
  }

  private void read(String text) {
    suggestions.read(Feedback.of("1", Channel.REVIEW, null, text));
  }
}
