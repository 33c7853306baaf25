package org.vocstream.feedback;

/**
 * What a respondent answered on one indicator: how good it is, what was expected of it, or both.
 * Both stand on one scale, the lower end being the worst. Immutable.
 *
 * @param indicator code of the indicator: {@code delivery.speed}
 * @param performance how good it is, low..high, or null
 * @param expectation what was expected of it, low..high, or null
 * @param low worst value of the scale
 * @param high best value of the scale, above {@code low}
 */
public record Answer(String indicator, Double performance, Double expectation, int low, int high) {

  /** The scale as people write it: {@code 1-5}. */
  public String scale() {
    return low + "-" + high;
  }
}
