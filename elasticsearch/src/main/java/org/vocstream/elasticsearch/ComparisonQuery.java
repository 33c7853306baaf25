package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.comparison.ComparisonOptions;
import org.vocstream.statistics.comparison.ComparisonSums;
import org.vocstream.statistics.comparison.CompetitorComparison;
import org.vocstream.statistics.comparison.Section;

/** Compares brands by what stands in the index. Safe for several threads. */
public final class ComparisonQuery {
  private final ScoreQuery scores;
  private final ScoreOverview overview;

  /** Queries of this cluster. */
  public ComparisonQuery(ElasticsearchClient client) {
    this.scores = new ScoreQuery(client);
    this.overview = new ScoreOverview(client);
  }

  /**
   * The comparison that is asked for.
   *
   * @throws IOException where Elasticsearch cannot be reached
   */
  public ComparisonAnswer answer(ComparisonRequest request) throws IOException {
    ComparisonOptions options = request.options();
    List<String> brands = options.brands();
    ComparisonSums now =
        scores.sums(brands, request.filter(), request.cluster(), options.sections());
    Optional<ComparisonSums> before = Optional.empty();
    if (request.before().isPresent() && options.sections().contains(Section.WAVES)) {
      Period earlier = request.before().get();
      before =
          Optional.of(
              scores.sums(
                  brands, request.filter().in(earlier), request.cluster(), Set.of(Section.WAVES)));
    }
    return new ComparisonAnswer(
        request,
        CompetitorComparison.of(now, before, options),
        overview.authors(brands, request.filter()));
  }
}
