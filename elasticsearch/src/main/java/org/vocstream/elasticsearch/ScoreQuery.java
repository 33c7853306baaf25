package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.NetPromoterScore;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.SharedSums;
import org.vocstream.statistics.WinLoss;
import org.vocstream.statistics.comparison.BrandSums;
import org.vocstream.statistics.comparison.ComparisonSums;
import org.vocstream.statistics.comparison.Section;
import org.vocstream.statistics.comparison.Stratum;
import org.vocstream.statistics.comparison.Subject;

/**
 * Fetches the sums that brands are compared by. By feedback they come from the daily cells; by
 * author, whose feedback stands on many days, from every mention, which takes longer. Exact, but
 * for feedback that is being written meanwhile. Safe for several threads. Every method throws
 * IOException where Elasticsearch cannot be reached, and ElasticsearchException where it refuses.
 */
public final class ScoreQuery {
  private static final int PAGE = 10_000;
  private static final Stratum NO_STRATUM = new Stratum("", "");

  /** The sums of a cell that {@link ClusterSums} is made of. */
  static final List<String> SUMS =
      List.of("clusters", "positive", "neutral", "negative", "yy", "ym", "mm");

  private static final List<String> SHARED =
      List.of("benefit_cost.yy", "benefit_cost.ym", "benefit_cost.my", "benefit_cost.mm");

  private final ElasticsearchClient client;
  private final int page;

  /** Queries of this cluster. */
  public ScoreQuery(ElasticsearchClient client) {
    this(client, PAGE);
  }

  /** With so many buckets per request. */
  ScoreQuery(ElasticsearchClient client, int page) {
    this.client = client;
    this.page = page;
  }

  /**
   * The sums of these brands over the period of the filter.
   *
   * @param sections what they are for; what none of these needs is not fetched
   */
  public ComparisonSums sums(
      Collection<String> brands,
      ScoreFilter filter,
      CellQuery.Cluster cluster,
      Set<Section> sections)
      throws IOException {
    Map<String, SumsBuilder> builders = new LinkedHashMap<>();
    brands.forEach(brand -> builders.put(brand, new SumsBuilder()));
    if (cluster == CellQuery.Cluster.AUTHOR) {
      new AuthorQuery(client, page).add(filter, builders);
    } else {
      addCells(filter, scopes(sections), builders);
    }
    if (sections.contains(Section.IMPORTANCE)) {
      addJudgements(filter, builders);
    }
    if (sections.contains(Section.NPS)) {
      addAnswers(filter, builders);
    }
    WinLoss headToHead =
        sections.contains(Section.HEADTOHEAD)
            ? new HeadToHead(client).matrix(brands, filter)
            : WinLoss.of(List.of());
    SortedMap<String, BrandSums> sums = new TreeMap<>();
    builders.forEach((brand, builder) -> sums.put(brand, builder.build()));
    return new ComparisonSums(sums, headToHead);
  }

  /** What the sections are made of; the brand as a whole always. */
  private static Set<Scope> scopes(Set<Section> sections) {
    Set<Scope> scopes = EnumSet.of(Scope.BRAND);
    for (Section section : sections) {
      switch (section) {
        case OVERALL -> scopes.add(Scope.FEEDBACK);
        case INDICATORS, IMPORTANCE, WAVES -> scopes.add(Scope.GROUP);
        case TOUCHPOINTS, JOURNEY -> scopes.add(Scope.TOUCHPOINT);
        case VALUE -> scopes.add(Scope.VALUE);
        case NPS -> scopes.addAll(List.of(Scope.TOUCHPOINT, Scope.INDICATOR));
        case HEADTOHEAD -> {
          // From the comparisons of customers alone.
        }
      }
    }
    return scopes;
  }

