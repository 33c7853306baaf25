package org.vocstream.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Answer;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Survey;
import org.vocstream.feedback.Turn;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.PackLoader;
import org.vocstream.suspect.Traces;
import org.vocstream.text.Language;

class FeedbackScorerTest {
  private static final FeedbackScorer SCORER =
      FeedbackScorer.of(new PackLoader().load("cosmetics"));

  @Test
  void scoresAReview() {
    ScoredFeedback scored = score("面霜很好用，吸收快，非常满意，还会再来买");

    assertThat(scored.language()).isEqualTo(Language.ZH);
    assertThat(scored.sentiment().label()).isEqualTo(1);
    assertThat(scored.sentiment().score()).isBetween(0.5, 1.0);
    assertThat(scored.mentions()).isNotEmpty();
    assertThat(scored.mentions()).allMatch(m -> m.brand().equals("花漾"));
    assertThat(scored.tokens()).contains(" 满意 ");
    assertThat(scored.scoredBy()).matches("cosmetics@[0-9.]+\\+models@[0-9a-f]{8}");
    assertThat(scored.transcript().satisfaction()).isNull();
  }

  @Test
  void tellsGoodFromBadInBothLanguages() {
    assertThat(score("太差了，用了过敏，客服还不理人，再也不买了").sentiment().score()).isLessThan(-0.5);
    assertThat(score("I love this cream, it feels great!").sentiment().score()).isGreaterThan(0.5);
    assertThat(score("Terrible service, I am never buying this again.").sentiment().score())
        .isLessThan(-0.5);
  }

  @Test
  void doesNotScoreOtherLanguagesOrNothing() {
    ScoredFeedback russian = score("Крем очень хороший, мне нравится");
    assertThat(russian.language()).isEqualTo(Language.OTHER);
    assertThat(russian.sentiment()).isNull();
    assertThat(russian.mentions()).isEmpty();
    assertThat(russian.tokens()).isNotEmpty();

    ScoredFeedback empty = score("");
    assertThat(empty.sentiment()).isNull();
    assertThat(empty.mentions()).isEmpty();
  }

  @Test
  void scoresTheCustomerTurnsOfATranscript() {
    List<Turn> turns = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    say(turns, text, Speaker.AGENT, "您好，请问有什么可以帮您？");
    say(turns, text, Speaker.CUSTOMER, "你们的快递太慢了，等了十天还没到，太差劲了");
    say(turns, text, Speaker.AGENT, "非常抱歉，马上给您加急，祝您生活愉快！");
    say(turns, text, Speaker.CUSTOMER, "");
    say(turns, text, Speaker.CUSTOMER, "好的谢谢，你的服务态度很好，我很满意");
    Feedback call = transcript(text.toString(), turns);

    ScoredFeedback scored = SCORER.score(call);

    assertThat(scored.transcript().turns()).hasSize(5);
    assertThat(scored.transcript().turns().get(0).sentiment()).isNull();
    assertThat(scored.transcript().turns().get(0).satisfaction()).isNull();
    assertThat(scored.transcript().turns().get(1).satisfaction()).isEqualTo(-1);
    assertThat(scored.transcript().turns().get(2).sentiment()).isNull();
    assertThat(scored.transcript().turns().get(3).sentiment()).isNull();
    assertThat(scored.transcript().turns().get(4).satisfaction()).isEqualTo(1);
    double first = scored.transcript().turns().get(1).satisfactionScore();
    double last = scored.transcript().turns().get(4).satisfactionScore();
    assertThat(first).isNegative();
    assertThat(last).isPositive();
    assertThat(scored.transcript().end()).isEqualTo(last);
    assertThat(Math.abs(scored.transcript().peak()))
        .isEqualTo(Math.max(Math.abs(first), Math.abs(last)));
    // Two turns that count in full: the line goes through both.
    assertThat(scored.transcript().slope()).isCloseTo(last - first, within(1e-9));
    assertThat(scored.transcript().satisfaction()).isPositive();
    assertThat(scored.transcript().evidence())
        .isNotEmpty()
        .allSatisfy(e -> assertThat(e.turn()).isIn(1, 4))
        .anySatisfy(
            e -> {
              assertThat(call.text().substring(e.start(), e.end())).contains("谢谢");
              assertThat(e.contribution()).isPositive();
            });
    assertThat(scored.mentions())
        .anyMatch(m -> m.label().zh().equals("物流") && m.polarity() == -1 && m.turn() == 1);
    for (Mention m : scored.mentions()) {
      assertThat(m.turn()).isIn(1, 4);
      assertThat(call.text().substring(m.start(), m.end())).isEqualTo(m.evidence());
      assertThat(turns.get(m.turn()).text()).contains(m.evidence());
    }
  }

