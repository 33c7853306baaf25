package org.vocstream.statistics.comparison;

import java.util.List;

/**
 * What there is to compare, in the order of the pack. Immutable.
 *
 * @param indicators codes of the reported indicators
 * @param touchpoints codes of the touchpoints along the journey
 * @param intentions codes of the indicators that tell of loyalty
 * @param loyalty code of the touchpoint at which they stand
 */
public record Outline(
    List<String> indicators, List<String> touchpoints, List<String> intentions, String loyalty) {
  /** Copies the lists. */
  public Outline {
    indicators = List.copyOf(indicators);
    touchpoints = List.copyOf(touchpoints);
    intentions = List.copyOf(intentions);
  }
}
