package org.vocstream.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** How often the 95% intervals hold the truth. */
final class IntervalSimulations {
  private static final int RUNS = 4000;
  private static final Corpus COMMON = new Corpus(0.65, 0.15, 0.5);

  private IntervalSimulations() {}

  static List<Simulation> all() {
    List<Simulation> all = new ArrayList<>();
    all.add(index(12, 1, new Corpus(0.7, 0.1, 0)));
    all.add(index(30, 1, new Corpus(0.5, 0, 0)));
    all.add(index(100, 1, new Corpus(0.8, 0, 0)));
    all.add(index(400, 1, new Corpus(0.95, 0, 0)));
    all.add(index(100, 4, COMMON));
    all.add(index(60, 10, COMMON));
    all.add(index(200, 10, new Corpus(0.85, 0, 0.5)));
    all.add(authors(60, COMMON));
    all.add(authors(100, new Corpus(0.7, 0.1, 1)));
    all.add(authors(200, new Corpus(0.9, 0.05, 0.5)));
    all.add(authors(200, new Corpus(0.8, 0, 0)));
    all.add(uneven());
    all.add(gap());
    all.add(standardised());
    all.add(perceivedValue());
    all.add(promoters());
    all.add(importance());
    return all;
  }

  private static Simulation index(int documents, int most, Corpus corpus) {
    String mentions = most == 1 ? "1 mention" : "1 to " + most + " mentions";
    return index(documents + " documents of " + mentions, corpus, most, documents, false);
  }

  private static Simulation authors(int authors, Corpus corpus) {
    return index(authors + " authors of 10 mentions", corpus, 10, authors, true);
  }

  private static Simulation index(
      String setting, Corpus corpus, int most, int clusters, boolean always) {
    return Simulation.of(
        "Satisfaction index: interval holds the truth",
        String.format(
            Locale.ROOT,
            "%s, index %.1f, %.0f%% of one mind",
            setting,
            corpus.truth(),
            100 * corpus.oneMind()),
        RUNS,
        0.93,
        clusters < 30 ? 1 : 0.97,
        random -> {
          SatisfactionIndex index =
              SatisfactionIndex.of(corpus.draw(random, clusters, most, always));
          return index.low() <= corpus.truth() && corpus.truth() <= index.high();
        });
  }

  private static Simulation uneven() {
    Corpus corpus = new Corpus(0.7, 0.1, 0.7);
    return Simulation.of(
        "Satisfaction index: interval holds the truth",
        "80 authors of 1 mention and 20 of 20, index 75, 70% of one mind",
        RUNS,
        0.93,
        0.97,
        random -> {
          SatisfactionIndex index =
              SatisfactionIndex.of(
                  corpus.draw(random, 80, 1, true).plus(corpus.draw(random, 20, 20, true)));
          return index.low() <= corpus.truth() && corpus.truth() <= index.high();
        });
  }

  private static Simulation gap() {
    Corpus better = new Corpus(0.75, 0.1, 0.5);
    double truth = better.truth() - COMMON.truth();
    return Simulation.of(
        "Gap: interval holds the truth",
        "80 against 200 documents of 1 to 5 mentions, 60 more speak of both in one mood",
        RUNS,
        0.93,
        0.97,
        random -> {
          ClusterSums own = better.draw(random, 80, 5, false);
          ClusterSums other = COMMON.draw(random, 200, 5, false);
          SharedSums shared = SharedSums.NONE;
          for (int i = 0; i < 60; i++) {
            ClusterSums[] both = both(random, better, COMMON);
            own = own.plus(both[0]);
            other = other.plus(both[1]);
            shared = shared.plus(SharedSums.of(both[0], both[1]));
          }
          Gap gap = Gap.between(own, other, shared);
          return gap.low() <= truth && truth <= gap.high();
        });
  }

  /** One mention in each of two cells, both drawn at the same level of mood. */
  private static ClusterSums[] both(SplittableRandom random, Corpus one, Corpus other) {
    long seed = random.nextLong();
    return new ClusterSums[] {
      one.document(new SplittableRandom(seed), 1), other.document(new SplittableRandom(seed), 1)
    };
  }

