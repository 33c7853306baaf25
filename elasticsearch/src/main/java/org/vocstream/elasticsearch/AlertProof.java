package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.vocstream.statistics.alert.Alert;
import org.vocstream.statistics.alert.AlertEvent;
import org.vocstream.statistics.alert.AlertMeasure;

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
    BoolQuery.Builder all = new BoolQuery.Builder();
    all.filter(f -> f.term(t -> t.field("brand").value(event.series().brand())));
    String code = event.series().code();
    switch (event.series().scope()) {
      case TOUCHPOINT -> all.filter(f -> f.term(t -> t.field("touchpoint").value(code)));
      case GROUP -> all.filter(f -> f.term(t -> t.field("group").value(code)));
      case INDICATOR -> all.filter(f -> f.term(t -> t.field("indicator").value(code)));
      // A mention has the value in full: benefit.product.
      case VALUE -> all.filter(f -> f.prefix(t -> t.field("value").value(code)));
      case FEEDBACK, BRAND -> {}
    }
    if (event.peak().measure() != AlertMeasure.VOLUME) {
      all.filter(f -> f.term(t -> t.field("polarity").value(-1)));
    }
    if (!alert.rule().channels().isEmpty()) {
      List<FieldValue> channels = alert.rule().channels().stream().map(FieldValue::of).toList();
      all.filter(f -> f.terms(t -> t.field("channel").terms(v -> v.value(channels))));
    }
    if (!alert.rule().suspects()) {
      all.mustNot(f -> f.term(t -> t.field("suspect").value(true)));
    }
    all.filter(
        f ->
            f.range(
                r ->
                    r.date(
                        d ->
                            d.field("published_at")
                                .gte(begin(event.windowFrom()))
                                .lt(begin(event.lastDay() + 1)))));
    return all.build()._toQuery();
  }

  private String begin(long day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toString();
  }
}
