package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Comparison;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.Names;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.Suspicion;
import org.vocstream.scoring.TranscriptScore;
import org.vocstream.text.Language;

@ExtendWith(RealElasticsearch.class)
class FeedbackIndexerIT {
  private static final int GOOD = 1;
  private static final int BAD = -1;

  private final ElasticsearchClient client;
  private final FeedbackIndexer indexer;
  private final Counts counts;

  FeedbackIndexerIT(ElasticsearchClient client) {
    this.client = client;
    this.indexer = new FeedbackIndexer(client, Target.current(), Story.CLOCK);
    this.counts = new Counts(client);
  }

  @BeforeEach
  void empty() throws IOException {
    RealElasticsearch.empty(client);
  }

  @Test
  void everyVersionReplacesTheOneBeforeItWithAllItsMentions() throws IOException {
    assertThat(kinds(Story.review("r1", GOOD, BAD, GOOD))).containsExactly(Outcome.Kind.CREATED);
    assertThat(documents(VocIndex.MENTIONS))
        .containsOnlyKeys("default/r1#0", "default/r1#1", "default/r1#2");

    assertThat(kinds(Story.review("r1", BAD))).containsExactly(Outcome.Kind.REPLACED);
    assertThat(documents(VocIndex.MENTIONS)).containsOnlyKeys("default/r1#0");
    assertThat(documents(VocIndex.MENTIONS).get("default/r1#0").path("polarity").asInt())
        .isEqualTo(BAD);

    assertThat(kinds(Story.review("r1", GOOD, GOOD))).containsExactly(Outcome.Kind.REPLACED);
    assertThat(documents(VocIndex.MENTIONS)).containsOnlyKeys("default/r1#0", "default/r1#1");
    assertThat(documents(VocIndex.FEEDBACK).get("default/r1").path("mention_count").asInt())
        .isEqualTo(2);
  }

  @Test
  void whatIsTakenBackLeavesNothing() throws IOException {
    indexer.index(List.of(Story.review("r1", GOOD, BAD), Story.review("r2", GOOD)));
    assertThat(kinds(Story.withdrawn("r1"), Story.withdrawn("never-seen")))
        .containsExactly(Outcome.Kind.WITHDRAWN, Outcome.Kind.WITHDRAWN);
    assertThat(documents(VocIndex.FEEDBACK)).containsOnlyKeys("default/r2");
    assertThat(documents(VocIndex.MENTIONS)).containsOnlyKeys("default/r2#0");
  }

  @Test
  void aReplayLeavesTheSameButForTheTime() throws IOException {
    List<ScoredFeedback> feed = List.of(Story.call(), Story.review("r1", GOOD, BAD));
    indexer.index(feed);
    Map<String, ObjectNode> feedback = documents(VocIndex.FEEDBACK);
    Map<String, ObjectNode> mentions = documents(VocIndex.MENTIONS);

    new FeedbackIndexer(client, Target.current(), Story.LATER).index(feed);
    Map<String, ObjectNode> again = documents(VocIndex.FEEDBACK);
    assertThat(again.get("hotline/call-17").path("ingested_at").asText())
        .isEqualTo(Story.LATER.instant().toString());
    assertThat(withoutTime(again)).isEqualTo(withoutTime(feedback));
    assertThat(withoutTime(documents(VocIndex.MENTIONS))).isEqualTo(withoutTime(mentions));
  }

  @Test
  void ofTwoVersionsInOneBatchTheLaterCounts() throws IOException {
    assertThat(kinds(Story.review("r1", GOOD, GOOD), Story.review("r2"), Story.review("r1", BAD)))
        .containsExactly(Outcome.Kind.SUPERSEDED, Outcome.Kind.CREATED, Outcome.Kind.CREATED);
    assertThat(documents(VocIndex.MENTIONS)).containsOnlyKeys("default/r1#0");
  }

  @Test
  void aRefusedFeedbackLeavesNoHalfButADeadLetter() throws IOException {
    Target target = withConflictingMapping("mention_count", "boolean");
    FeedbackIndexer other = new FeedbackIndexer(client, target, Story.CLOCK);
    List<Outcome> outcomes = other.index(List.of(Story.review("r1", GOOD, BAD)));

    assertThat(outcomes.get(0).kind()).isEqualTo(Outcome.Kind.REJECTED);
    assertThat(outcomes.get(0).reason()).contains("mention_count");
    assertThat(documents(target.mentions())).isEmpty();
    assertThat(documents(target.feedback())).isEmpty();
    Map<String, ObjectNode> letters = documents(VocIndex.DEAD_LETTERS);
    assertThat(letters).hasSize(1);
    ObjectNode letter = letters.values().iterator().next();
    assertThat(letter.path("origin").asText()).isEqualTo("index:default/r1");
    assertThat(letter.path("stage").asText()).isEqualTo("index");
    assertThat(letter.path("reason").asText())
        .startsWith("Elasticsearch refused the document: 400")
        .contains("mention_count");
    assertThat(letter.path("raw").asText()).isEqualTo("发货速度挺快，价格有点贵");
  }

