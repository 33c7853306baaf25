package org.vocstream.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** How often something is claimed that is not so, and how often what is so is found. */
final class VerdictSimulations {
  private static final Corpus CORPUS = new Corpus(0.65, 0.15, 0.5);
  private static final Corpus WORSE = new Corpus(0.55, 0.15, 0.5);
  private static final int INDICATORS = 200;

  private VerdictSimulations() {}

  static List<Simulation> all() {
    List<Simulation> all = new ArrayList<>();
    for (int runs : new int[] {200, 2000}) {
      all.add(
          Simulation.of(
              "Two identical brands, 200 indicators: any false verdict",
              "400 documents of 1 mention for each indicator and brand",
              runs,
              0,
              runs == 200 ? 0.05 : 0.06,
              random -> claims(single(random), single(random))));
    }
    all.add(
        Simulation.of(
            "Two identical brands, 200 indicators: any false verdict",
            "2,500 documents a brand, 3 indicators each, the frequent ones 40 times as often, of"
                + " one mood",
            200,
            0,
            0.05,
            random -> claims(documents(random), documents(random))));
    all.add(
        Simulation.of(
            "Five identical brands, 50 indicators: any false verdict on one against the others",
            "400 documents of 1 mention for each indicator and brand, 200 cells shown",
            1000,
            0,
            0.06,
            VerdictSimulations::anyAgainstFour));
    all.add(planted(CORPUS, WORSE, 1, 1, 0.9));
    all.add(planted(new Corpus(0.8, 0, 0), new Corpus(0.7, 0, 0), 1, 1, 0.9));
    all.add(planted(new Corpus(0.55, 0, 0), new Corpus(0.45, 0, 0), 1, 1, 0));
    all.add(planted(CORPUS, WORSE, 20, 20, 0.9));
    all.add(planted(CORPUS, WORSE, 20, 5, 0));
    all.add(planted(CORPUS, WORSE, 200, 1, 0));
    all.add(falseShare());
    all.add(wave());
    return all;
  }

  /** Cells of 400 documents of one mention. */
  private static ClusterSums[] single(SplittableRandom random) {
    ClusterSums[] cells = new ClusterSums[INDICATORS];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(random, CORPUS);
    }
    return cells;
  }

  private static ClusterSums cell(SplittableRandom random, Corpus corpus) {
    int[] counts = new int[3];
    for (int i = 0; i < 400; i++) {
      counts[1 - corpus.polarity(random)]++;
    }
    return Corpus.single(counts[0], counts[1], counts[2]);
  }

  /** Documents that speak of three indicators, some far more frequent, in one mood or several. */
  private static ClusterSums[] documents(SplittableRandom random) {
    ClusterSums[] cells = new ClusterSums[INDICATORS];
    Arrays.fill(cells, ClusterSums.NONE);
    for (int d = 0; d < 2500; d++) {
      boolean together = random.nextBoolean();
      int mind = CORPUS.polarity(random);
      for (int m = 0; m < 3; m++) {
        double place = random.nextDouble();
        int indicator = (int) (INDICATORS * place * place * place);
        int polarity = together ? mind : CORPUS.polarity(random);
        cells[indicator] =
            cells[indicator].plus(
                ClusterSums.of(
                    polarity == 1 ? 1 : 0, polarity == 0 ? 1 : 0, polarity == -1 ? 1 : 0));
      }
    }
    return cells;
  }

  private static boolean claims(ClusterSums[] own, ClusterSums[] other) {
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < own.length; i++) {
      gaps.add(Gap.between(own[i], other[i]));
    }
    return Verdict.of(gaps).stream().anyMatch(Verdict::claims);
  }

  private static boolean anyAgainstFour(SplittableRandom random) {
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      ClusterSums own = cell(random, CORPUS);
      for (int competitor = 0; competitor < 4; competitor++) {
        gaps.add(Gap.between(own, cell(random, CORPUS)));
      }
    }
    return Verdict.of(gaps).stream().anyMatch(Verdict::claims);
  }

  private static Simulation planted(
      Corpus better, Corpus worse, int cells, int ahead, double atLeast) {
    String where =
        cells == 1
            ? "shown alone"
            : ahead + (ahead == 1 ? " such gap" : " such gaps") + " among " + cells + " cells";
    return Simulation.of(
        "A gap of 10 points is found",
        String.format(
            Locale.ROOT,
            "400 documents a side, index %.1f against %.1f, %.0f%% neutral, %s",
            better.truth(),
            worse.truth(),
            100 * better.neutral(),
            where),
        1000,
        atLeast,
        1,
        random -> {
          List<Gap> gaps = new ArrayList<>();
          for (int i = 0; i < cells; i++) {
            gaps.add(Gap.between(cell(random, better), cell(random, i < ahead ? worse : better)));
          }
          return Verdict.of(gaps).get(0) == Verdict.AHEAD;
        });
  }

  private static Simulation falseShare() {
    double[] share = {0};
    Simulation runs =
        Simulation.of(
            "",
            "",
            1000,
            0,
            1,
            random -> {
              int wrong = 0;
              int claimed = 0;
              List<Gap> gaps = new ArrayList<>();
              for (int i = 0; i < 40; i++) {
                gaps.add(Gap.between(cell(random, CORPUS), cell(random, i < 10 ? WORSE : CORPUS)));
              }
              List<Verdict> verdicts = Verdict.of(gaps);
              for (int i = 0; i < 40; i++) {
                claimed += verdicts.get(i).claims() ? 1 : 0;
                wrong +=
                    verdicts.get(i).claims() && (i >= 10 || verdicts.get(i) == Verdict.BEHIND)
                        ? 1
                        : 0;
              }
              share[0] += claimed == 0 ? 0 : (double) wrong / claimed;
              return true;
            });
    return new Simulation(
        "False verdicts among all verdicts",
        "40 indicators, 10 with a gap of 10 points, 400 documents a side",
        runs.runs(),
        share[0] / runs.runs(),
        0,
        0.05);
  }

  private static Simulation wave() {
    return Simulation.of(
        "Nothing changed from wave to wave: any part called significant",
        "8 parts of 100 documents of 1 to 4 mentions",
        2000,
        0,
        0.06,
        random ->
            WaveChange.between(wave(random), wave(random)).parts().values().stream()
                .anyMatch(WaveChange.Part::significant));
  }

  private static Wave wave(SplittableRandom random) {
    Map<String, ClusterSums> parts = new TreeMap<>();
    ClusterSums total = ClusterSums.NONE;
    for (int i = 0; i < 8; i++) {
      ClusterSums part = CORPUS.draw(random, 100, 4, false);
      parts.put("part " + i, part);
      total = total.plus(part);
    }
    return new Wave(total, parts);
  }
}