  private static Simulation standardised() {
    Map<String, Corpus> own =
        Map.of("call", new Corpus(0.4, 0.1, 0.5), "review", new Corpus(0.9, 0, 0.5));
    Map<String, Corpus> other =
        Map.of("call", new Corpus(0.3, 0.1, 0.5), "review", new Corpus(0.8, 0, 0.5));
    Map<String, Double> mix = Map.of("call", 0.5, "review", 0.5);
    return Simulation.of(
        "Gap on one mix: interval holds the truth",
        "300 calls and 60 reviews against 50 and 400, gap 10 (raw gap -22.5)",
        RUNS,
        0.93,
        0.97,
        random -> {
          Map<String, ClusterSums> a =
              Map.of(
                  "call", own.get("call").draw(random, 300, 3, false),
                  "review", own.get("review").draw(random, 60, 3, false));
          Map<String, ClusterSums> b =
              Map.of(
                  "call", other.get("call").draw(random, 50, 3, false),
                  "review", other.get("review").draw(random, 400, 3, false));
          ReferenceMix reference = ReferenceMix.of(mix, List.of(a, b));
          Gap gap =
              Gap.between(StandardisedIndex.of(a, reference), StandardisedIndex.of(b, reference));
          return gap.low() <= 10 && 10 <= gap.high();
        });
  }

  private static Simulation perceivedValue() {
    Corpus benefit = new Corpus(0.75, 0.1, 0);
    Corpus cost = new Corpus(0.5, 0.1, 0);
    double truth = benefit.truth() + cost.truth() - 100;
    return Simulation.of(
        "Perceived value: interval of the balance holds the truth",
        "150 documents that speak of benefit and cost in one mood",
        RUNS,
        0.93,
        0.97,
        random -> {
          ClusterSums gains = ClusterSums.NONE;
          ClusterSums costs = ClusterSums.NONE;
          SharedSums shared = SharedSums.NONE;
          for (int i = 0; i < 150; i++) {
            ClusterSums[] both = both(random, benefit, cost);
            gains = gains.plus(both[0]);
            costs = costs.plus(both[1]);
            shared = shared.plus(SharedSums.of(both[0], both[1]));
          }
          Gap balance = PerceivedValue.of(gains, costs, shared).balance();
          return balance.low() <= truth && truth <= balance.high();
        });
  }

  private static Simulation promoters() {
    Corpus answers = new Corpus(0.5, 0.3, 0);
    return Simulation.of(
        "Net promoter score: interval holds the truth",
        "80 customers, score 30",
        RUNS,
        0.93,
        0.97,
        random -> {
          NetPromoterScore score = NetPromoterScore.of(answers.draw(random, 80, 1, true));
          return score.low() <= 30 && 30 <= score.high();
        });
  }

  private static Simulation importance() {
    List<String> indicators = List.of("a", "b", "c", "d", "e", "f");
    double[] effects = {1, 0.6, 0.4, 0.2, 0.1, 0};
    int[] covered = {0, 0};
    Simulation one =
        Simulation.of(
            "",
            "",
            400,
            0,
            1,
            random -> {
              ImportanceSums sums = new ImportanceSums(indicators);
              for (int d = 0; d < 400; d++) {
                Map<String, Double> polarities = new HashMap<>();
                double rating = 3;
                int mood = random.nextInt(3) - 1;
                for (int i = 0; i < effects.length; i++) {
                  if (random.nextInt(3) == 0) {
                    int polarity = random.nextBoolean() ? mood : random.nextInt(3) - 1;
                    polarities.put(indicators.get(i), (double) polarity);
                    rating += effects[i] * polarity;
                  }
                }
                sums.add(polarities, Math.rint(rating + 2 * random.nextDouble() - 1));
              }
              Map<String, Estimate> found = sums.effects();
              for (int i = 0; i < effects.length; i++) {
                Estimate effect = found.get(indicators.get(i));
                covered[0] += effect.low() <= effects[i] && effects[i] <= effect.high() ? 1 : 0;
                covered[1]++;
              }
              return true;
            });
    return new Simulation(
        "Derived importance: interval holds the effect",
        "400 documents, 6 indicators that come together, ratings in whole stars",
        one.runs(),
        (double) covered[0] / covered[1],
        0.93,
        0.97);
  }
}
