package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.JsonpUtils;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(RealElasticsearch.class)
class SchemaIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Provenance HOW =
      new Provenance("hotel@1.0.0+models@1f0c22aa", Map.of("pack", "hotel"), null, false);

  private final ElasticsearchClient client;
  private final Schema schema;
  private final Generations generations;

  SchemaIT(ElasticsearchClient client) {
    this.client = client;
    this.schema = new Schema(client);
    this.generations = new Generations(client);
  }

  @BeforeEach
  void clear() throws IOException {
    RealElasticsearch.clear(client);
  }

  @Test
  void everyIndexStandsBehindItsAliasHoweverOftenItIsEnsured() throws IOException {
    schema.ensure();
    schema.ensure();
    for (VocIndex index : VocIndex.values()) {
      assertThat(generations.all(index)).containsExactly(index.generation(1));
      assertThat(generations.current(index)).hasValue(index.generation(1));
    }
  }

  @Test
  void whoMayOnlyWriteIsToldWhatIsMissing() throws IOException {
    assertThatThrownBy(schema::require)
        .isInstanceOf(ElasticsearchUnavailable.class)
        .hasMessageContaining("there is no index behind the alias voc-")
        .hasMessageContaining("scripts/voc rescore --list");
    assertThat(generations.all(VocIndex.FEEDBACK)).as("nothing was made").isEmpty();
    schema.ensure();
    schema.require();
    client
        .indices()
        .putMapping(
            p ->
                p.index("voc-mentions-000001")
                    .withJson(new StringReader("{\"_meta\": {\"schema_version\": 1}}")));
    assertThatThrownBy(schema::require)
        .isInstanceOf(ElasticsearchUnavailable.class)
        .hasMessageContaining("voc-mentions-000001 lacks fields of version");
  }

  @Test
  void twoStartersAtOnceMakeOneIndex() throws Exception {
    ExecutorService starters = Executors.newFixedThreadPool(2);
    try {
      Callable<Void> starter =
          () -> {
            schema.ensure();
            return null;
          };
      for (Future<Void> done : starters.invokeAll(List.of(starter, starter))) {
        done.get();
      }
    } finally {
      starters.shutdownNow();
    }
    assertThat(generations.all(VocIndex.MENTIONS)).containsExactly("voc-mentions-000001");
  }

  @ParameterizedTest
  @EnumSource(VocIndex.class)
  void theMappingInForceIsTheReviewedOne(VocIndex index) throws IOException {
    schema.ensure();
    String mapping =
        JsonpUtils.toJsonString(
            client
                .indices()
                .getMapping(g -> g.index(index.alias()))
                .result()
                .get(index.generation(1))
                .mappings(),
            client._jsonpMapper());
    Golden.check(index.alias() + "-mapping.json", Golden.sorted(mapping));
  }

  @Test
  void anUnknownFieldIsRefused() throws IOException {
    schema.ensure();
    assertThatThrownBy(
            () ->
                client.index(
                    i ->
                        i.index("voc-feedback")
                            .id("x")
                            .withJson(new StringReader("{\"oops\": 1}"))))
        .hasMessageContaining("oops");
  }

  /** How somebody with very much feedback has more shards (docs/scaling.md). */
  @Test
  void ourTemplateWithOtherSettingsIsLeftAlone() throws IOException {
    ObjectNode template = (ObjectNode) JSON.readTree(IndexTemplate.of(VocIndex.MENTIONS).json());
    ((ObjectNode) template.at("/template/settings/index")).put("number_of_shards", 3);
    client
        .indices()
        .putIndexTemplate(
            p -> p.name("voc-mentions").withJson(new StringReader(template.toString())));
    schema.ensure();
    assertThat(
            client
                .indices()
                .getSettings(g -> g.index("voc-mentions-000001"))
                .get("voc-mentions-000001")
                .settings()
                .index()
                .numberOfShards())
        .isEqualTo("3");
  }

  @Test
  void aTemplateOfALaterVersionIsLeftAlone() throws IOException {
    client
        .indices()
        .putIndexTemplate(p -> p.name("voc-feedback").indexPatterns("voc-feedback-*").version(99L));
    schema.ensure();
    assertThat(
            client
                .indices()
                .getIndexTemplate(g -> g.name("voc-feedback"))
                .indexTemplates()
                .get(0)
                .indexTemplate()
                .version())
        .isEqualTo(99);
  }

  @Test
  void anOlderGenerationGetsTheNewFields() throws IOException {
    createOld(
        "{\"mappings\": {\"dynamic\": \"strict\", \"properties\": {\"id\": {\"type\":"
            + " \"keyword\"}}}}");
    schema.ensure();
    assertThat(
            client
                .indices()
                .getMapping(g -> g.index("voc-feedback"))
                .result()
                .get("voc-feedback-000001")
                .mappings()
                .properties())
        .containsKeys("id", "mention_count");
  }

  @Test
  void anOlderGenerationThatCannotFollowSaysWhatToDo() throws IOException {
    createOld("{\"mappings\": {\"properties\": {\"mention_count\": {\"type\": \"keyword\"}}}}");
    assertThatThrownBy(schema::ensure)
        .isInstanceOf(ElasticsearchUnavailable.class)
        .hasMessageStartingWith("voc-feedback-000001 cannot take the mapping of version 4")
        .hasMessageEndingWith("rescore into a new generation");
  }

  @Test
  void anIndexInTheWayOfTheAliasSaysWhatToDo() throws IOException {
    client.indices().create(c -> c.index("voc-feedback"));
    assertThatThrownBy(schema::ensure)
        .isInstanceOf(ElasticsearchUnavailable.class)
        .hasMessageContaining("delete the index that is in the way");
  }

  @Test
  void theAliasesSwitchTogether() throws IOException {
    schema.ensure();
    Generation next = generations.begin(HOW);
    assertThat(next.indices().values())
        .containsExactlyInAnyOrder(
            "voc-feedback-000002", "voc-mentions-000002", "voc-scores-000002", "voc-late-000002");
    assertThat(generations.current(VocIndex.FEEDBACK)).hasValue("voc-feedback-000001");

    generations.switchTo(next);
    for (VocIndex kind : Generations.KINDS) {
      assertThat(generations.current(kind)).hasValue(kind.generation(2));
    }
    assertThat(generations.current(VocIndex.DEAD_LETTERS)).hasValue("voc-dead-letters-000001");
    assertThat(client.indices().getAlias(a -> a.name("voc-feedback")).result()).hasSize(1);

    schema.ensure();
    assertThat(generations.current().number()).isEqualTo(2);
  }

  @Test
  void aGenerationTellsHowItWasMadeAndWhetherAllOfItStands() throws IOException {
    schema.ensure();
    Generation begun = generations.begin(HOW);
    assertThat(begun.isHalfBuilt()).isTrue();
    generations.note(begun, HOW.readUpTo(Story.T0).complete(true));

    assertThat(generations.all()).extracting(Generation::number).containsExactly(1, 2);
    assertThat(generations.all()).extracting(Generation::current).containsExactly(true, false);
    assertThat(generations.all())
        .extracting(Generation::provenance)
        .containsExactly(null, new Provenance(HOW.scoredBy(), HOW.options(), Story.T0, true));
    assertThat(generations.all()).noneMatch(Generation::isHalfBuilt);
    assertThat(
            client
                .indices()
                .getMapping(g -> g.index("voc-feedback-000002"))
                .result()
                .get("voc-feedback-000002")
                .mappings()
                .meta())
        .as("what the schema noted stays")
        .containsKeys("schema_version", "provenance");
  }

  @Test
  void onlyAGenerationOutOfUseIsDropped() throws IOException {
    schema.ensure();
    Generation next = generations.begin(HOW);
    assertThatThrownBy(() -> generations.drop(generations.current()))
        .hasMessageStartingWith("generation 1 is in use");
    generations.drop(next);
    for (VocIndex kind : VocIndex.values()) {
      assertThat(generations.all(kind)).containsExactly(kind.generation(1));
    }
  }

  @Test
  void aFrozenGenerationTakesNothingAndItsWritersTryAgain() throws IOException {
    schema.ensure();
    FeedbackIndexer indexer = new FeedbackIndexer(client, Target.current(), Story.CLOCK);
    Generation next = generations.begin(HOW);
    generations.freeze(generations.current(), true);
    assertThat(indexer.index(List.of(Story.review("r1", 1))))
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.RETRY);

    generations.switchTo(next);
    assertThat(indexer.index(List.of(Story.review("r1", 1))))
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.CREATED);
    generations.freeze(generations.all().get(0), false);
  }

  @Test
  void twoWhoMakeTheNextGenerationGetTwo() throws Exception {
    schema.ensure();
    ExecutorService makers = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> maker = () -> generations.begin(HOW).number();
      List<Integer> made = new ArrayList<>();
      for (Future<Integer> done : makers.invokeAll(List.of(maker, maker))) {
        made.add(done.get());
      }
      assertThat(made).containsExactlyInAnyOrder(2, 3);
    } finally {
      makers.shutdownNow();
    }
  }

  private void createOld(String json) throws IOException {
    client
        .indices()
        .create(
            c ->
                c.index("voc-feedback-000001")
                    .withJson(new StringReader(json))
                    .aliases("voc-feedback", a -> a.isWriteIndex(true)));
  }
}