  @Test
  void anAgentsCourtesyChangesNoScore() {
    List<ScoredFeedback> scored = new ArrayList<>();
    for (String agent : List.of("您好", "非常抱歉，感谢来电，很高兴为您服务，祝您生活愉快！")) {
      List<Turn> turns = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      say(turns, text, Speaker.AGENT, agent);
      say(turns, text, Speaker.CUSTOMER, "我的面霜还没收到");
      say(turns, text, Speaker.AGENT, agent);
      say(turns, text, Speaker.CUSTOMER, "那我再等等");
      say(turns, text, Speaker.AGENT, agent);
      scored.add(SCORER.score(transcript(text.toString(), turns)));
    }

    assertThat(scored.get(1).sentiment()).isEqualTo(scored.get(0).sentiment());
    assertThat(scored.get(1).transcript().turns()).isEqualTo(scored.get(0).transcript().turns());
    assertThat(scored.get(1).transcript().satisfaction())
        .isEqualTo(scored.get(0).transcript().satisfaction());
    assertThat(scored.get(1).mentions()).hasSameSizeAs(scored.get(0).mentions());
    assertThat(scored.get(1).unassigned()).isEmpty();
  }

  @Test
  void inACallTheCuesOfThePackCountInFull() {
    List<Turn> turns = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    say(turns, text, Speaker.CUSTOMER, "我刚查了物流一直不动，你们怎么回事");

    assertThat(SCORER.score(transcript(text.toString(), turns)).mentions())
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.label().zh()).isEqualTo("物流");
              assertThat(m.polarity()).isEqualTo(-1);
              assertThat(m.evidence()).isEqualTo("我刚查了物流一直不动");
            });
  }

  @Test
  void aTranscriptInWhichOnlyTheAgentSpeaksHasNoSatisfaction() {
    List<Turn> turns = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    say(turns, text, Speaker.AGENT, "您好，您的订单已经发货，服务满意请好评");

    ScoredFeedback scored = SCORER.score(transcript(text.toString(), turns));

    assertThat(scored.sentiment()).isNull();
    assertThat(scored.mentions()).isEmpty();
    assertThat(scored.transcript().satisfaction()).isNull();
    assertThat(scored.transcript().peak()).isNull();
    assertThat(scored.transcript().end()).isNull();
  }

  @Test
  void answersAreNoTextAndChangeNothingInWhatATextSays() {
    Survey answers = new Survey("csat", null, List.of(new Answer("price", 1.0, 5.0, 1, 5)));
    Feedback mute = Feedback.of("s1", Channel.SURVEY, "花漾", "");
    ScoredFeedback without = SCORER.score(mute.withSurvey(answers));
    assertThat(without.sentiment()).isNull();
    assertThat(without.mentions()).isEmpty();
    assertThat(without.unassigned()).isEmpty();
    assertThat(without.comparisons()).isEmpty();
    assertThat(without.flags()).isEmpty();
    assertThat(new Traces().of(mute.withSurvey(answers))).isEmpty();

    Feedback written = Feedback.of("s2", Channel.SURVEY, "花漾", "物流很快，价格有点贵");
    ScoringOutput output = new ScoringOutput();
    assertThat(output.line(SCORER.score(written.withSurvey(answers))))
        .isEqualTo(output.line(SCORER.score(written)));
  }

  @Test
  void aLongTextTakesTimeInProportion() {
    String sentence = "物流很快，包装也好，就是味道有点刺鼻，价格还可以。";
    score(sentence.repeat(1_000));
    long short1 = time(sentence.repeat(1_000));
    long long1 = time(sentence.repeat(4_000));
    long unbroken = time("很好用".repeat(33_000));

    // Four times the text; quadratic work would take sixteen times as long.
    assertThat(long1).isLessThan(10 * short1 + 200_000_000L);
    assertThat(unbroken).isLessThan(5_000_000_000L);
    assertThat(score(sentence.repeat(4_000)).mentions()).hasSizeGreaterThan(10_000);
  }

  @Test
  void severalThreadsGetWhatOneGets() throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      texts.add(
          "第" + i + "次买了，" + (i % 3 == 0 ? "味道难闻" : "很滋润") + "，物流" + (i % 2 == 0 ? "很快" : "慢死了"));
    }
    ScoringOutput output = new ScoringOutput();
    List<String> alone = texts.stream().map(t -> output.line(score(t))).toList();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> together = new ArrayList<>();
      for (String text : texts) {
        together.add(pool.submit(() -> output.line(score(text))));
      }
      for (int i = 0; i < texts.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static ScoredFeedback score(String text) {
    return SCORER.score(Feedback.of("r1", Channel.REVIEW, "花漾", text));
  }

  /** The shortest of three, for a busy machine only ever adds to it. */
  private static long time(String text) {
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      score(text);
      shortest = Math.min(shortest, System.nanoTime() - start);
    }
    return shortest;
  }

  private static void say(List<Turn> turns, StringBuilder text, Speaker speaker, String words) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    turns.add(new Turn(speaker, words, text.length(), null, null));
    text.append(words);
  }

  private static Feedback transcript(String text, List<Turn> turns) {
    return new Feedback(
        "c1",
        "default",
        Channel.CALL,
        text,
        turns,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        Map.of());
  }
}
