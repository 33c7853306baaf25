package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.vocstream.statistics.alert.Alert;
import org.vocstream.statistics.alert.AlertEvent;
import org.vocstream.statistics.alert.AlertMeasure;
import org.vocstream.statistics.alert.AlertSeries;
import org.vocstream.statistics.comparison.Subject;

/**
 * What speaks for an alert: the strongest mentions of its days, one of each feedback, their text
 * masked as it is stored, and how many of these feedback are copies of one another. For several
 * threads. Throws IOException where Elasticsearch cannot be reached, ElasticsearchException where
 * it refuses.
 */
final class AlertProof {
  /** Quotes of an alert. */
  static final int QUOTES = 5;

  /** Feedback of an alert that are looked at for copies. */
  private static final int FEEDBACK = 1_000;

  private static final String BY_FEEDBACK = "feedback";
  private static final String COPIES = "copies";

  private final ElasticsearchClient client;
  private final Target target;
  private final ZoneId zone;

  /** Proofs out of these indices; {@code zone} is the time zone of the days. */
  AlertProof(ElasticsearchClient client, Target target, ZoneId zone) {
    this.client = client;
    this.target = target;
    this.zone = zone;
  }

  /** Quotes and sizes of clusters, as fields of the alert's document; both may be empty. */
  ObjectNode of(Alert alert) throws IOException {
    SearchResponse<ObjectNode> found = mentions(alert);
    List<Fields> quotes = new ArrayList<>();
    for (Hit<ObjectNode> hit : found.hits().hits()) {
      ObjectNode mention = hit.source();
      quotes.add(
          new Fields()
              .put("mention", hit.id())
              .put("feedback", mention.path("feedback").asText())
              .put("channel", mention.path("channel").asText())
              .put("published_at", mention.path("published_at").asText())
              .put("polarity", mention.path("polarity").asInt())
              .put("evidence", mention.path("evidence").asText()));
    }
    List<Fields> clusters = new ArrayList<>();
    for (StringTermsBucket copies : copies(found)) {
      clusters.add(
          new Fields()
              .put("original", copies.key().stringValue())
              .put("copies", copies.docCount()));
    }
    return new Fields().putAll("quotes", quotes).putAll("clusters", clusters).json();
  }

  private SearchResponse<ObjectNode> mentions(Alert alert) throws IOException {
    return client.search(
        s ->
            s.index(target.mentions())
                .size(QUOTES)
                .query(behind(alert))
                .collapse(c -> c.field("feedback"))
                .sort(o -> o.field(f -> f.field("strength").order(SortOrder.Desc)))
                .sort(o -> o.field(f -> f.field("feedback").order(SortOrder.Asc)))
                .sort(o -> o.field(f -> f.field("ordinal").order(SortOrder.Asc)))
                .aggregations(BY_FEEDBACK, a -> a.terms(t -> t.field("feedback").size(FEEDBACK))),
        ObjectNode.class);
  }

  private List<StringTermsBucket> copies(SearchResponse<ObjectNode> mentions) throws IOException {
    List<String> ids =
        mentions.aggregations().get(BY_FEEDBACK).sterms().buckets().array().stream()
            .map(bucket -> bucket.key().stringValue())
            .toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    return client
        .search(
            s ->
                s.index(target.feedback())
                    .size(0)
                    .query(q -> q.ids(i -> i.values(ids)))
                    .aggregations(COPIES, a -> a.terms(t -> t.field("duplicate_of").size(QUOTES))),
            Void.class)
        .aggregations()
        .get(COPIES)
        .sterms()
        .buckets()
        .array();
  }

  /** The mentions that an alert is about. */
  private Query behind(Alert alert) {
    AlertEvent event = alert.event();
    AlertSeries series = event.series();
    MentionFilter filter =
        MentionFilter.all()
            .with("brand", series.brand())
            .about(new Subject(series.scope(), series.code()))
            .with("channel", alert.rule().channels().toArray(new String[0]))
            .between(begin(event.windowFrom()), begin(event.lastDay() + 1));
    if (event.peak().measure() != AlertMeasure.VOLUME) {
      filter = filter.with("polarity", "-1");
    }
    return (alert.rule().suspects() ? filter : filter.with("suspect", "false")).query();
  }

  private Instant begin(long day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant();
  }
}
