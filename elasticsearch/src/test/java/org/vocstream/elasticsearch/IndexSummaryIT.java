package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.Suspicion;

@ExtendWith(RealElasticsearch.class)
class IndexSummaryIT {
  private final ElasticsearchClient client;

  IndexSummaryIT(ElasticsearchClient client) {
    this.client = client;
  }

  @BeforeEach
  void empty() throws IOException {
    RealElasticsearch.empty(client);
  }

  @Test
  void itTellsHowFreshAndHowCleanTheIndexIs() throws IOException {
    Suspicion copy = new Suspicion(List.of(Flag.DUPLICATE), "default/a1");
    new FeedbackIndexer(client, Target.current(), Story.CLOCK)
        .index(
            List.of(
                Story.by("ann", 0, Story.review("a1", -1)),
                Story.by("bob", 1, Story.review("b1", 1)).with(copy),
                Story.by("bob", 7, Story.review("b2", 1))));
    new DeadLetterIndexer(client, Target.current(), Story.CLOCK)
        .index(
            List.of(
                letter("a.jsonl:1", DeadLetter.ENVELOPE, "id"),
                letter("a.jsonl:2", DeadLetter.ENVELOPE, "id"),
                letter("a.jsonl:3", DeadLetter.ENVELOPE, null),
                letter("index:default/x", DeadLetter.INDEX, null)));
    new Counts(client).refresh();

    IndexSummary summary = IndexSummary.read(client, Story.T0.plus(Duration.ofDays(3)));

    assertThat(summary.newestPublished())
        .as("what is dated in the future is no news")
        .isEqualTo(Story.T0.plus(Duration.ofDays(1)));
    assertThat(summary.lastWritten()).isEqualTo(Story.CLOCK.instant());
    assertThat(summary.suspects()).isEqualTo(1);
    assertThat(summary.flags()).isEqualTo(Map.of("duplicate", 1L));
    assertThat(summary.deadLetters()).isEqualTo(Map.of("id", 2L, "record", 1L, "index", 1L));
  }

  @Test
  void anEmptyIndexHasNoDates() throws IOException {
    IndexSummary summary = IndexSummary.read(client, Story.T0);
    assertThat(summary.newestPublished()).isNull();
    assertThat(summary.lastWritten()).isNull();
    assertThat(summary.suspects()).isZero();
    assertThat(summary.flags()).isEmpty();
    assertThat(summary.deadLetters()).isEmpty();
  }

  private static DeadLetter letter(String origin, String stage, String field) {
    return new DeadLetter(origin, stage, field, "for a test", "{}");
  }
}
