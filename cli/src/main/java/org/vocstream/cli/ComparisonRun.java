package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vocstream.elasticsearch.CardConfusions;
import org.vocstream.elasticsearch.ComparisonAnswer;
import org.vocstream.elasticsearch.ComparisonDocument;
import org.vocstream.elasticsearch.ComparisonQuery;
import org.vocstream.elasticsearch.ComparisonRequest;
import org.vocstream.elasticsearch.PackOutline;
import org.vocstream.elasticsearch.ScoreFilter;
import org.vocstream.elasticsearch.ScoreOverview;
import org.vocstream.pack.NearestName;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.comparison.ComparisonOptions;

/** One comparison from options to print: looks up what the options leave open. For one thread. */
final class ComparisonRun {
  private static final int BRANDS_NAMED = 20;

  private final CompareOptions options;
  private final ModelFolder models;
  private final Clock clock;

  /**
   * A comparison.
   *
   * @param models that scored, for their known errors
   * @param clock tells today
   */
  ComparisonRun(CompareOptions options, ModelFolder models, Clock clock) {
    this.options = options;
    this.models = models;
    this.clock = clock;
  }

  /** Compares and prints. */
  void print(ElasticsearchClient client, PrintWriter out) throws IOException {
    List<String> brands = options.brands();
    ScoreOverview overview = new ScoreOverview(client);
    check(brands, overview.brands());
    ZoneId zone = overview.zones(brands).get(0);
    Period period = options.period(LocalDate.now(clock.withZone(zone)));
    Optional<Period> days = overview.days(brands);
    if (period != null
        && days.filter(d -> period.from().isBefore(d.to()) && d.from().isBefore(period.to()))
            .isEmpty()) {
      throw UserError.failed(
          "nothing is known of these brands in "
              + period
              + days.map(d -> "; their feedback is of " + d).orElse("; none of it has a date"));
    }
    Pack pack = pack(overview, brands);
    ComparisonRequest request =
        new ComparisonRequest(
            new ComparisonOptions(
                brands.get(0),
                brands.subList(1, brands.size()),
                new PackOutline(pack).outline(),
                options.only(pack),
                options.sections(),
                options.industry == CompareOptions.Industry.BY_BRAND,
                options.importance == CompareOptions.By.DERIVED,
                options.raw,
                options.weights(),
                CardConfusions.of(models, pack)),
            new ScoreFilter(options.filter().values(), period, zone),
            options.before(period),
            options.cluster);
    ComparisonAnswer answer = new ComparisonQuery(client).answer(request);
    if (options.json) {
      out.println(
          new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(ComparisonDocument.of(answer, pack)));
      out.flush();
    } else {
      new ComparisonText(answer, pack, options.labels, out).print();
    }
  }

  private static void check(List<String> brands, List<String> known) {
    if (known.isEmpty()) {
      throw UserError.failed(
          "the index holds no daily scores; scripts/voc run takes feedback in and scores it");
    }
    for (String brand : brands) {
      if (!known.contains(brand)) {
        List<String> named = known.stream().limit(BRANDS_NAMED).toList();
        throw UserError.usage(
            "nothing is known of the brand \""
                + brand
                + "\""
                + NearestName.of(brand, known)
                    .map(n -> "; did you mean \"" + n + "\"? Known: " + String.join(", ", named))
                    .orElse("; known are " + String.join(", ", named)));
      }
    }
  }

  private Pack pack(ScoreOverview overview, List<String> brands) throws IOException {
    if (options.pack != null) {
      return new PackLoader().find(options.pack);
    }
    Set<String> packs = new TreeSet<>();
    for (String scoredBy : overview.scoredBy(brands)) {
      packs.add(scoredBy.substring(0, Math.max(0, scoredBy.indexOf('@'))));
    }
    if (packs.size() != 1 || !PackLoader.names().containsAll(packs)) {
      throw UserError.usage(
          "the mentions of these brands were scored by "
              + String.join(", ", packs)
              + "; name the pack to show them by with --pack");
    }
    return new PackLoader().load(packs.iterator().next());
  }
}
