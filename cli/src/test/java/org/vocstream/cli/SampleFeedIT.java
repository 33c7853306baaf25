package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.CallInsightQuery;
import org.vocstream.elasticsearch.CellCheck;
import org.vocstream.elasticsearch.CellQuery;
import org.vocstream.elasticsearch.MentionFilter;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.SatisfactionIndex;

/**
 * What is planted in the sample feed (sample/truths.json) is found in the index, and what must not
 * be there is not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleFeedIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLE = VocProcess.HOME.resolve("sample");

  private ElasticsearchStack stack;
  private WorkDirectory work;
  private JsonNode truths;
  private Map<String, ObjectNode> feedback;
  private Map<String, ObjectNode> mentions;
  private Map<String, ObjectNode> deadLetters;
  private Map<String, ObjectNode> scores;
  private String summary;

  @BeforeAll
  void indexTheSample(@TempDir Path folder) throws Exception {
    System.setProperty("voc.home", VocProcess.HOME.toString());
    truths = JSON.readTree(Files.readAllBytes(SAMPLE.resolve("truths.json")));
    work = new WorkDirectory(folder);
    stack = ElasticsearchStack.start(work, 0, text -> {});
    summary = run();
    feedback = all(VocIndex.FEEDBACK);
    mentions = all(VocIndex.MENTIONS);
    deadLetters = all(VocIndex.DEAD_LETTERS);
    scores = all(VocIndex.SCORES);
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  private String run() throws IOException, InterruptedException {
    return run(SAMPLE.resolve("feed"));
  }

  private String run(Path feed) throws IOException, InterruptedException {
    StringWriter out = new StringWriter();
    InputOptions input = new InputOptions();
    input.inputs = List.of(feed.toString());
    new ScoringRun(
            stack,
            work,
            new PrintWriter(out, true),
            new Progress(new PrintWriter(out), false, System::nanoTime),
            Clock.systemUTC())
        .toEnd(DemoCommand.options(stack, work, feed), input.files());
    return out.toString();
  }

  @Test
  void whatIsReadIsIndexedOrADeadLetter() {
    long refused =
        truths.path("dirty").findValuesAsText("expect").stream()
            .filter("dead_letter"::equals)
            .count();
    assertThat(deadLetters).hasSize((int) refused);
    assertThat(summary)
        .contains("read 679 records")
        .contains("= indexed " + (679 - refused) + " + dead letters " + refused);
    int edited = truths.path("edited").size();
    int withdrawn = truths.path("withdrawn").size();
    assertThat(feedback).hasSize((int) (679 - refused - edited - 2L * withdrawn));
  }

  @Test
  void everyDirtyRecordIsRefusedForItsOwnReasonOrTakenIn() {
    Map<String, String> reasons = new TreeMap<>();
    deadLetters
        .values()
        .forEach(d -> reasons.put(d.path("origin").asText(), d.path("reason").asText()));
    for (JsonNode dirty : truths.path("dirty")) {
      String origin = "feed/dirty.jsonl:" + dirty.path("line").asInt();
      if (dirty.path("expect").asText().equals("accepted")) {
        assertThat(reasons).as(dirty.path("what").asText()).doesNotContainKey(origin);
      } else {
        assertThat(reasons.get(origin))
            .as(dirty.path("what").asText())
            .containsIgnoringCase(dirty.path("reason_contains").asText());
      }
    }
  }

  @Test
  void everyMentionShowsExactlyTheWordsAtItsPlace() {
    assertThat(mentions.size()).isGreaterThan(600);
    for (ObjectNode mention : mentions.values()) {
      String text = feedback.get(mention.path("feedback").asText()).path("text").asText();
      assertThat(mention.path("evidence").asText())
          .isEqualTo(text.substring(mention.path("start").asInt(), mention.path("end").asInt()));
    }
    long counted =
        feedback.values().stream().mapToLong(f -> f.path("mention_count").asLong()).sum();
    assertThat(counted).isEqualTo(mentions.size());
  }

  @Test
  void noPersonalDataIsAnywhereAndNumbersThatOnlyLookLikeItSurvive() {
    StringBuilder everything = new StringBuilder();
    for (Map<String, ObjectNode> documents : List.of(feedback, mentions, deadLetters)) {
      documents.values().forEach(everything::append);
    }
    String index = everything.toString();
    for (JsonNode secret : truths.path("pii")) {
      assertThat(index)
          .as("%s of %s", secret.path("kind"), secret.path("id"))
          .doesNotContain(secret.path("secret").asText());
      String text = textOf(secret.path("id").asText());
      for (JsonNode group : secret.path("groups")) {
        assertThat(text)
            .as("part of a %s in %s", secret.path("kind"), secret.path("id"))
            .doesNotContain(group.asText());
      }
    }
    for (String numbers : List.of("order_numbers", "not_pii")) {
      for (JsonNode number : truths.path(numbers)) {
        assertThat(textOf(number.path("id").asText())).contains(number.path("value").asText());
      }
    }
  }

  @Test
  void theLastVersionOfAnEditedReviewCountsAndAWithdrawnOneIsGone() throws IOException {
    Map<String, String> last = new TreeMap<>();
    for (String line : Files.readAllLines(SAMPLE.resolve("feed/reviews.jsonl"))) {
      JsonNode review = JSON.readTree(line);
      last.put(review.path("id").asText(), review.path("text").asText());
    }
    for (JsonNode id : truths.path("edited")) {
      assertThat(textOf(id.asText())).isEqualTo(last.get(id.asText()));
    }
    for (JsonNode id : truths.path("withdrawn")) {
      assertThat(feedback.values()).noneMatch(f -> f.path("id").asText().equals(id.asText()));
      assertThat(mentions.values())
          .noneMatch(m -> m.path("feedback_id").asText().equals(id.asText()));
    }
  }

  @Test
  void theComparisonOfTheDemoCountsTheMentionsInTheIndexAndFitsATerminal() throws IOException {
    CompareOptions options = DemoCommand.comparison();
    String text = compare(options);
    assertThat(text)
        .startsWith("沐禾 against 绮澜, 澄野   2026-09-28..2026-10-25   cosmetics@")
        .contains("样本不足")
        .containsPattern("Verdicts hold over the [1-9][0-9]* gaps shown together");
    assertThat(text.lines()).allMatch(line -> WideText.columns(line) <= 124);
    options.json = true;
    JsonNode delivery = JSON.readTree(compare(options)).path("indicators").get(1);
    assertThat(delivery.path("code").asText()).isEqualTo("delivery");
    for (String brand : List.of("沐禾", "绮澜", "澄野")) {
      // All the feed is of these four weeks, but for a few records without a date.
      long counted =
          mentions.values().stream()
              .filter(m -> m.path("brand").asText().equals(brand))
              .filter(m -> m.path("group").asText().equals("delivery"))
              .filter(m -> m.path("published_at").asText().compareTo("2026-09-27T16") >= 0)
              .filter(m -> m.path("published_at").asText().compareTo("2026-10-25T16") < 0)
              .count();
      assertThat(delivery.path("brands").path(brand).path("n").asLong()).isEqualTo(counted);
    }
    assertThat(delivery.path("gaps").path("绮澜").path("value").asDouble()).isGreaterThan(10);
  }

  @Test
  void aComparisonThatCannotBeMadeSaysWhy() throws IOException {
    CompareOptions unknown = DemoCommand.comparison();
    unknown.against = List.of("绮兰");
    assertThatThrownBy(() -> compare(unknown))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nothing is known of the brand \"绮兰\"; did you mean \"绮澜\"?");
    CompareOptions early = DemoCommand.comparison();
    early.period = "2025-W01";
    assertThatThrownBy(() -> compare(early))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nothing is known of these brands in 2024-12-30..2025-01-05")
        .hasMessageContaining("their feedback is of 2026-");
    CompareOptions english = DemoCommand.comparison();
    english.labels = Labels.EN;
    assertThat(compare(english)).contains("not enough data n=").doesNotContain("样本不足");
  }

  @Test
  void whatCallersAskAboutCountsTheCallsAndChatsInTheIndex() throws IOException {
    long transcripts =
        feedback.values().stream().filter(f -> f.path("turn_count").asInt() > 0).count();
    CallsOptions options = new CallsOptions();
    options.json = true;
    for (CallInsightQuery.By by : CallInsightQuery.By.values()) {
      options.by = by;
      JsonNode answer = JSON.readTree(calls(options));
      assertThat(answer.path("n").asLong()).isEqualTo(transcripts);
      for (JsonNode row : answer.path("rows")) {
        String key = row.path("key").asText(null);
        assertThat(row.path("n").asLong())
            .as("%s %s", by, key)
            .isEqualTo(
                feedback.values().stream()
                    .filter(f -> f.path("turn_count").asInt() > 0)
                    .filter(f -> Objects.equals(f.path(by.field()).asText(null), key))
                    .count());
      }
    }
  }

  @Test
  void theListOfAReasonShowsAsManyCallsAsItsNumberWithTheWordsThatTellIt() throws IOException {
    CallsOptions options = new CallsOptions();
    options.json = true;
    options.list = "退换货";
    JsonNode listed = JSON.readTree(calls(options));
    assertThat(listed.path("n").asInt()).isEqualTo(listed.path("contacts").size()).isGreaterThan(0);
    for (JsonNode contact : listed.path("contacts")) {
      ObjectNode document = feedback.get(contact.path("document").asText());
      assertThat(document.path("contact_reason").asText()).isEqualTo("return-exchange");
      assertThat(document.path("text").asText()).contains(contact.path("reason_words").asText());
    }
    options.json = false;
    assertThat(calls(options)).contains("n=" + listed.path("n").asInt());
  }

  @Test
  void aTableOfCallsFitsATerminalAndKeepsSilentBelowTheMinimum() throws IOException {
    CallsOptions options = new CallsOptions();
    options.by = CallInsightQuery.By.LINE;
    options.period = "2026-W42..2026-W43";
    options.waveAgainst = "previous";
    String text = calls(options);
    assertThat(text).contains("护肤").contains("样本不足").contains("2026-09-28..2026-10-11");
    assertThat(text.lines().filter(l -> l.startsWith("  ")))
        .allMatch(line -> WideText.columns(line) <= 124);
  }

  @Test
  void aQuestionAboutCallsThatCannotBeAnsweredSaysWhy() {
    CallsOptions unknown = new CallsOptions();
    unknown.list = "refnud";
    assertThatThrownBy(() -> calls(unknown))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--list refnud: no contact has this reason")
        .hasMessageContaining("did you mean \"refund\"?");
    CallsOptions early = new CallsOptions();
    early.period = "2025-W01";
    assertThatThrownBy(() -> calls(early))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the index holds no call or chat of this selection");
  }

  private String calls(CallsOptions options) throws IOException {
    StringWriter out = new StringWriter();
    new CallsRun(options, Clock.systemUTC())
        .print(stack.connection().client(), new PrintWriter(out));
    return out.toString();
  }

  private String compare(CompareOptions options) throws IOException {
    StringWriter out = new StringWriter();
    new ComparisonRun(options, ModelFolder.bundled(), Clock.systemUTC())
        .print(stack.connection().client(), new PrintWriter(out));
    return out.toString();
  }

  /**
   * The models see opinions that are not there and miss some that are, which draws all indices
   * together. What is planted by a wide margin must show with a third of that margin at least; a
   * smaller lead must show as a lead; what is equal must not look different.
   */
  @Test
  void thePlantedDifferencesAreFound() throws IOException {
    for (JsonNode claim : truths.path("claims")) {
      String brand = claim.path("brand").asText();
      String label = claim.path("label").asText();
      for (JsonNode other : claim.path("against")) {
        SatisfactionIndex own = index(brand, label, null, null);
        SatisfactionIndex theirs = index(other.asText(), label, null, null);
        double gap = own.value() - theirs.value();
        double planted =
            claim.path("planted").path(brand).asDouble()
                - claim.path("planted").path(other.asText()).asDouble();
        String what =
            claim.path("name").asText() + " against " + other.asText() + ": " + own + " " + theirs;
        switch (claim.path("verdict").asText()) {
          case "behind" -> assertThat(gap).as(what).isLessThan(planted / 3);
          case "ahead" -> assertThat(gap).as(what).isPositive();
          default ->
              assertThat(own.low() <= theirs.high() && theirs.low() <= own.high())
                  .as(what)
                  .isTrue();
        }
      }
    }
  }

  /**
   * Each planted difference is asked for by itself, as docs/comparison.md advises. What the models
   * draw together too much to be told (功效, where 30 points were planted) may be undecided, but
   * nothing is told the wrong way round, and of equals nothing is told.
   */
  @Test
  void whatMayBeClaimedIsWhatWasPlanted() throws IOException {
    List<String> told = new ArrayList<>();
    for (JsonNode claim : truths.path("claims")) {
      String planted = claim.path("verdict").asText();
      if (!planted.equals("crisis")) {
        CompareOptions question = DemoCommand.comparison();
        question.brand = claim.path("brand").asText();
        question.against = new ArrayList<>();
        claim.path("against").forEach(other -> question.against.add(other.asText()));
        question.indicators = List.of(claim.path("label").asText());
        question.json = true;
        JsonNode gaps = JSON.readTree(compare(question)).path("indicators").get(0).path("gaps");
        for (String other : question.against) {
          String verdict = gaps.path(other).path("verdict").asText();
          assertThat(verdict)
              .as(claim.path("name").asText() + " against " + other)
              .isIn(planted, "no_difference");
          if (verdict.equals(planted)) {
            told.add(claim.path("name").asText() + " " + other);
          }
        }
      }
    }
    assertThat(told).contains("delivery-of-qilan-behind 沐禾", "delivery-of-qilan-behind 澄野");
  }

  @Test
  void thePlantedCrisisRaisesOneAlertAndNothingElseDoes() throws IOException {
    List<ObjectNode> alerts = new ArrayList<>(all(VocIndex.ALERTS).values());
    assertThat(alerts)
        .extracting(a -> a.path("brand").asText() + " " + a.path("code").asText())
        .containsExactly("澄野 packaging");
    assertThat(alerts.get(0).path("first_day").asText()).isBetween("2026-10-12", "2026-10-18");
    assertThat(alerts.get(0).path("quotes")).hasSize(5);
  }

  @Test
  void thePlantedCrisisStandsInItsWeek() throws IOException {
    for (JsonNode claim : truths.path("claims")) {
      if (claim.path("verdict").asText().equals("crisis")) {
        Instant from = OffsetDateTime.parse(claim.path("from").asText()).toInstant();
        Instant to = OffsetDateTime.parse(claim.path("to").asText()).toInstant();
        String brand = claim.path("brand").asText();
        String label = claim.path("label").asText();
        JsonNode planted = claim.path("planted");
        double during = index(brand, label, from, to).value();
        assertThat(during - index(brand, label, null, from).value())
            .isLessThan(
                (planted.path("during").asDouble() - planted.path("before").asDouble()) / 3);
        assertThat(during - index(brand, label, to, null).value())
            .isLessThan((planted.path("during").asDouble() - planted.path("after").asDouble()) / 3);
      }
    }
  }

  @Test
  void plantedSuspectsAreMarkedWithTheirReasonAndNothingElseIs() {
    Map<String, String> planted = new TreeMap<>();
    for (JsonNode id : truths.path("default_praise")) {
      planted.put(id.asText(), "default_praise");
    }
    List<JsonNode> clusters = new ArrayList<>();
    truths.path("duplicates").forEach(clusters::add);
    clusters.add(truths.path("repost_cluster"));
    for (JsonNode cluster : clusters) {
      for (int i = 1; i < cluster.size(); i++) {
        planted.put(cluster.get(i).asText(), "duplicate of " + cluster.get(0).asText());
      }
    }
    Map<String, String> marked = new TreeMap<>();
    for (ObjectNode document : feedback.values()) {
      if (document.path("suspect").asBoolean()) {
        List<String> reasons = new ArrayList<>();
        document.path("flags").forEach(flag -> reasons.add(flag.asText()));
        reasons.remove("rating_conflict");
        String original = document.path("duplicate_of").asText();
        marked.put(
            document.path("id").asText(),
            String.join(" ", reasons)
                + (original.isEmpty() ? "" : " of " + feedback.get(original).path("id").asText()));
      }
    }
    assertThat(marked).isEqualTo(planted);
    for (ObjectNode mention : mentions.values()) {
      assertThat(mention.path("suspect").asBoolean())
          .isEqualTo(marked.containsKey(mention.path("feedback_id").asText()));
    }
  }

  @Test
  void theSolvedCallEndsBetterThanItBegan() {
    JsonNode call =
        feedback.values().stream()
            .filter(f -> f.path("id").asText().equals(truths.path("solved_call").asText()))
            .findFirst()
            .orElseThrow();
    double first = 0;
    for (JsonNode turn : call.path("turns")) {
      if (turn.path("speaker").asText().equals("customer")) {
        first = turn.path("satisfaction_score").asDouble();
        break;
      }
    }
    assertThat(call.path("end").asDouble()).isGreaterThan(0.5).isGreaterThan(first);
    assertThat(first).isNegative();
    assertThat(call.path("slope").asDouble()).isGreaterThan(0.5);
    assertThat(call.path("satisfaction").asDouble()).isPositive();
    assertThat(call.path("satisfaction_evidence")).isNotEmpty();
  }

  @Test
  void theDailyScoresAreThoseOfTheMentions() throws IOException {
    CellCheck.Findings findings =
        new CellCheck(stack.connection().client(), ZoneId.of("Asia/Shanghai")).compare(parts -> {});
    assertThat(findings.feedback()).isEqualTo(feedback.size());
    assertThat(findings.cells()).isEqualTo(scores.size()).isGreaterThan(3_000);
    assertThat(findings.differences()).isEmpty();
  }

  @Test
  void theSameFeedAgainLeavesTheSameDocuments() throws Exception {
    run();
    assertNothingHasChanged();
    assertThat(all(VocIndex.DEAD_LETTERS)).isEqualTo(deadLetters);
  }

  @Test
  void inAnotherOrderItLeavesTheSameDocumentsToo(@TempDir Path folder) throws Exception {
    Random random = new Random(17);
    for (String file : List.of("reviews.jsonl", "posts.jsonl", "calls.jsonl")) {
      List<String> lines = Files.readAllLines(SAMPLE.resolve("feed").resolve(file));
      Files.write(folder.resolve(file), shuffled(lines, random));
    }
    run(folder);
    assertNothingHasChanged();
  }

  private void assertNothingHasChanged() throws IOException {
    assertThat(all(VocIndex.FEEDBACK)).isEqualTo(feedback);
    assertThat(all(VocIndex.MENTIONS)).isEqualTo(mentions);
    assertThat(all(VocIndex.SCORES)).isEqualTo(scores);
  }

  /** Another order, but for the versions of one feedback. */
  private static List<String> shuffled(List<String> lines, Random random) throws IOException {
    Map<String, Deque<String>> versions = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (String line : lines) {
      String id = JSON.readTree(line).path("id").asText();
      ids.add(id);
      versions.computeIfAbsent(id, i -> new ArrayDeque<>()).add(line);
    }
    Collections.shuffle(ids, random);
    return ids.stream().map(id -> versions.get(id).remove()).toList();
  }

  private SatisfactionIndex index(String brand, String label, Instant from, Instant to)
      throws IOException {
    ClusterSums[] sums = {ClusterSums.NONE};
    new CellQuery(stack.connection().client())
        .cells(
            MentionFilter.all().with("brand", brand).with("label.zh", label).between(from, to),
            CellQuery.Cluster.FEEDBACK,
            cell ->
                sums[0] =
                    sums[0].plus(ClusterSums.of(cell.positive(), cell.neutral(), cell.negative())));
    return SatisfactionIndex.of(sums[0]);
  }

  private String textOf(String id) {
    return feedback.values().stream()
        .filter(f -> f.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow()
        .path("text")
        .asText();
  }

  /** All documents of an index by id, without the time at which they were processed. */
  private Map<String, ObjectNode> all(VocIndex index) throws IOException {
    ElasticsearchClient client = stack.connection().client();
    client.indices().refresh(r -> r.index(index.alias()));
    Map<String, ObjectNode> documents = new TreeMap<>(Comparator.naturalOrder());
    var hits =
        client.search(s -> s.index(index.alias()).size(10_000), ObjectNode.class).hits().hits();
    hits.forEach(hit -> documents.put(hit.id(), hit.source()));
    documents.values().forEach(d -> d.remove("ingested_at"));
    return documents;
  }
}