  @Test
  void aRefusedMentionTakesItsFeedbackAlongButNotItsNeighbours() throws IOException {
    Target target = withConflictingMapping("nothing", "keyword");
    client
        .indices()
        .create(
            c ->
                c.index("other-mentions")
                    .withJson(
                        new StringReader(
                            "{\"mappings\": {\"properties\": {\"cue\": {\"type\": \"long\"}}}}")));
    Target mentions =
        new Target(
            target.feedback(), "other-mentions", target.deadLetters(), target.scores(), false);
    List<Outcome> outcomes =
        new FeedbackIndexer(client, mentions, Story.CLOCK)
            .index(List.of(Story.review("with-cue", GOOD), Story.review("without-mentions")));
    assertThat(outcomes.stream().map(Outcome::kind))
        .containsExactly(Outcome.Kind.REJECTED, Outcome.Kind.CREATED);
    assertThat(documents("other-mentions")).isEmpty();
    assertThat(documents(target.feedback())).containsOnlyKeys("default/without-mentions");
  }

  @Test
  void whatStoppedBetweenTheStepsIsPutRightByAReplay() throws IOException {
    indexer.index(List.of(Story.review("r1", GOOD, GOOD, GOOD)));
    writable(VocIndex.FEEDBACK, false);
    List<ScoredFeedback> shorter = List.of(Story.review("r1", BAD));
    List<ScoredFeedback> unseen = List.of(Story.review("r2", BAD, BAD));
    assertThat(indexer.index(shorter)).allMatch(o -> o.is(Outcome.Kind.RETRY));
    assertThat(indexer.index(unseen)).allMatch(o -> o.is(Outcome.Kind.RETRY));
    writable(VocIndex.FEEDBACK, true);

    assertThat(indexer.index(shorter)).containsExactly(Outcome.of(Outcome.Kind.REPLACED));
    assertThat(indexer.index(unseen)).containsExactly(Outcome.of(Outcome.Kind.CREATED));
    assertThat(documents(VocIndex.MENTIONS))
        .containsOnlyKeys("default/r1#0", "default/r2#0", "default/r2#1");
  }

  @Test
  void theEarlierNumberOfMentionsStandsUntilTheSurplusIsGone() throws IOException {
    indexer.index(List.of(Story.review("r1", GOOD, GOOD, GOOD)));
    writable(VocIndex.MENTIONS, false);
    assertThat(kinds(Story.review("r1", BAD))).containsExactly(Outcome.Kind.RETRY);
    writable(VocIndex.MENTIONS, true);
    assertThat(documents(VocIndex.FEEDBACK).get("default/r1").path("mention_count").asInt())
        .isEqualTo(3);
    assertThat(kinds(Story.review("r1", BAD))).containsExactly(Outcome.Kind.REPLACED);
    assertThat(documents(VocIndex.MENTIONS)).containsOnlyKeys("default/r1#0");
  }

