package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.JsonpUtils;
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
        .hasMessageStartingWith("voc-feedback-000001 cannot take the mapping of version 2")
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
    String feedback = generations.createNext(VocIndex.FEEDBACK);
    String mentions = generations.createNext(VocIndex.MENTIONS);
    assertThat(List.of(feedback, mentions))
        .containsExactly("voc-feedback-000002", "voc-mentions-000002");
    assertThat(generations.current(VocIndex.FEEDBACK)).hasValue("voc-feedback-000001");

    generations.switchTo(Map.of(VocIndex.FEEDBACK, feedback, VocIndex.MENTIONS, mentions));
    assertThat(generations.current(VocIndex.FEEDBACK)).hasValue(feedback);
    assertThat(generations.current(VocIndex.MENTIONS)).hasValue(mentions);
    assertThat(client.indices().getAlias(a -> a.name("voc-feedback")).result()).hasSize(1);

    schema.ensure();
    assertThat(generations.current(VocIndex.FEEDBACK)).hasValue(feedback);
  }

  @Test
  void onlyAGenerationOutOfUseIsDropped() throws IOException {
    schema.ensure();
    String next = generations.createNext(VocIndex.FEEDBACK);
    assertThatThrownBy(() -> generations.drop(VocIndex.FEEDBACK, "voc-feedback-000001"))
        .hasMessageContaining("in use");
    generations.drop(VocIndex.FEEDBACK, next);
    assertThat(generations.all(VocIndex.FEEDBACK)).containsExactly("voc-feedback-000001");
  }

  @Test
  void twoWhoMakeTheNextGenerationGetTwo() throws Exception {
    schema.ensure();
    ExecutorService makers = Executors.newFixedThreadPool(2);
    try {
      Callable<String> maker = () -> generations.createNext(VocIndex.MENTIONS);
      List<String> made = new ArrayList<>();
      for (Future<String> done : makers.invokeAll(List.of(maker, maker))) {
        made.add(done.get());
      }
      assertThat(made).containsExactlyInAnyOrder("voc-mentions-000002", "voc-mentions-000003");
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
