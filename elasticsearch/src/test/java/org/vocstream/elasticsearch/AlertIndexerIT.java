package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.alert.Alert;
import org.vocstream.statistics.alert.AlertCourse;
import org.vocstream.statistics.alert.AlertEvent;
import org.vocstream.statistics.alert.AlertMeasure;
import org.vocstream.statistics.alert.AlertRule;
import org.vocstream.statistics.alert.AlertSeries;
import org.vocstream.statistics.alert.AlertSeverity;
import org.vocstream.statistics.alert.AlertThresholds;
import org.vocstream.statistics.alert.Deviation;

/** Seven reviews of 青禾 on the day of T0 complain of delivery, one praises it. */
@ExtendWith(RealElasticsearch.class)
class AlertIndexerIT {
  private static final long DAY = LocalDate.of(2026, 10, 5).toEpochDay();
  private static final String ID = "rule|青禾|group|delivery|2026-10-05";

  private final ElasticsearchClient client;
  private final AlertIndexer indexer;
  private final Alerts alerts;

  AlertIndexerIT(ElasticsearchClient client) {
    this.client = client;
    this.indexer = new AlertIndexer(client, Target.current(), ZoneOffset.UTC, Story.CLOCK);
    this.alerts = new Alerts(client, Story.LATER);
  }

  @BeforeEach
  void complain() throws IOException {
    RealElasticsearch.empty(client);
    List<ScoredFeedback> reviews = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      reviews.add(Story.by("author" + i, 0, Story.review("bad" + i, -1, 1, -1)));
    }
    reviews.add(Story.by("fan", 0, Story.review("good", 1)));
    reviews.add(Story.by("later", 1, Story.review("next-day", -1)));
    new FeedbackIndexer(client, Target.current(), Story.CLOCK).index(reviews);
  }

  @Test
  void anAlertHasItsProofAndBeginsOpen() throws IOException {
    assertThat(indexer.index(List.of(alert(AlertCourse.ONGOING, false))))
        .containsExactly(Outcome.of(Outcome.Kind.CREATED));
    JsonNode found = only();
    assertThat(found.path("id").asText()).isEqualTo(ID);
    assertThat(found.path("state").asText()).isEqualTo("open");
    assertThat(found.path("link").asText())
        .isEqualTo("?brand=%E9%9D%92%E7%A6%BE&group=delivery&from=2026-10-05&to=2026-10-05");
    assertThat(found.path("quotes")).hasSize(AlertProof.QUOTES);
    assertThat(found.path("quotes").findValuesAsText("feedback"))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith("default/bad"));
    assertThat(found.path("clusters")).isEmpty();
  }

  @Test
  void copiesOfOneOriginalAreCounted() throws IOException {
    for (int i = 1; i <= 3; i++) {
      String copy = "default/bad" + i;
      client.update(
          u ->
              u.index("voc-feedback")
                  .id(copy)
                  .doc(new Fields().put("duplicate_of", "default/bad0").json()),
          ObjectNode.class);
    }
    indexer.index(List.of(alert(AlertCourse.ONGOING, false)));
    assertThat(only().path("clusters").toString())
        .isEqualTo("[{\"original\":\"default/bad0\",\"copies\":3}]");
  }

  @Test
  void whatPeopleNotedSurvivesEveryEvaluation() throws IOException {
    indexer.index(List.of(alert(AlertCourse.ONGOING, false)));
    assertThat(alerts.move(ID, AlertState.ACKNOWLEDGED, "ann", "called the carrier"))
        .hasValue("open");
    assertThat(indexer.index(List.of(alert(AlertCourse.ENDED, false))))
        .containsExactly(Outcome.of(Outcome.Kind.REPLACED));
    JsonNode found = only();
    assertThat(found.path("course").asText()).isEqualTo("ended");
    assertThat(found.path("state").asText()).isEqualTo("acknowledged");
    assertThat(found.path("acknowledged_by").asText()).isEqualTo("ann");
    assertThat(found.path("acknowledged_at").asText()).isEqualTo("2026-10-07T09:00:00Z");
    assertThat(found.path("note").asText()).isEqualTo("called the carrier");
  }

  @Test
  void aWithdrawnAlertStaysWithItsProofAndLeavesTheList() throws IOException {
    indexer.index(List.of(alert(AlertCourse.ONGOING, false)));
    indexer.index(List.of(alert(AlertCourse.ONGOING, true)));
    new Counts(client).refresh();
    assertThat(alerts.list(false)).isEmpty();
    assertThat(only().path("quotes")).hasSize(AlertProof.QUOTES);
  }

  @Test
  void aClosedAlertLeavesTheListAndAnUnknownOneIsToldSo() throws IOException {
    indexer.index(List.of(alert(AlertCourse.ENDED, false)));
    alerts.move(ID, AlertState.CLOSED, "ann", null);
    assertThat(alerts.list(false)).isEmpty();
    assertThat(alerts.list(true)).hasSize(1);
    assertThat(alerts.move("rule|nobody", AlertState.CLOSED, "ann", null)).isEmpty();
  }

  @Test
  void ofTwoOfOneEventTheLaterCounts() throws IOException {
    assertThat(
            indexer.index(
                List.of(alert(AlertCourse.ONGOING, false), alert(AlertCourse.ENDED, false))))
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.SUPERSEDED, Outcome.Kind.CREATED);
    assertThat(only().path("course").asText()).isEqualTo("ended");
  }

  @Test
  void anAlertStandsInThePeriodsThatItsDaysTouch() throws IOException {
    indexer.index(List.of(alert(AlertCourse.ENDED, false)));
    new Counts(client).refresh();
    Period week = Period.parse("2026-W41");
    assertThat(alerts.during(List.of("青禾"), week)).hasSize(1);
    assertThat(alerts.during(List.of("露白"), week)).isEmpty();
    assertThat(alerts.during(List.of("青禾"), week.previous())).isEmpty();
    assertThat(alerts.during(List.of("青禾"), Period.parse("2026-10-06"))).isEmpty();
    indexer.index(List.of(alert(AlertCourse.ENDED, true)));
    new Counts(client).refresh();
    assertThat(alerts.during(List.of("青禾"), week)).isEmpty();
  }

  private JsonNode only() throws IOException {
    new Counts(client).refresh();
    List<ObjectNode> all = alerts.list(true);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static Alert alert(AlertCourse course, boolean withdrawn) {
    AlertRule rule =
        new AlertRule(
            "rule",
            "规则",
            "Rule",
            Scope.GROUP,
            List.of(),
            List.of(),
            List.of(),
            true,
            List.of(AlertMeasure.NEGATIVE_SHARE),
            AlertThresholds.DEFAULT);
    AlertEvent event =
        new AlertEvent(
            "rule",
            new AlertSeries("青禾", Scope.GROUP, "delivery"),
            DAY,
            DAY,
            DAY,
            new Deviation(AlertMeasure.NEGATIVE_SHARE, 1, 0.2, 0.93, 15, 6.1),
            AlertSeverity.SERIOUS,
            course,
            15,
            14);
    return new Alert(rule, "test@1.0.0", event, withdrawn, true);
  }
}
