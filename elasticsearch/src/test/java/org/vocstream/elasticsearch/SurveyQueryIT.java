package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vocstream.feedback.Answer;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Survey;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.Suspicion;
import org.vocstream.scoring.TranscriptScore;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.Verdict;
import org.vocstream.statistics.survey.SurveyComparison;
import org.vocstream.statistics.survey.SurveyRow;
import org.vocstream.statistics.survey.SurveyScore;
import org.vocstream.statistics.survey.SurveySums;
import org.vocstream.text.Language;

/**
 * A questionnaire in two waves. In the third quarter 40 customers rate A and B, A a point better on
 * delivery and alike on the price, and 5 of whom nothing is known rate A; in the second 30 rated A,
 * a point worse on delivery.
 */
@ExtendWith(RealElasticsearch.class)
class SurveyQueryIT {
  private static final Map<String, List<String>> ALL = Map.of();

  private final ElasticsearchClient client;
  private final List<ScoredFeedback> sheets = new ArrayList<>();

  SurveyQueryIT(ElasticsearchClient client) {
    this.client = client;
  }

  @BeforeEach
  void indexTwoWaves() throws IOException {
    RealElasticsearch.empty(client);
    sheets.clear();
    for (int i = 0; i < 40; i++) {
      sheets.add(sheet("c" + i, "A", "2026Q3", i, 4 - i % 2, 3));
      sheets.add(sheet("c" + i, "B", "2026Q3", i, 3 - i % 2, 3));
    }
    for (int i = 0; i < 5; i++) {
      sheets.add(sheet(null, "A", "2026Q3", 100 + i, 4, 3));
    }
    for (int i = 0; i < 30; i++) {
      sheets.add(sheet("d" + i, "A", "2026Q2", -200 + i, 3 - i % 2, 3));
    }
    sheets.add(Story.review("r1", "A", 1));
    index(sheets);
  }

  private void index(List<ScoredFeedback> batch) throws IOException {
    new FeedbackIndexer(client, Target.current(), Story.CLOCK).index(batch);
    new Counts(client).refresh();
  }

