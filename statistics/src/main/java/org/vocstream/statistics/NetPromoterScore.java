package org.vocstream.statistics;

/**
 * The net promoter score, promoters (9, 10) minus detractors (0 to 6) per hundred answers, -100 to
 * 100, with its 95% interval. Immutable.
 *
 * <p>With promoters as positive, passives (7, 8) as neutral and detractors as negative, the score
 * is {@code 2·index - 100} of the satisfaction index, and so is its interval, clustered by customer
 * where one answers more than once ({@link SatisfactionIndex}). Score: Reichheld, Harvard Business
 * Review, December 2003; adjusted intervals for it: Rocks, The American Statistician 70, 2016.
 *
 * <p>Worked example: 50 promoters, 30 passives, 20 detractors: 30; interval 13.4 to 44.3.
 *
 * @param value the score, -100..100
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param n number of answers
 */
public record NetPromoterScore(double value, double low, double high, long n) {

  /**
   * One answer, a cluster of its own.
   *
   * @throws IllegalArgumentException where it is not in 0..10
   */
  public static ClusterSums answer(int rating) {
    if (rating < 0 || rating > 10) {
      throw new IllegalArgumentException("an answer is 0 to 10, not " + rating);
    }
    return ClusterSums.of(
        rating >= 9 ? 1 : 0, rating == 7 || rating == 8 ? 1 : 0, rating <= 6 ? 1 : 0);
  }

  /**
   * The score of these answers.
   *
   * @throws IllegalArgumentException where there are none
   */
  public static NetPromoterScore of(ClusterSums answers) {
    SatisfactionIndex index = SatisfactionIndex.of(answers);
    return new NetPromoterScore(
        2 * index.value() - 100, 2 * index.low() - 100, 2 * index.high() - 100, index.n());
  }
}
