package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.ScoreCell;

/**
 * The daily cells that stand in {@code voc-scores}, numbers of mentions only. For one thread;
 * throws as {@link IndexScan} does.
 */
public final class DailyCells implements Iterator<ScoreCell>, Closeable {
  private static final List<String> FIELDS =
      List.of(
          "scope",
          "code",
          "brand",
          "channel",
          "product",
          "segment",
          "lang",
          "day",
          "suspect",
          "positive",
          "neutral",
          "negative",
          "clusters");

  private final IndexScan scan;

  /**
   * Opens what stands now.
   *
   * @param target which generation
   * @param scopes of which cells, at least one
   * @param from first day, in days since 1970-01-01, or null; undated cells are left out
   * @param to last day, or null
   * @throws IOException where Elasticsearch cannot be reached
   */
  public DailyCells(
      ElasticsearchClient client, Target target, Collection<Scope> scopes, Long from, Long to)
      throws IOException {
    List<FieldValue> codes = scopes.stream().map(Scope::code).sorted().map(FieldValue::of).toList();
    BoolQuery.Builder query = new BoolQuery.Builder();
    query.filter(f -> f.terms(t -> t.field("scope").terms(v -> v.value(codes))));
    query.filter(
        f ->
            f.range(
                r ->
                    r.date(
                        d -> {
                          d.field("day");
                          if (from != null) {
                            d.gte(LocalDate.ofEpochDay(from).toString());
                          }
                          if (to != null) {
                            d.lte(LocalDate.ofEpochDay(to).toString());
                          }
                          return d;
                        })));
    scan = new IndexScan(client, target.scores(), query.build()._toQuery(), FIELDS, List.of());
  }

  @Override
  public boolean hasNext() {
    return scan.hasNext();
  }

  @Override
  public ScoreCell next() {
    return ScoreDocument.read(scan.next().source());
  }

  @Override
  public void close() throws IOException {
    scan.close();
  }
}
