package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vocstream.statistics.Period;

/**
 * The alerts as people work through them. Safe for several threads. Every method throws IOException
 * where Elasticsearch cannot be reached, and ElasticsearchException where it refuses.
 */
public final class Alerts {
  /** Alerts of a list at the most. */
  public static final int MOST = 1_000;

  private final ElasticsearchClient client;
  private final Clock clock;

  /** Alerts of this cluster; {@code clock} tells when somebody has seen to one. */
  public Alerts(ElasticsearchClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * The newest alerts, the one with the latest first day first; at most {@link #MOST}.
   *
   * @param all false: without those that are closed or withdrawn
   */
  public List<ObjectNode> list(boolean all) throws IOException {
    Query todo =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.mustNot(
                                n -> n.term(t -> t.field("state").value(AlertState.CLOSED.code())))
                            .mustNot(n -> n.term(t -> t.field("withdrawn").value(true)))));
    return client
        .search(
            s ->
                s.index(VocIndex.ALERTS.alias())
                    .size(MOST)
                    .query(all ? Query.of(q -> q.matchAll(m -> m)) : todo)
                    .sort(o -> o.field(f -> f.field("first_day").order(SortOrder.Desc)))
                    .sort(o -> o.field(f -> f.field("id").order(SortOrder.Asc))),
            ObjectNode.class)
        .hits()
        .hits()
        .stream()
        .map(Hit::source)
        .toList();
  }

  /**
   * The alerts on these brands that stand (not withdrawn) on a day of a period, by first day, then
   * id; at most {@link #MOST}.
   */
  public List<ObjectNode> during(Collection<String> brands, Period period) throws IOException {
    Query query =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.filter(
                                MentionFilter.all()
                                    .with("brand", brands.toArray(new String[0]))
                                    .query())
                            .filter(
                                f ->
                                    f.range(
                                        r ->
                                            r.date(
                                                d ->
                                                    d.field("first_day")
                                                        .lt(period.to().toString()))))
                            .filter(
                                f ->
                                    f.range(
                                        r ->
                                            r.date(
                                                d ->
                                                    d.field("last_day")
                                                        .gte(period.from().toString()))))
                            .mustNot(n -> n.term(t -> t.field("withdrawn").value(true)))));
    return client
        .search(
            s ->
                s.index(VocIndex.ALERTS.alias())
                    .size(MOST)
                    .query(query)
                    .sort(o -> o.field(f -> f.field("first_day").order(SortOrder.Asc)))
                    .sort(o -> o.field(f -> f.field("id").order(SortOrder.Asc))),
            ObjectNode.class)
        .hits()
        .hits()
        .stream()
        .map(Hit::source)
        .toList();
  }

  /**
   * Notes what somebody has done about an alert.
   *
   * @param id {@code id} of the alert
   * @param state what is done; {@code OPEN} is where every alert begins
   * @param by who did it
   * @param note a remark, or null to leave the one there is
   * @return the state before, or empty where there is no such alert
   */
  public Optional<String> move(String id, AlertState state, String by, String note)
      throws IOException {
    String document = DocumentId.feedback(id);
    Optional<ObjectNode> before =
        Optional.ofNullable(
            client
                .get(g -> g.index(VocIndex.ALERTS.alias()).id(document), ObjectNode.class)
                .source());
    if (before.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode change =
        new Fields()
            .put("state", state.code())
            .put(state.code() + "_by", by)
            .put(state.code() + "_at", clock.instant())
            .put("note", note)
            .json();
    client.update(
        u ->
            u.index(VocIndex.ALERTS.alias())
                .id(document)
                .doc(change)
                .retryOnConflict(3)
                .refresh(Refresh.True),
        ObjectNode.class);
    return before.map(found -> found.path("state").asText());
  }
}
