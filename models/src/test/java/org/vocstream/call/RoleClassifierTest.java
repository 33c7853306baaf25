package org.vocstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vocstream.feedback.Speaker;
import org.vocstream.sentiment.Lexicon;

class RoleClassifierTest {
  private static final RoleClassifier CLASSIFIER = new RoleClassifier();
  private static final Speaker A = Speaker.AGENT;
  private static final Speaker C = Speaker.CUSTOMER;

  static Stream<Lexicon.Entry> phrases() {
    return Lexicon.bundled("roles.yaml").entries().stream();
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void thePhrasesAreWhereTheirExamplesShowThem(Lexicon.Entry entry) {
    RolePhrase phrase =
        RolePhrase.bundled().stream()
            .filter(p -> p.code().equals(entry.code()))
            .findFirst()
            .orElseThrow();
    RoleModel reader = new RoleModel(null);
    for (String example : entry.examples()) {
      String marked = example.substring(example.indexOf('[') + 1, example.indexOf(']'));
      assertThat(phrase.terms()).as(example).contains(marked);
      assertThat(phrase.isIn(reader.letters(example.replaceAll("[\\[\\]]", "")))).isTrue();
    }
    for (String counterExample : entry.counterExamples()) {
      assertThat(phrase.isIn(reader.letters(counterExample))).as(counterExample).isFalse();
    }
  }

  @Test
  void labelsDecide() {
    assertThat(roles("客服小王", "我要投诉你们", "客户", "很高兴为您服务")).isEqualTo(List.of(A, C));
    assertThat(CLASSIFIER.roles(segments("坐席1", "好", "用户", "好")).basis())
        .isEqualTo(RoleClassifier.Basis.LABEL);
  }

  @Test
  void twoSpeakersWithoutMeaningAreToldByAllTheySay() {
    assertThat(roles("SPEAKER_00", "喂", "SPEAKER_01", "您好，请问有什么可以帮您", "SPEAKER_00", "我想查话费"))
        .isEqualTo(List.of(C, A, C));
    assertThat(roles("1", "thank you for calling", "2", "hi, my bill is wrong"))
        .isEqualTo(List.of(A, C));
  }

  @Test
  void whereOneIsKnownTheOtherIsTheOther() {
    assertThat(roles("agent", "好的", "李先生", "您的")).isEqualTo(List.of(A, C));
  }

  @Test
  void speakersWhoAreAllCalledUsersAreTold() {
    assertThat(roles("用户1", "您好很高兴为您服务", "用户2", "我要退货，帮我处理一下")).isEqualTo(List.of(A, C));
  }

  @Test
  void ofThreeEachIsJudged() {
    assertThat(roles("1", "您好很高兴为您服务，我帮您转接", "2", "我想问一下我家的网怎么又断了", "3", "您好，正在为您查询，请稍等"))
        .isEqualTo(List.of(A, C, A));
  }

  @Test
  void oneSpeakerAloneIsACustomerUnlessClearlyAnAgent() {
    assertThat(roles("1", "嗯嗯好")).isEqualTo(List.of(C));
    assertThat(roles("1", "感谢您的来电，请您稍等，正在为您查询，祝您生活愉快")).isEqualTo(List.of(A));
  }

  @Test
  void withoutSpeakersWhatCouldBeEitherBelongsToWhoeverSpokeBefore() {
    assertThat(CLASSIFIER.of(List.of("嗯", "您好，请问有什么可以帮您", "", "我要投诉你们")))
        .isEqualTo(List.of(C, A, A, C));
  }

  @Test
  void phrasesAloneTellTheClearOnes() {
    RoleModel phrases = new RoleModel(null);
    Map<String, Boolean> agents =
        Map.of("您好，感谢您的来电", true, "你们怎么又扣我的钱", false, "how may I help you", true);
    agents.forEach(
        (said, agent) -> assertThat(phrases.logOdds(said) > 0).as(said).isEqualTo(agent));
  }

  private static List<Speaker> roles(String... labelsAndTexts) {
    return CLASSIFIER.roles(segments(labelsAndTexts)).speakers();
  }

  private static List<Segment> segments(String... labelsAndTexts) {
    return Stream.iterate(0, i -> i < labelsAndTexts.length, i -> i + 2)
        .map(i -> new Segment(labelsAndTexts[i], labelsAndTexts[i + 1], null, null))
        .toList();
  }
}