  @Test
  void theWaveThatWasAnsweredLastIsShownUnlessAnotherIsAskedFor() throws IOException {
    SurveyAnswer answer = answer(null, null);
    assertThat(answer.edition().name()).isEqualTo("csat/2026Q3");
    SurveyScore delivery = score(answer, "A", "delivery.speed");
    assertThat(delivery.n()).isEqualTo(45);
    assertThat(delivery.respondents()).isEqualTo(45);
    assertThat(delivery.mean().orElseThrow()).isEqualTo(160.0 / 45, within(1e-9));
    assertThat(delivery.gap().gap().value()).isEqualTo(25 * (160.0 / 45 - 5), within(1e-9));
    assertThat(delivery.gap().verdict()).isEqualTo(Verdict.BEHIND);
    assertThat(row(answer, "delivery.speed").gaps().get("B").verdict()).isEqualTo(Verdict.AHEAD);
    assertThat(row(answer, "price").gaps().get("B").verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
    assertThat(row(answer, SurveySums.ALL).scores().get("A").n()).isEqualTo(90);
    assertThat(answer.comparison().nps().get("A").n()).isEqualTo(45);
    assertThat(answer.name("delivery.speed").zh()).isEqualTo("物流速度");

    assertThat(score(answer("csat/2026Q2", null), "A", "price").n()).isEqualTo(30);
  }

  @Test
  void theChangeIsToldSinceTheWaveBefore() throws IOException {
    for (String before : List.of("previous", "2026Q2", "csat/2026Q2")) {
      SurveyScore delivery = score(answer(null, before), "A", "delivery.speed");
      assertThat(delivery.beforeN()).isEqualTo(30);
      assertThat(delivery.change().orElseThrow().gap().value())
          .isEqualTo(25 * (160.0 / 45 - 2.5), within(1e-9));
      assertThat(delivery.change().orElseThrow().verdict()).isEqualTo(Verdict.AHEAD);
    }
  }

  @Test
  void aReportTellsWhatWasAnsweredLastBeforeItsEnd() throws IOException {
    SurveyLookup lookup = new SurveyLookup(client, Story.CLOCK);
    List<String> others = List.of("nobody", "B");
    SurveyAnswer now =
        lookup.latest("A", others, Period.parse("2026-10"), ZoneOffset.UTC).orElseThrow();
    assertThat(now.edition().name()).isEqualTo("csat/2026Q3");
    assertThat(now.before().orElseThrow().name()).isEqualTo("csat/2026Q2");
    assertThat(now.comparison().competitors()).containsExactly("B");
    assertThat(score(now, "A", "price").n()).isEqualTo(45);
    SurveyAnswer earlier =
        lookup.latest("A", others, Period.parse("2026-09"), ZoneOffset.UTC).orElseThrow();
    assertThat(earlier.edition().name()).isEqualTo("csat/2026Q2");
    assertThat(earlier.before()).isEmpty();
    assertThat(lookup.latest("A", others, Period.parse("2026-01"), ZoneOffset.UTC)).isEmpty();
    assertThat(lookup.latest("nobody", others, Period.parse("2026-10"), ZoneOffset.UTC)).isEmpty();
  }

  @Test
  void theSampleSaysWhoAnswered() throws IOException {
    var sample = answer(null, null).comparison().samples().get("A");
    assertThat(sample.sheets()).isEqualTo(45);
    assertThat(sample.respondents()).isEqualTo(45);
    assertThat(sample.texts()).isEqualTo(23);
    assertThat(sample.segments()).isEqualTo(Map.of("新客", 15L, "老客", 30L));
    assertThat(sample.answered()).isEqualTo(Map.of("delivery.speed", 45L, "price", 45L));
    SurveyAnswer loyal =
        lookup(question("A", List.of(), null, null, Map.of("segment", List.of("老客"))));
    assertThat(score(loyal, "A", "price").n()).isEqualTo(30);
  }

  @Test
  void pagesDoNotPartWhoAnsweredTwice() throws IOException {
    ScoreFilter all = ScoreFilter.all(ZoneOffset.UTC);
    SurveyEdition now = new SurveyEdition("csat", "2026Q3", 85, null);
    for (int page : List.of(1, 7, 1_000)) {
      SurveySums sums = new SurveyQuery(client, page).sums(List.of("A", "B"), all, now, null);
      assertThat(SurveyComparison.of(sums, "A", List.of("B"), List.of(), false).rows())
          .isEqualTo(answer(null, null).comparison().rows());
    }
  }

  @Test
  void aReplayCountsOnceAndAWithdrawalTakesItsAnswersAway() throws IOException {
    JsonNode before = SurveyDocument.of(answer(null, "previous"));
    index(sheets);
    assertThat(SurveyDocument.of(answer(null, "previous"))).isEqualTo(before);

    index(List.of(Story.withdrawn("A-c0-2026Q3")));
    assertThat(score(answer(null, null), "A", "price").n()).isEqualTo(44);
  }

  @Test
  void whatIsWrongWithAQuestionIsSaidWithTheNearestThatIsKnown() {
    assertThatThrownBy(() -> lookup(question("AA", List.of(), null, null, ALL)))
        .isInstanceOf(QuestionException.class)
        .hasMessage(
            "nobody answered a questionnaire on the brand \"AA\"; did you mean \"A\"? Known: A, B");
    assertThatThrownBy(() -> answer("csat/2026Q4", null))
        .hasMessage(
            "nobody answered \"csat/2026Q4\" on these brands; known are csat/2026Q3, csat/2026Q2");
    assertThatThrownBy(() -> answer("csat/2026Q2", "previous"))
        .hasMessageStartingWith("csat/2026Q2 has no wave before it");
    assertThatThrownBy(() -> answer("csat/2026Q3", "2026Q3"))
        .hasMessage("csat/2026Q3 is what is looked at; name another wave");
  }

  @Test
  void theAnswerAsJsonHasNoNumberBelowTheMinimum() throws IOException {
    ScoreFilter newcomers = ScoreFilter.all(ZoneOffset.UTC).with("segment", List.of("新客"));
    assertThat(new SurveyQuery(client).editions(newcomers)).hasSize(2);
    index(sheets.subList(0, 80).stream().map(s -> Story.withdrawn(s.feedback().id())).toList());
    JsonNode json = SurveyDocument.of(lookup(question("A", List.of(), null, null, ALL)));
    JsonNode delivery = json.path("rows").get(1);
    assertThat(delivery.at("/label/zh").asText()).isEqualTo("物流速度");
    assertThat(delivery.at("/brands/A/n").asInt()).isEqualTo(5);
    assertThat(delivery.at("/brands/A").has("index")).isFalse();
    assertThat(delivery.at("/brands/A").has("mean")).isFalse();
    assertThat(delivery.at("/brands/A/expectation_gap/verdict").asText()).isEqualTo("not_enough");
    assertThat(delivery.at("/brands/A/expectation_gap").has("points")).isFalse();
    assertThat(json.path("nps").isEmpty()).isTrue();
  }

  private SurveyAnswer answer(String questionnaire, String waveAgainst) throws IOException {
    return lookup(question("A", List.of("B"), questionnaire, waveAgainst, ALL));
  }

  private SurveyAnswer lookup(SurveyQuestion question) throws IOException {
    return new SurveyLookup(client, Story.CLOCK).answer(question);
  }

  private static SurveyQuestion question(
      String brand,
      List<String> against,
      String questionnaire,
      String waveAgainst,
      Map<String, List<String>> values) {
    return new SurveyQuestion(
        brand, against, questionnaire, waveAgainst, null, values, List.of(), null);
  }

  private static SurveyScore score(SurveyAnswer answer, String brand, String indicator) {
    return row(answer, indicator).scores().get(brand);
  }

  private static SurveyRow row(SurveyAnswer answer, String indicator) {
    return answer.comparison().rows().stream()
        .filter(row -> row.indicator().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  private static ScoredFeedback sheet(
      String customer, String brand, String wave, int day, int delivery, int price) {
    Feedback feedback =
        new Feedback(
            brand + "-" + (customer == null ? day : customer) + "-" + wave,
            "default",
            Channel.SURVEY,
            day % 2 == 0 ? "还行" : "",
            List.of(),
            null,
            brand,
            null,
            null,
            customer,
            day % 3 == 0 ? "新客" : "老客",
            null,
            Story.T0.plus(Duration.ofHours(day)),
            null,
            Math.floorMod(day, 11),
            null,
            null,
            null,
            false,
            Map.of(),
            new Survey(
                "csat",
                wave,
                List.of(
                    new Answer("delivery.speed", (double) delivery, 5.0, 1, 5),
                    new Answer("price", (double) price, null, 1, 5))));
    return new ScoredFeedback(
        feedback,
        null,
        Language.OTHER,
        "",
        null,
        List.of(),
        List.of(),
        List.of(),
        TranscriptScore.NONE,
        Suspicion.NONE,
        Story.SCORED_BY);
  }
}
