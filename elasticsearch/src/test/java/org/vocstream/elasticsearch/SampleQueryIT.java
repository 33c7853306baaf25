package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.Subject;

/** Three reviews of 青禾 on the day of T0, two of them by ann, one a week later; a dead letter. */
@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleQueryIT {
  private static final Period DAY_OF_T0 =
      Period.ofDays(LocalDate.parse("2026-10-05"), LocalDate.parse("2026-10-05"));
  private static final ScoreFilter DAY = ScoreFilter.all(ZoneOffset.UTC).in(DAY_OF_T0);

  private final ElasticsearchClient client;

  SampleQueryIT(ElasticsearchClient client) {
    this.client = client;
  }

  @BeforeAll
  void index() throws IOException {
    RealElasticsearch.empty(client);
    new FeedbackIndexer(client, Target.current(), Story.CLOCK)
        .index(
            List.of(
                Story.by("ann", 0, Story.review("a1", -1, 1)),
                Story.by("ann", 0, Story.review("a2", -1)),
                Story.by("bob", 0, Story.review("b1", -1)),
                Story.by("bob", 7, Story.review("b2", 1))));
    new DeadLetterIndexer(client, Target.current(), Story.CLOCK)
        .index(
            List.of(new DeadLetter("reviews.jsonl:17", "envelope", "id", "id is missing", "{}")));
    new Counts(client).refresh();
  }

  @Test
  void onlyFeedbackOfTheDaysCountsAndABrandWithoutAnyHasNone() throws IOException {
    Sample sample = new SampleQuery(client).sample(List.of("青禾", "露白"), DAY);
    Sample.OfBrand own = sample.brands().get("青禾");
    assertThat(own.feedback()).isEqualTo(3);
    assertThat(own.suspects()).isZero();
    assertThat(own.channels()).isEqualTo(Map.of("review", 3L));
    assertThat(own.products()).isEqualTo(Map.of("", 3L));
    assertThat(sample.brands().get("露白")).isEqualTo(Sample.OfBrand.NONE);
    assertThat(sample.published()).contains(Story.T0);
    assertThat(sample.processed()).contains(Story.CLOCK.instant());
  }

  @Test
  void deadLettersCountWhateverTheBrandAndTheDay() throws IOException {
    Sample sample = new SampleQuery(client).sample(List.of("露白"), DAY);
    assertThat(sample.deadLetters()).isEqualTo(Map.of("id", 1L));
    assertThat(sample.refused()).isEqualTo(1);
    assertThat(sample.published()).isEmpty();
  }

  @Test
  void theSurestVoicesAreOneOfEachAuthor() throws IOException {
    List<? extends JsonNode> voices =
        new VoicesQuery(client)
            .surest(
                new VoicesQuery.Asked(
                    List.of("青禾"), new Subject(Scope.GROUP, "delivery"), DAY, -1, null, null),
                10);
    assertThat(voices)
        .extracting(v -> v.path("feedback").asText() + " " + v.path("text").asText())
        .containsExactly("default/a1 发货速度挺快，价格有点贵", "default/b1 发货速度挺快，价格有点贵");
  }
}