  @Test
  void aMissingIndexIsNotTheFeedbacksFault() throws IOException {
    Target nowhere = new Target("other-a", "other-b", "other-c", "other-d", true);
    Outcome outcome =
        new FeedbackIndexer(client, nowhere, Story.CLOCK)
            .index(List.of(Story.review("r1", GOOD)))
            .get(0);
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RETRY);
    assertThat(outcome.reason()).contains("other-b");
    assertThat(client.indices().exists(e -> e.index("other-a", "other-b")).value()).isFalse();
  }

  @Test
  void whateverIsLegalIsTaken() throws IOException {
    String huge = "长".repeat(40_000);
    Mention mention =
        new Mention(
            huge,
            huge,
            new Names(huge, huge),
            huge,
            huge,
            GOOD,
            1,
            1,
            huge,
            null,
            0,
            1,
            huge,
            huge,
            null,
            huge);
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("", "no name");
    attributes.put(".", "a dot");
    attributes.put("a..b", "dots");
    attributes.put("nul\0nul", "nul\0");
    attributes.put("lone \uD83D", "lone \uDE00");
    attributes.put(huge, huge);
    Feedback feedback =
        new Feedback(
            huge,
            huge,
            Channel.SOCIAL,
            "lone \uD83D " + huge,
            List.of(),
            huge,
            huge,
            huge,
            huge,
            huge,
            huge,
            huge,
            Instant.parse("+30000-01-01T00:00:00Z"),
            5.0,
            10,
            huge,
            huge,
            huge,
            false,
            attributes);
    ScoredFeedback scored =
        new ScoredFeedback(
            feedback,
            null,
            Language.OTHER,
            huge,
            null,
            List.of(mention),
            List.of(),
            Collections.nCopies(20_000, new Comparison("A", "B", "price", 0, 1)),
            TranscriptScore.NONE,
            Suspicion.NONE,
            huge);
    Feedback ancient =
        new Feedback(
            "old",
            "default",
            Channel.REVIEW,
            "旧",
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Instant.parse("-0044-03-15T00:00:00Z"),
            null,
            null,
            null,
            null,
            null,
            false,
            Map.of());
    assertThat(indexer.index(List.of(scored, Story.scored(ancient, List.of()))))
        .containsExactly(Outcome.of(Outcome.Kind.CREATED), Outcome.of(Outcome.Kind.CREATED));
    assertThat(documents(VocIndex.FEEDBACK).keySet())
        .contains("default/old")
        .anyMatch(id -> id.matches("[0-9a-f]{64}"));
    assertThat(documents(VocIndex.FEEDBACK).toString()).contains("\"no name\"", "\"dots\"");
  }

  @Test
  void aBatchLargerThanOneRequestArrivesWhole() throws IOException {
    String text = "发货速度挺快".repeat(100_000);
    List<ScoredFeedback> batch =
        List.of("b1", "b2", "b3", "b4", "b5", "b6").stream()
            .map(id -> Feedback.of(id, Channel.REVIEW, "青禾", text))
            .map(f -> Story.scored(f, List.of(Story.delivery("青禾", GOOD))))
            .toList();
    assertThat(indexer.index(batch)).allMatch(o -> o.is(Outcome.Kind.CREATED));
    counts.refresh();
    assertThat(counts.of(VocIndex.FEEDBACK)).isEqualTo(6);
    assertThat(counts.of(VocIndex.MENTIONS)).isEqualTo(6);
  }

  @Test
  void aDeadLetterReadTwiceIsOneDocument() throws IOException {
    DeadLetterIndexer letters = new DeadLetterIndexer(client, Target.current(), Story.CLOCK);
    DeadLetter first = letter("a.jsonl:1", "id is missing");
    DeadLetter second = letter("a.jsonl:2", "not JSON");
    DeadLetter corrected = letter("a.jsonl:1", "id is blank");
    assertThat(letters.index(List.of(first, second, corrected)).stream().map(Outcome::kind))
        .containsExactly(Outcome.Kind.SUPERSEDED, Outcome.Kind.CREATED, Outcome.Kind.CREATED);
    assertThat(letters.index(List.of(second)).stream().map(Outcome::kind))
        .containsExactly(Outcome.Kind.REPLACED);
    assertThat(
            documents(VocIndex.DEAD_LETTERS).values().stream().map(d -> d.path("reason").asText()))
        .containsExactlyInAnyOrder("id is blank", "not JSON");
  }

  @Test
  void countsAreInAllAndSinceAnInstant() throws IOException {
    indexer.index(List.of(Story.review("r1", GOOD, BAD)));
    new FeedbackIndexer(client, Target.current(), Story.LATER)
        .index(List.of(Story.review("r2", GOOD)));
    counts.refresh();
    assertThat(counts.of(VocIndex.FEEDBACK)).isEqualTo(2);
    assertThat(counts.of(VocIndex.MENTIONS)).isEqualTo(3);
    assertThat(counts.of(VocIndex.DEAD_LETTERS)).isZero();
    assertThat(counts.since(VocIndex.MENTIONS, Story.CLOCK.instant())).isEqualTo(3);
    assertThat(counts.since(VocIndex.MENTIONS, Story.CLOCK.instant().plusMillis(1))).isEqualTo(1);
  }

  private static DeadLetter letter(String origin, String reason) {
    return new DeadLetter(origin, DeadLetter.ENVELOPE, null, reason, "{");
  }

  /** Generations in which one field of feedback has another type. */
  private Target withConflictingMapping(String field, String type) throws IOException {
    client
        .indices()
        .create(
            c ->
                c.index("other-feedback")
                    .withJson(
                        new StringReader(
                            "{\"mappings\": {\"properties\": {\"%s\": {\"type\": \"%s\"}}}}"
                                .formatted(field, type))));
    return new Target(
        "other-feedback",
        VocIndex.MENTIONS.alias(),
        VocIndex.DEAD_LETTERS.alias(),
        VocIndex.SCORES.alias(),
        false);
  }

  /** Lets documents be written, or has every write refused as an operator can. */
  private void writable(VocIndex index, boolean writable) throws IOException {
    client
        .indices()
        .putSettings(p -> p.index(index.alias()).settings(s -> s.blocks(b -> b.write(!writable))));
  }

  private List<Outcome.Kind> kinds(ScoredFeedback... batch) {
    return indexer.index(List.of(batch)).stream().map(Outcome::kind).toList();
  }

  private Map<String, ObjectNode> documents(VocIndex index) throws IOException {
    return documents(index.alias());
  }

  private Map<String, ObjectNode> documents(String index) throws IOException {
    client.indices().refresh(r -> r.index(index));
    Map<String, ObjectNode> found = new TreeMap<>();
    for (Hit<ObjectNode> hit :
        client.search(s -> s.index(index).size(1_000), ObjectNode.class).hits().hits()) {
      found.put(hit.id(), hit.source());
    }
    return found;
  }

  private static Map<String, ObjectNode> withoutTime(Map<String, ObjectNode> documents) {
    Map<String, ObjectNode> copy = new TreeMap<>();
    documents.forEach((id, document) -> copy.put(id, document.deepCopy().without("ingested_at")));
    return copy;
  }
}
