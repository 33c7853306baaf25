package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vocstream.call.Contact;
import org.vocstream.call.Evidence;
import org.vocstream.call.Intent;
import org.vocstream.call.Resolution;
import org.vocstream.call.ToldReason;
import org.vocstream.elasticsearch.CallInsightQuery.By;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;
import org.vocstream.pack.Names;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.Suspicion;
import org.vocstream.scoring.TranscriptScore;
import org.vocstream.scoring.TurnScore;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.contact.ContactInsight;
import org.vocstream.statistics.contact.ContactRow;
import org.vocstream.text.Language;

/**
 * Thirty calls of two weeks: 20 on invoices (all enquiries, resolved), 10 on faults (all
 * complaints, every second unresolved), and a review, which is no call.
 */
@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallInsightQueryIT {
  private final ElasticsearchClient client;

  CallInsightQueryIT(ElasticsearchClient client) {
    this.client = client;
  }

  @BeforeAll
  void indexThirtyCalls() throws IOException {
    List<ScoredFeedback> calls = new ArrayList<>(List.of(Story.review("r1", "A", 1)));
    for (int i = 0; i < 30; i++) {
      boolean fault = i % 3 == 0;
      calls.add(
          call(
              "c" + i,
              fault ? "B" : "A",
              i % 2 == 0 ? "宽带" : null,
              i < 15 ? 0 : 7,
              fault ? "fault" : "invoice",
              fault ? Intent.COMPLAINT : Intent.ENQUIRY,
              !fault
                  ? Resolution.RESOLVED
                  : i % 2 == 0 ? Resolution.UNRESOLVED : Resolution.UNKNOWN,
              fault ? -0.5 : 0.25,
              1_000L * i));
    }
    new FeedbackIndexer(client, Target.current(), Story.CLOCK).index(calls);
    new Counts(client).refresh();
  }

  @Test
  void callsStandUnderTheirMainReason() throws IOException {
    ContactInsight insight = insight(ScoreFilter.all(ZoneOffset.UTC), By.REASON);

    assertThat(insight.n()).isEqualTo(30);
    assertThat(insight.rows()).extracting(ContactRow::key).containsExactly("invoice", "fault");
    ContactRow invoice = insight.rows().get(0);
    ContactRow fault = insight.rows().get(1);
    assertThat(invoice.complaints().value()).isZero();
    assertThat(invoice.resolved().value()).isEqualTo(1);
    assertThat(fault.complaints().value()).isEqualTo(1);
    assertThat(fault.unresolved().value()).isEqualTo(0.5);
    assertThat(fault.resolved().value()).isZero();
    assertThat(fault.satisfaction().orElseThrow().value()).isCloseTo(-0.5, within(1e-9));
    assertThat(fault.sums().peak()).isEqualTo(-0.5);
    assertThat(fault.sums().end()).isEqualTo(-0.5);
    // Faults wait 0, 3, ..., 27 seconds, and take ten.
    assertThat(fault.sums().responseMs()).isCloseTo(13_500, within(1.0));
    assertThat(fault.sums().handlingMs()).isCloseTo(10_000, within(1.0));
    // What nobody knows is not 0.
    assertThat(invoice.sums().handlingMs()).isNull();
  }

  @Test
  void theSameCallsStandByBrandLineIntentAndOutcome() throws IOException {
    ScoreFilter all = ScoreFilter.all(ZoneOffset.UTC);
    assertThat(counts(all, By.BRAND)).isEqualTo(Map.of("A", 20L, "B", 10L));
    assertThat(counts(all, By.LINE)).isEqualTo(Map.of("宽带", 15L, "", 15L));
    assertThat(counts(all, By.INTENT)).isEqualTo(Map.of("enquiry", 20L, "complaint", 10L));
    assertThat(counts(all, By.RESOLUTION))
        .isEqualTo(Map.of("resolved", 20L, "unresolved", 5L, "unknown", 5L));
    assertThat(counts(all.with("line", List.of("宽带")), By.BRAND))
        .isEqualTo(Map.of("A", 10L, "B", 5L));
  }

  @Test
  void onePageAndManyTellTheSame() throws IOException {
    ScoreFilter all = ScoreFilter.all(ZoneOffset.UTC);
    assertThat(new CallInsightQuery(client, 1).insight(all, By.RESOLUTION, Optional.empty()))
        .isEqualTo(insight(all, By.RESOLUTION));
  }

  @Test
  void aPeriodIsComparedWithTheOneBefore() throws IOException {
    Period week = Period.ofDays(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 10, 18));
    ContactInsight insight =
        new CallInsightQuery(client)
            .insight(
                ScoreFilter.all(ZoneOffset.UTC).in(week), By.REASON, Optional.of(week.previous()));

    assertThat(insight.n()).isEqualTo(15);
    assertThat(insight.before()).contains(15L);
    assertThat(insight.rows().get(0).change().orElseThrow().value()).isZero();
  }

  @Test
  void everyNumberOpensToAsManyTranscripts() throws IOException {
    CallInsightQuery query = new CallInsightQuery(client);
    for (By by : List.of(By.REASON, By.BRAND, By.INTENT, By.RESOLUTION)) {
      for (ContactRow row : insight(ScoreFilter.all(ZoneOffset.UTC), by).rows()) {
        List<ContactEntry> entries =
            query.list(ScoreFilter.all(ZoneOffset.UTC).with(by.field(), List.of(row.key())));
        assertThat(entries).as("%s %s", by, row.key()).hasSize((int) row.n());
      }
    }
    assertThat(query.list(ScoreFilter.all(ZoneOffset.UTC).with("contact_reason", List.of("fault"))))
        .allSatisfy(
            entry -> {
              assertThat(entry.reasonWords()).isEqualTo("网断");
              assertThat(entry.intent()).isEqualTo("complaint");
              assertThat(entry.intentWords()).isEqualTo("又断");
            });
  }

  @Test
  void theAnswerAsJsonHasNoNumberBelowTheMinimum() throws IOException {
    ScoreFilter few = ScoreFilter.all(ZoneOffset.UTC).with("resolution", List.of("unknown"));
    JsonNode json =
        CallInsightDocument.of(
            insight(few, By.REASON),
            few,
            By.REASON,
            Optional.empty(),
            Map.of("fault", new Names("故障", "Fault")));

    assertThat(json.path("n").asLong()).isEqualTo(5);
    JsonNode row = json.path("rows").get(0);
    assertThat(row.path("label").path("zh").asText()).isEqualTo("故障");
    assertThat(row.path("enough").asBoolean()).isFalse();
    assertThat(row.has("complaints")).isFalse();
    assertThat(row.has("response_ms")).isFalse();
  }

  private ContactInsight insight(ScoreFilter filter, By by) throws IOException {
    return new CallInsightQuery(client).insight(filter, by, Optional.empty());
  }

  private Map<String, Long> counts(ScoreFilter filter, By by) throws IOException {
    return insight(filter, by).rows().stream()
        .collect(Collectors.toMap(ContactRow::key, ContactRow::n));
  }

  private static ScoredFeedback call(
      String id,
      String brand,
      String line,
      int day,
      String reason,
      Intent intent,
      Resolution resolution,
      double satisfaction,
      long responseMs) {
    Feedback feedback =
        new Feedback(
            id,
            "hotline",
            Channel.CALL,
            "网断又断",
            List.of(new Turn(Speaker.CUSTOMER, "网断又断", 0, null, null)),
            null,
            brand,
            null,
            null,
            null,
            null,
            null,
            Story.T0.plus(Duration.ofDays(day)),
            null,
            null,
            null,
            null,
            null,
            false,
            Map.of());
    Contact contact =
        new Contact(
            List.of(new ToldReason(reason, new Names("甲", "a"), new Evidence(0, 0, 2))),
            intent,
            new Evidence(0, 2, 4),
            resolution,
            null,
            responseMs,
            reason.equals("fault") ? (Long) 10_000L : null);
    return new ScoredFeedback(
        feedback,
        line,
        Language.ZH,
        "网 断",
        new Sentiment(-1, satisfaction),
        List.of(),
        List.of(),
        List.of(),
        new TranscriptScore(
            List.of(new TurnScore(new Sentiment(-1, satisfaction), -1, satisfaction)),
            satisfaction,
            satisfaction,
            satisfaction,
            null,
            List.of(),
            contact),
        Suspicion.NONE,
        Story.SCORED_BY);
  }
}
