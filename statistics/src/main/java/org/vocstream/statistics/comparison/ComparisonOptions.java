package org.vocstream.statistics.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is compared, and how. Immutable.
 *
 * @param brand the own brand
 * @param competitors whom it is compared with, in the order in which they are shown; together they
 *     are the industry
 * @param outline what there is to compare
 * @param only codes of the indicators that are shown where indicators are; all where it is empty
 * @param sections what is shown; the verdicts hold for all gaps in it together
 * @param industryByBrand true where each competitor counts alike in the industry, false where each
 *     mention does
 * @param byDerived true where derived importance decides on quadrants, false where stated does
 * @param raw true where gaps are judged over all feedback, whatever its channels
 * @param mix weight of each channel of the reference mix; empty for that of all brands together
 * @param errors known errors of the classifiers
 */
public record ComparisonOptions(
    String brand,
    List<String> competitors,
    Outline outline,
    Set<String> only,
    Set<Section> sections,
    boolean industryByBrand,
    boolean byDerived,
    boolean raw,
    Map<String, Double> mix,
    KnownErrors errors) {
  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException where there is no competitor, one is named twice, or the brand
   *     is among them
   */
  public ComparisonOptions {
    competitors = List.copyOf(competitors);
    only = Set.copyOf(only);
    sections =
        sections.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(sections));
    mix = Map.copyOf(mix);
    if (competitors.isEmpty()) {
      throw new IllegalArgumentException("a comparison needs a competitor; name at least one");
    }
    if (competitors.contains(brand)) {
      throw new IllegalArgumentException(
          brand + " is compared with itself; leave it out of the competitors");
    }
    if (new HashSet<>(competitors).size() < competitors.size()) {
      throw new IllegalArgumentException("a competitor is named twice: " + competitors);
    }
  }

  /** The own brand, then its competitors. */
  public List<String> brands() {
    List<String> brands = new ArrayList<>(List.of(brand));
    brands.addAll(competitors);
    return List.copyOf(brands);
  }

  boolean shows(Section section) {
    return sections.contains(section);
  }
}
