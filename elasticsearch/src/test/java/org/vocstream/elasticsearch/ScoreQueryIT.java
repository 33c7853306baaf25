package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Comparison;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.Names;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.Suspicion;
import org.vocstream.scoring.TranscriptScore;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.NetPromoterScore;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.SharedSums;
import org.vocstream.statistics.comparison.BrandSums;
import org.vocstream.statistics.comparison.ComparisonSums;
import org.vocstream.statistics.comparison.Section;
import org.vocstream.statistics.comparison.Stratum;
import org.vocstream.statistics.comparison.Subject;
import org.vocstream.statistics.comparison.SubjectSums;
import org.vocstream.text.Language;

/** 600 feedback drawn at random; what the queries find is compared with what was drawn. */
@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoreQueryIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<String> BRANDS = List.of("A", "B", "C");
  private static final long SEED = 20261005;

  private final ElasticsearchClient client;
  private final List<ScoredFeedback> drawn = new ArrayList<>();

  ScoreQueryIT(ElasticsearchClient client) {
    this.client = client;
  }

  @BeforeAll
  void indexFeedbackAndItsCells() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 600; i++) {
      drawn.add(feedback(random, i));
    }
    new FeedbackIndexer(client, Target.current(), Story.CLOCK).index(drawn);
    Map<CellKey, ScoreCell> cells =
        drawn.stream()
            .flatMap(f -> FeedbackCells.of(f, ZONE).cells().stream())
            .collect(Collectors.toMap(ScoreCell::key, c -> c, ScoreCell::plus));
    new ScoreIndexer(client, Target.current(), ZONE, Story.CLOCK)
        .index(List.copyOf(cells.values()));
    new Counts(client).refresh();
  }

  @Test
  void theSumsAreThoseOfTheFeedbackThatTheFilterLetsThrough() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    int notEmpty = 0;
    for (int i = 0; i < 40; i++) {
      ScoreFilter filter = filter(random);
      Set<Section> sections = EnumSet.of(Section.OVERALL, Section.IMPORTANCE);
      Set<Scope> needed = EnumSet.of(Scope.BRAND, Scope.FEEDBACK, Scope.GROUP);
      if (i % 2 > 0) {
        sections.addAll(List.of(Section.TOUCHPOINTS, Section.VALUE));
        needed.addAll(List.of(Scope.TOUCHPOINT, Scope.VALUE));
      }
      List<ScoreCell> expected = new ArrayList<>();
      for (ScoredFeedback scored : drawn) {
        if (passes(scored, filter)) {
          FeedbackCells.of(scored, ZONE).cells().stream()
              .filter(cell -> needed.contains(cell.key().scope()))
              .forEach(expected::add);
        }
      }
      notEmpty += expected.isEmpty() ? 0 : 1;
      ComparisonSums sums =
          new ScoreQuery(client, 1 + random.nextInt(200))
              .sums(BRANDS, filter, CellQuery.Cluster.FEEDBACK, sections);
      for (String brand : BRANDS) {
        assertThat(sums.of(brand)).as("%s with %s", brand, filter).isEqualTo(sums(expected, brand));
      }
    }
    assertThat(notEmpty).isGreaterThan(30);
  }

  private List<ScoreCell> cells(Scope scope) {
    return drawn.stream()
        .flatMap(scored -> FeedbackCells.of(scored, ZONE).cells().stream())
        .filter(cell -> cell.key().scope() == scope)
        .toList();
  }

  private static BrandSums sums(Collection<ScoreCell> cells, String brand) {
    SumsBuilder builder = new SumsBuilder();
    for (ScoreCell cell : cells) {
      if (cell.key().brand().equals(brand)) {
        Subject subject = new Subject(cell.key().scope(), cell.key().code());
        builder.addTotal(subject, cell.sums());
        builder.addStratum(
            subject, new Stratum(cell.key().channel(), cell.key().lang()), cell.sums());
        builder.add(cell.benefitCost());
        cell.judgements().sums().forEach(builder::addJudgement);
      }
    }
    return builder.build();
  }

  @Test
  void anAuthorIsOneClusterHoweverOftenHeWrites() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED + 2);
    for (int i = 0; i < 10; i++) {
      ScoreFilter filter = filter(random);
      ComparisonSums sums =
          new ScoreQuery(client, 1 + random.nextInt(200))
              .sums(BRANDS, filter, CellQuery.Cluster.AUTHOR, EnumSet.of(Section.OVERALL));
      List<ScoredFeedback> passed = drawn.stream().filter(f -> passes(f, filter)).toList();
      for (String brand : BRANDS) {
        Map<String, List<Mention>> byAuthor = new TreeMap<>();
        Map<String, List<Integer>> labels = new TreeMap<>();
        for (ScoredFeedback f : passed) {
          String author = f.feedback().author() == null ? f.feedback().id() : f.feedback().author();
          for (Mention mention : f.mentions()) {
            if (mention.brand().equals(brand)) {
              byAuthor.computeIfAbsent(author, a -> new ArrayList<>()).add(mention);
            }
          }
          if (f.feedback().brand().equals(brand)) {
            labels.computeIfAbsent(author, a -> new ArrayList<>()).add(f.sentiment().label());
          }
        }
        assertThat(sums.of(brand).of(Subject.BRAND).total())
            .as("%s with %s", brand, filter)
            .isEqualTo(
                clusters(
                    byAuthor.values().stream()
                        .map(own -> own.stream().map(Mention::polarity).toList())
                        .toList()));
        assertThat(sums.of(brand).of(Subject.FEEDBACK).total())
            .isEqualTo(clusters(labels.values()));
        SubjectSums delivery = sums.of(brand).of(new Subject(Scope.GROUP, "delivery"));
        assertThat(delivery.total().n())
            .isEqualTo(delivery.strata().values().stream().mapToLong(ClusterSums::n).sum());
        assertThat(sums.of(brand).benefitCost())
            .isEqualTo(
                byAuthor.values().stream()
                    .map(own -> SharedSums.of(about("effect", own), about("delivery", own)))
                    .reduce(SharedSums.NONE, SharedSums::plus));
      }
    }
  }

  private static ClusterSums about(String group, List<Mention> mentions) {
    List<Integer> polarities =
        mentions.stream().filter(m -> m.group().equals(group)).map(Mention::polarity).toList();
    return polarities.isEmpty() ? ClusterSums.NONE : clusters(List.of(polarities));
  }

  private static ClusterSums clusters(Collection<List<Integer>> clusters) {
    return clusters.stream()
        .map(
            own ->
                ClusterSums.of(
                    own.stream().filter(p -> p > 0).count(),
                    own.stream().filter(p -> p == 0).count(),
                    own.stream().filter(p -> p < 0).count()))
        .reduce(ClusterSums.NONE, ClusterSums::plus);
  }

  @Test
  void answersAreClusteredByCustomerAndComparisonsCountOncePerFeedback() throws IOException {
    ComparisonSums sums =
        new ScoreQuery(client, 7)
            .sums(
                BRANDS,
                ScoreFilter.all(ZONE),
                CellQuery.Cluster.FEEDBACK,
                EnumSet.of(Section.NPS, Section.HEADTOHEAD));
    for (String brand : BRANDS) {
      Map<String, List<Integer>> answers = new TreeMap<>();
      for (ScoredFeedback f : drawn) {
        if (f.feedback().brand().equals(brand) && f.feedback().nps() != null) {
          ClusterSums one = NetPromoterScore.answer(f.feedback().nps());
          String customer = f.feedback().customer();
          answers
              .computeIfAbsent(
                  customer == null ? f.feedback().id() : customer, c -> new ArrayList<>())
              .add((int) (one.positive() - one.negative()));
        }
      }
      assertThat(sums.of(brand).subjects())
          .as("loyalty is told from single indicators")
          .containsAllEntriesOf(sums(cells(Scope.INDICATOR), brand).subjects());
      assertThat(sums.of(brand).answers()).as(brand).isEqualTo(clusters(answers.values()));
      for (String other : BRANDS) {
        assertThat(sums.headToHead().wins(brand, other))
            .isEqualTo(
                drawn.stream()
                    .filter(
                        f ->
                            f.comparisons().stream()
                                .anyMatch(c -> c.winner().equals(brand) && c.loser().equals(other)))
                    .count());
      }
    }
  }

  @Test
  void theOverviewTellsBrandsDaysZoneAndAuthors() throws IOException {
    ScoreOverview overview = new ScoreOverview(client);
    assertThat(overview.brands()).containsExactlyInAnyOrderElementsOf(BRANDS);
    assertThat(overview.zones(BRANDS)).containsExactly(ZONE);
    assertThat(overview.scoredBy(BRANDS)).containsExactly(Story.SCORED_BY);
    assertThat(overview.days(List.of("A")))
        .contains(Period.ofDays(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 24)));
    assertThat(overview.days(List.of("nobody"))).isEmpty();
    List<ScoredFeedback> own =
        drawn.stream()
            .filter(f -> f.mentions().stream().anyMatch(m -> m.brand().equals("B")))
            .toList();
    long authors =
        own.stream()
            .map(f -> f.feedback().author() == null ? f.feedback().id() : f.feedback().author())
            .distinct()
            .count();
    assertThat(overview.authors(BRANDS, ScoreFilter.all(ZONE)))
        .containsEntry("B", new ScoreOverview.Authors(own.size(), authors));
  }

  private static boolean passes(ScoredFeedback scored, ScoreFilter filter) {
    Feedback f = scored.feedback();
    Instant at = f.publishedAt();
    Period period = filter.period();
    LocalDate day = at == null ? null : at.atZone(ZONE).toLocalDate();
    return (period == null
            || (day != null && !day.isBefore(period.from()) && day.isBefore(period.to())))
        && allows(filter, "channel", f.channel().code())
        && allows(filter, "product", f.product())
        && allows(filter, "segment", f.segment())
        && allows(filter, "lang", scored.language().code())
        && allows(filter, "suspect", String.valueOf(scored.isSuspect()));
  }

  private static boolean allows(ScoreFilter filter, String field, String value) {
    List<String> allowed = filter.values().getOrDefault(field, List.of());
    return allowed.isEmpty() || (value != null && allowed.contains(value));
  }

  private static ScoreFilter filter(SplittableRandom random) {
    ScoreFilter filter = ScoreFilter.all(ZONE);
    if (random.nextInt(3) > 0) {
      LocalDate first = LocalDate.of(2026, 10, 5).plusDays(random.nextInt(15));
      filter = filter.in(Period.ofDays(first, first.plusDays(random.nextInt(10))));
    }
    if (random.nextInt(3) == 0) {
      filter = filter.with("channel", List.of("review", "call"));
    }
    if (random.nextInt(4) == 0) {
      filter = filter.with("product", List.of("p1"));
    }
    if (random.nextInt(4) == 0) {
      filter = filter.with("segment", List.of("new", "old"));
    }
    if (random.nextInt(4) == 0) {
      filter = filter.with("lang", List.of("zh"));
    }
    return random.nextInt(3) == 0 ? filter.withoutSuspects() : filter;
  }

  private static ScoredFeedback feedback(SplittableRandom random, int number) {
    String brand = one(random, BRANDS);
    // Days that begin in Shanghai while it is still the day before in UTC.
    Instant at =
        random.nextInt(20) == 0
            ? null
            : Instant.parse("2026-10-04T16:00:00Z").plus(Duration.ofHours(random.nextInt(480)));
    Feedback feedback =
        new Feedback(
            "f" + number,
            "default",
            one(random, List.of(Channel.REVIEW, Channel.SOCIAL, Channel.CALL)),
            "发货速度挺快，价格有点贵",
            List.of(),
            null,
            brand,
            random.nextBoolean() ? null : "p" + random.nextInt(3),
            random.nextInt(3) == 0 ? null : "author" + random.nextInt(60),
            random.nextBoolean() ? null : "customer" + random.nextInt(40),
            random.nextInt(3) == 0 ? null : one(random, List.of("new", "old", "gold")),
            null,
            at,
            null,
            random.nextInt(3) == 0 ? random.nextInt(11) : null,
            null,
            null,
            null,
            false,
            Map.of());
    List<Mention> mentions =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(
                i -> {
                  String of = random.nextInt(4) == 0 ? one(random, BRANDS) : brand;
                  int polarity = random.nextInt(3) - 1;
                  return random.nextBoolean() ? Story.delivery(of, polarity) : effect(of, polarity);
                })
            .toList();
    String other = one(random, BRANDS);
    Comparison comparison = new Comparison(brand, other, "delivery", 0, 6);
    return new ScoredFeedback(
        feedback,
        null,
        random.nextInt(4) == 0 ? Language.EN : Language.ZH,
        "发货 速度 挺 快",
        new Sentiment(random.nextInt(3) - 1, 0.25),
        mentions,
        List.of(),
        brand.equals(other) || random.nextBoolean() ? List.of() : List.of(comparison, comparison),
        TranscriptScore.NONE,
        random.nextInt(5) == 0
            ? new Suspicion(List.of(Flag.DUPLICATE), "default/f0")
            : Suspicion.NONE,
        Story.SCORED_BY);
  }

  private static Mention effect(String brand, int polarity) {
    return new Mention(
        "effect.moist",
        "effect",
        new Names("功效", "Efficacy"),
        "use",
        "benefit.product",
        polarity,
        0.5,
        0.7,
        brand,
        null,
        7,
        12,
        "价格有点贵",
        null,
        null,
        Story.SCORED_BY);
  }

  private static <T> T one(SplittableRandom random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
