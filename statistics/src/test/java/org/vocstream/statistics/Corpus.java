package org.vocstream.statistics;

import java.util.SplittableRandom;

/**
 * Constructed feedback whose truth is known. A document is of one mind with this probability, and
 * then all its mentions are alike; else each is drawn for itself.
 */
record Corpus(double positive, double neutral, double oneMind) {

  /** The index that the mentions are drawn from. */
  double truth() {
    return 100 * positive + 50 * neutral;
  }

  /** Documents with one to so many mentions each, or always the most. */
  ClusterSums draw(SplittableRandom random, int documents, int most, boolean always) {
    ClusterSums sums = ClusterSums.NONE;
    for (int d = 0; d < documents; d++) {
      sums = sums.plus(document(random, always ? most : 1 + random.nextInt(most)));
    }
    return sums;
  }

  /** One document. */
  ClusterSums document(SplittableRandom random, int mentions) {
    boolean together = random.nextDouble() < oneMind;
    int mind = polarity(random);
    int[] counts = new int[3];
    for (int i = 0; i < mentions; i++) {
      counts[1 - (together ? mind : polarity(random))]++;
    }
    return ClusterSums.of(counts[0], counts[1], counts[2]);
  }

  /** The polarity of one mention. */
  int polarity(SplittableRandom random) {
    double draw = random.nextDouble();
    return draw < positive ? 1 : draw < positive + neutral ? 0 : -1;
  }

  /** So many documents of one mention each. */
  static ClusterSums single(int positive, int neutral, int negative) {
    int n = positive + neutral + negative;
    double y = 100.0 * positive + 50.0 * neutral;
    return new ClusterSums(n, positive, neutral, negative, 1e4 * positive + 2500.0 * neutral, y, n);
  }
}
