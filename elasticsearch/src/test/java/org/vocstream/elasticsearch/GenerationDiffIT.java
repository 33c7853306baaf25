package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vocstream.elasticsearch.RescoreDiff.Example;
import org.vocstream.opinion.Mention;
import org.vocstream.scoring.ScoredFeedback;

@ExtendWith(RealElasticsearch.class)
class GenerationDiffIT {
  private final ElasticsearchClient client;
  private final Generations generations;
  private Generation before;
  private Generation after;

  GenerationDiffIT(ElasticsearchClient client) {
    this.client = client;
    this.generations = new Generations(client);
  }

  @BeforeEach
  void twoGenerations() throws IOException {
    RealElasticsearch.clear(client);
    new Schema(client).ensure();
    before = generations.current();
    after = generations.begin(new Provenance(Story.SCORED_BY, Map.of(), Story.T0, true));
  }

  @Test
  void aPlantedFlipIsListedWithItsWordsOnBothSides() throws IOException {
    write(before, List.of(Story.review("r1", 1, -1), Story.review("r2", 1)));
    write(after, List.of(Story.review("r1", 1, 1), Story.review("r2", 1, -1)));
    RescoreDiff diff = compare();
    assertThat(diff.feedback()).isEqualTo(2);
    assertThat(diff.indicators().get("delivery.speed").same()).isEqualTo(2);
    assertThat(diff.indicators().get("price").flips()).isEqualTo(Map.of("-1>1", 1L));
    assertThat(diff.indicators().get("price").examples())
        .containsExactly(
            new Example("default/r1", stored(Story.price("青禾", -1)), stored(Story.price("青禾", 1))),
            new Example("default/r2", null, stored(Story.price("青禾", -1))));
  }

  @Test
  void aFeedbackOfOneGenerationAloneChangesNoIndicator() throws IOException {
    write(before, List.of(Story.review("r1", 1), Story.review("gone", -1)));
    write(after, List.of(Story.review("r1", 1), Story.review("new1"), Story.review("new2", -1)));
    RescoreDiff diff = compare();
    assertThat(diff.feedback()).isEqualTo(1);
    assertThat(diff.onlyBefore()).isEqualTo(1);
    assertThat(diff.onlyAfter()).isEqualTo(2);
    assertThat(diff.indicators().get("delivery.speed").changes()).isZero();
  }

  @Test
  void nothingIsLostBetweenPages() throws IOException {
    List<ScoredFeedback> old = new ArrayList<>();
    List<ScoredFeedback> rescored = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      old.add(Story.review("r" + i, 1, 0));
      rescored.add(Story.review("r" + i, 1, i % 5 == 0 ? -1 : 0));
    }
    write(before, old);
    write(after, rescored);
    RescoreDiff diff = compare();
    assertThat(diff.feedback()).isEqualTo(2_500);
    assertThat(diff.indicators().get("delivery.speed").same()).isEqualTo(2_500);
    assertThat(diff.indicators().get("price").same()).isEqualTo(2_000);
    assertThat(diff.indicators().get("price").flips()).isEqualTo(Map.of("0>-1", 500L));
    assertThat(diff.cells().get(0).group()).isEqualTo("price");
    assertThat(diff.cells().get(0).change()).isEqualTo(-10);
  }

  private void write(Generation generation, List<ScoredFeedback> scored) {
    assertThat(new FeedbackIndexer(client, generation.target(), Story.CLOCK).index(scored))
        .allMatch(outcome -> outcome.kind() == Outcome.Kind.CREATED);
  }

  private RescoreDiff compare() throws IOException {
    return new GenerationDiff(client).compare(before, after, 3, compared -> {});
  }

  private static StoredMention stored(Mention mention) {
    return new StoredMention(
        mention.indicator(),
        mention.group(),
        mention.label(),
        mention.polarity(),
        mention.brand(),
        mention.start(),
        mention.end(),
        mention.evidence(),
        mention.scoredBy());
  }
}
