package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.IndexResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.elasticsearch.client.ResponseException;

/**
 * The history of reports. Several services may work on it at once: a report is begun by one of them
 * only, and what another has changed meanwhile is never overwritten. Safe for several threads.
 * Every method throws IOException where Elasticsearch cannot be reached, and ElasticsearchException
 * where it refuses.
 */
public final class ReportRuns {
  /** Runs of a list at the most. */
  public static final int MOST = 1_000;

  private static final int CONFLICT = 409;

  private final ElasticsearchClient client;

  /** The history in this cluster. */
  public ReportRuns(ElasticsearchClient client) {
    this.client = client;
  }

  /**
   * A run as it stood when it was read.
   *
   * @param run the run
   * @param sequence by which Elasticsearch knows whether it has changed since
   * @param term likewise
   */
  public record Stored(ReportRun run, long sequence, long term) {}

  /** Notes a run that there is not yet; empty where there is. */
  public Optional<Stored> add(ReportRun run) throws IOException {
    return unlessChanged(
        run,
        () ->
            client.index(
                i ->
                    i.index(VocIndex.REPORT_RUNS.alias())
                        .id(run.id().toString())
                        .opType(OpType.Create)
                        .document(run.document())
                        .refresh(Refresh.True)));
  }

  /** Notes how far a run is now; empty where somebody else has changed it since it was read. */
  public Optional<Stored> change(Stored before, ReportRun now) throws IOException {
    return unlessChanged(
        now,
        () ->
            client.index(
                i ->
                    i.index(VocIndex.REPORT_RUNS.alias())
                        .id(now.id().toString())
                        .ifSeqNo(before.sequence())
                        .ifPrimaryTerm(before.term())
                        .document(now.document())
                        .refresh(Refresh.True)));
  }

  private interface Writing {
    IndexResponse write() throws IOException;
  }

  private static Optional<Stored> unlessChanged(ReportRun run, Writing writing) throws IOException {
    try {
      IndexResponse written = writing.write();
      return Optional.of(new Stored(run, written.seqNo(), written.primaryTerm()));
    } catch (ElasticsearchException e) {
      if (e.status() == CONFLICT) {
        return Optional.empty();
      }
      throw e;
    } catch (ResponseException e) {
      // The client hands on a conflict as it comes.
      if (e.getResponse().getStatusLine().getStatusCode() == CONFLICT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** This run; empty where there is none. */
  public Optional<Stored> find(ReportRun.Id id) throws IOException {
    GetResponse<ObjectNode> found =
        client.get(g -> g.index(VocIndex.REPORT_RUNS.alias()).id(id.toString()), ObjectNode.class);
    return found.found()
        ? Optional.of(new Stored(ReportRun.of(found.source()), found.seqNo(), found.primaryTerm()))
        : Optional.empty();
  }

  /** Every run that something is left to do for, the one due first before; at most 1,000. */
  public List<Stored> unfinished() throws IOException {
    return search(
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.mustNot(state(ReportRun.State.DELIVERED))
                            .mustNot(state(ReportRun.State.FAILED)))),
        SortOrder.Asc);
  }

  /** The newest runs, at most 1,000. */
  public List<ReportRun> newest() throws IOException {
    return search(Query.of(q -> q.matchAll(m -> m)), SortOrder.Desc).stream()
        .map(Stored::run)
        .toList();
  }

  private static Query state(ReportRun.State state) {
    return Query.of(q -> q.term(t -> t.field("state").value(state.code())));
  }

  private List<Stored> search(Query query, SortOrder order) throws IOException {
    return client
        .search(
            s ->
                s.index(VocIndex.REPORT_RUNS.alias())
                    .size(MOST)
                    .query(query)
                    .seqNoPrimaryTerm(true)
                    .sort(o -> o.field(f -> f.field("due_at").order(order)))
                    .sort(o -> o.field(f -> f.field("plan").order(SortOrder.Asc)))
                    .sort(o -> o.field(f -> f.field("revision").order(SortOrder.Asc))),
            ObjectNode.class)
        .hits()
        .hits()
        .stream()
        .map(ReportRuns::stored)
        .toList();
  }

  private static Stored stored(Hit<ObjectNode> hit) {
    return new Stored(ReportRun.of(hit.source()), hit.seqNo(), hit.primaryTerm());
  }
}
