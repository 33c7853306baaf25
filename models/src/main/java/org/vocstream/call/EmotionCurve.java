package org.vocstream.call;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a customer feels along one call or chat: a number per customer turn, in order. A turn weighs
 * {@code w = min(1, n / 10)}, where n counts its letters and digits, so that a 嗯 or an "ok" weighs
 * little.
 *
 * <ul>
 *   <li>Mean: {@code sum(w * score) / sum(w)}.
 *   <li>Peak: the score of the turn with the greatest {@code w * |score|}, the first of several;
 *       end: that of the last turn: the two moments that decide what is remembered (Kahneman,
 *       Fredrickson, Schreiber and Redelmeier, <i>Psychological Science</i> 4, 1993).
 *   <li>Slope: by how much the score rises from the first turn to the last on the straight line
 *       that fits best, by weighted least squares with turns as far apart from one another: {@code
 *       sum(w (x - mx)(score - ms)) / sum(w (x - mx)^2)}, x from 0 to 1, cut to -2..2.
 * </ul>
 *
 * <p>Example: 投诉 -0.8, 嗯 0.1, 谢谢 0.6 of 20, 1 and 10 letters weigh 1, 0.1 and 1; mean -0.09, peak
 * -0.8, end 0.6, slope 1.4. Immutable.
 */
public final class EmotionCurve {
  private static final double FULL_WEIGHT = 10;

  private static final double STEEPEST = 2;

  private final List<Point> points;

  /**
   * One turn of the customer.
   *
   * @param score how he feels, -1..1
   * @param weight more than 0, at most 1
   */
  public record Point(double score, double weight) {
    /** The point of a turn with these words. */
    public static Point of(double score, String text) {
      long counted = text.codePoints().filter(Character::isLetterOrDigit).limit(10).count();
      return new Point(score, Math.max(1, counted) / FULL_WEIGHT);
    }
  }

  /** The curve over these turns. */
  public EmotionCurve(List<Point> points) {
    this.points = List.copyOf(points);
  }

  /** The weighted mean, -1..1; null without turns. */
  public Double mean() {
    return points.isEmpty() ? null : sum(Point::score) / sum(p -> 1);
  }

  /** The score of the most intense turn, -1..1; null without turns. */
  public Double peak() {
    Point peak = null;
    for (Point point : points) {
      if (peak == null
          || point.weight * Math.abs(point.score) > peak.weight * Math.abs(peak.score)) {
        peak = point;
      }
    }
    return peak == null ? null : Double.valueOf(peak.score);
  }

  /** The score of the last turn, -1..1; null without turns. */
  public Double end() {
    return points.isEmpty() ? null : Double.valueOf(points.get(points.size() - 1).score);
  }

  /** The rise from the first turn to the last, -2..2; null with fewer than two turns. */
  public Double slope() {
    if (points.size() < 2) {
      return null;
    }
    double middle = 0;
    double weights = sum(p -> 1);
    for (int i = 0; i < points.size(); i++) {
      middle += points.get(i).weight * x(i) / weights;
    }
    double mean = mean();
    double together = 0;
    double square = 0;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      together += point.weight * (x(i) - middle) * (point.score - mean);
      square += point.weight * (x(i) - middle) * (x(i) - middle);
    }
    return Math.max(-STEEPEST, Math.min(STEEPEST, together / square));
  }

  private double x(int turn) {
    return turn / (points.size() - 1.0);
  }

  private double sum(ToDoubleFunction<Point> value) {
    return points.stream().mapToDouble(p -> p.weight * value.applyAsDouble(p)).sum();
  }
}
