package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.vocstream.pack.NearestName;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.comparison.ComparisonOptions;

/**
 * Answers questions by what stands in the index, which also tells what a question leaves open: the
 * time zone of the days, the pack that names the indicators. Safe for several threads. Every method
 * throws IOException where Elasticsearch cannot be reached, ElasticsearchException where it
 * refuses, and {@link QuestionException} where there is no answer.
 */
public final class ComparisonLookup {
  private static final int BRANDS_NAMED = 20;

  private final ComparisonQuery query;
  private final ScoreOverview overview;
  private final ModelFolder models;
  private final Clock clock;

  /** To read a pack takes longer than to ask the index, and those of the program stay the same. */
  private final Map<String, Pack> bundled = new ConcurrentHashMap<>();

  /** A comparison and the pack that names what is in it. */
  public record Found(ComparisonAnswer answer, Pack pack) {}

  /**
   * Lookups in this cluster.
   *
   * @param models that scored, for their known errors
   * @param clock tells today
   */
  public ComparisonLookup(ElasticsearchClient client, ModelFolder models, Clock clock) {
    this.query = new ComparisonQuery(client);
    this.overview = new ScoreOverview(client);
    this.models = models;
    this.clock = clock;
  }

  /** The comparison that is asked for. */
  public Found answer(ComparisonQuestion question) throws IOException {
    question.check();
    List<String> brands = question.brands();
    requireKnown(brands);
    ZoneId zone = overview.zones(brands).get(0);
    Period period = question.days(LocalDate.now(clock.withZone(zone)));
    Optional<Period> days = overview.days(brands);
    if (period != null
        && days.filter(d -> period.from().isBefore(d.to()) && d.from().isBefore(period.to()))
            .isEmpty()) {
      throw QuestionException.nothing(
          "nothing is known of these brands in "
              + period
              + days.map(d -> "; their feedback is of " + d).orElse("; none of it has a date"));
    }
    Pack pack = pack(question, brands);
    ComparisonRequest request =
        new ComparisonRequest(
            new ComparisonOptions(
                brands.get(0),
                brands.subList(1, brands.size()),
                new PackOutline(pack).outline(),
                question.only(pack),
                question.sections(),
                question.industryByBrand(),
                question.byDerived(),
                question.raw(),
                question.weights(),
                CardConfusions.of(models, pack)),
            new ScoreFilter(question.filter().values(), period, zone),
            question.before(period),
            question.cluster());
    return new Found(query.answer(request), pack);
  }

  /** Refuses brands of which nothing is known, and names the nearest that is. */
  public void requireKnown(Collection<String> brands) throws IOException {
    List<String> known = overview.brands();
    if (known.isEmpty()) {
      throw QuestionException.nothing(
          "the index holds no daily scores; scripts/voc run takes feedback in and scores it");
    }
    for (String brand : brands) {
      if (!known.contains(brand)) {
        List<String> named = known.stream().limit(BRANDS_NAMED).toList();
        throw QuestionException.wrong(
            "brand",
            "nothing is known of the brand \""
                + brand
                + "\""
                + NearestName.of(brand, known)
                    .map(n -> "; did you mean \"" + n + "\"? Known: " + String.join(", ", named))
                    .orElse("; known are " + String.join(", ", named)));
      }
    }
  }

  private Pack pack(ComparisonQuestion question, List<String> brands) throws IOException {
    if (question.pack() != null) {
      return new PackLoader().find(question.pack());
    }
    return pack(brands);
  }

  /** The pack that scored the mentions of these brands. */
  public Pack pack(Collection<String> brands) throws IOException {
    Set<String> packs = new TreeSet<>();
    for (String scoredBy : overview.scoredBy(brands)) {
      packs.add(scoredBy.substring(0, Math.max(0, scoredBy.indexOf('@'))));
    }
    if (packs.size() != 1 || !PackLoader.names().containsAll(packs)) {
      throw QuestionException.wrong(
          "pack",
          "the mentions of these brands were scored by "
              + String.join(", ", packs)
              + "; name the pack to show them by");
    }
    return bundled.computeIfAbsent(packs.iterator().next(), new PackLoader()::load);
  }
}