  private void addCells(ScoreFilter filter, Set<Scope> scopes, Map<String, SumsBuilder> brands)
      throws IOException {
    List<String> both = new ArrayList<>(SUMS);
    both.addAll(SHARED);
    addCells(
        filter.with("scope", List.of(Scope.BRAND.code())),
        both,
        brands,
        cell ->
            brands
                .get(cell.text("brand"))
                .add(
                    new SharedSums(
                        cell.sum("benefit_cost.yy"),
                        cell.sum("benefit_cost.ym"),
                        cell.sum("benefit_cost.my"),
                        cell.sum("benefit_cost.mm"))));
    List<String> others =
        scopes.stream().filter(scope -> scope != Scope.BRAND).map(Scope::code).toList();
    if (!others.isEmpty()) {
      // Only cells of brands hold benefits with costs: what is not there takes time to add, too.
      addCells(filter.with("scope", others), SUMS, brands, cell -> {});
    }
  }

  private void addCells(
      ScoreFilter filter,
      List<String> fields,
      Map<String, SumsBuilder> brands,
      Consumer<PagedBuckets.Bucket> more)
      throws IOException {
    new PagedBuckets(
            VocIndex.SCORES,
            PagedBuckets.fields("brand", "scope", "code", "channel", "lang"),
            fields,
            page)
        .each(
            client,
            filter.with("brand", List.copyOf(brands.keySet())).query(),
            cell -> {
              SumsBuilder brand = brands.get(cell.text("brand"));
              Subject subject = new Subject(Scope.of(cell.text("scope")), cell.text("code"));
              ClusterSums sums = sums(cell::sum);
              brand.addTotal(subject, sums);
              brand.addStratum(subject, new Stratum(cell.text("channel"), cell.text("lang")), sums);
              more.accept(cell);
            });
  }

  /** What added-up cells make, by the name of each sum. */
  static ClusterSums sums(ToDoubleFunction<String> sum) {
    return new ClusterSums(
        Math.round(sum.applyAsDouble("clusters")),
        Math.round(sum.applyAsDouble("positive")),
        Math.round(sum.applyAsDouble("neutral")),
        Math.round(sum.applyAsDouble("negative")),
        sum.applyAsDouble("yy"),
        sum.applyAsDouble("ym"),
        sum.applyAsDouble("mm"));
  }

  private void addJudgements(ScoreFilter filter, Map<String, SumsBuilder> brands)
      throws IOException {
    new PagedBuckets(
            VocIndex.SCORES, PagedBuckets.fields("brand", JudgementTerms.FIELD), List.of(), page)
        .each(
            client,
            filter
                .with("brand", List.copyOf(brands.keySet()))
                .with("scope", List.of(Scope.BRAND.code()))
                .query(),
            cells -> {
              String term = cells.text(JudgementTerms.FIELD);
              brands
                  .get(cells.text("brand"))
                  .addJudgement(
                      JudgementTerms.name(term), JudgementTerms.value(term) * cells.count());
            });
  }

  /** A customer who answers more than once is one cluster. */
  private void addAnswers(ScoreFilter filter, Map<String, SumsBuilder> brands) throws IOException {
    List<PagedBuckets.Field> fields =
        List.of(
            new PagedBuckets.Field("brand", false),
            new PagedBuckets.Field("customer", true),
            new PagedBuckets.Field("nps", false));
    ClusterBuilder answers =
        new ClusterBuilder(
            (brand, stratum, sums) -> {
              if (stratum == null) {
                brands.get(brand).addAnswers(sums);
              }
            });
    new PagedBuckets(VocIndex.FEEDBACK, fields, List.of(), page)
        .each(
            client,
            filter.byInstant().with("brand", brands.keySet().toArray(new String[0])).query(),
            bucket -> {
              ClusterSums kind = NetPromoterScore.answer((int) bucket.number("nps"));
              answers.add(
                  bucket.text("brand"),
                  bucket.text("customer"),
                  NO_STRATUM,
                  (int) (kind.positive() - kind.negative()),
                  bucket.count());
            });
    answers.finish();
  }
}
