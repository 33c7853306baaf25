package org.vocstream.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** How well a planted share is recovered through a classifier that errs. */
final class CorrectionSimulations {
  private static final double[][] ERRORS = {{0.85, 0.1, 0.05}, {0.2, 0.6, 0.2}, {0.05, 0.1, 0.85}};
  private static final int RUNS = 3000;

  private CorrectionSimulations() {}

  static List<Simulation> all() {
    return List.of(
        share(0.05, 500, 600, 1),
        share(0.2, 300, 200, 1),
        share(0.2, 300, 200, 4),
        share(0.5, 2000, 400, 1),
        within(0.05, 2000, 2000));
  }

  private static Simulation share(double negative, int documents, int seen, int most) {
    return Simulation.of(
        "Corrected negative share: interval holds the planted share",
        String.format(
            Locale.ROOT,
            "share %.2f, %d documents of %s, classifier tested on %d a class",
            negative,
            documents,
            most == 1 ? "1 mention" : "1 to " + most + " mentions",
            seen),
        RUNS,
        0.93,
        0.97,
        random -> {
          CorrectedShare share = corrected(random, negative, documents, seen, most);
          return share.low() <= negative && negative <= share.high();
        });
  }

  private static Simulation within(double negative, int documents, int seen) {
    return Simulation.of(
        "Corrected negative share within 0.03 of the planted share (the raw one is 0.06 off)",
        String.format(
            Locale.ROOT,
            "share %.2f, %d documents, classifier tested on %d a class",
            negative,
            documents,
            seen),
        RUNS,
        0.95,
        1,
        random ->
            Math.abs(corrected(random, negative, documents, seen, 1).value() - negative) < 0.03);
  }

  private static CorrectedShare corrected(
      SplittableRandom random, double negative, int documents, int seen, int most) {
    Corpus truth = new Corpus(0.85 - negative, 0.15, 0.5);
    ClusterSums given = ClusterSums.NONE;
    for (int d = 0; d < documents; d++) {
      ClusterSums document = truth.document(random, 1 + random.nextInt(most));
      long[] counts = new long[3];
      confuse(random, 0, document.positive(), counts);
      confuse(random, 1, document.neutral(), counts);
      confuse(random, 2, document.negative(), counts);
      given = given.plus(ClusterSums.of(counts[0], counts[1], counts[2]));
    }
    List<List<Long>> matrix = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      long[] counts = new long[3];
      confuse(random, i, seen, counts);
      matrix.add(List.of(counts[0], counts[1], counts[2]));
    }
    return CorrectedShare.of(-1, List.of(new CorrectedShare.Stratum(given, new Confusion(matrix))));
  }

  private static void confuse(SplittableRandom random, int truth, long mentions, long[] counts) {
    for (long m = 0; m < mentions; m++) {
      double draw = random.nextDouble();
      double[] row = ERRORS[truth];
      counts[draw < row[0] ? 0 : draw < row[0] + row[1] ? 1 : 2]++;
    }
  }
}
