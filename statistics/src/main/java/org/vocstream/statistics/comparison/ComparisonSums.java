package org.vocstream.statistics.comparison;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.statistics.WinLoss;

/**
 * What a comparison is reckoned from: the sums of each brand over one period, and what customers
 * said of one against another. Immutable.
 *
 * @param brands sums by brand
 * @param headToHead how often one was put above another
 */
public record ComparisonSums(SortedMap<String, BrandSums> brands, WinLoss headToHead) {
  /** Copies the map. */
  public ComparisonSums {
    brands = Collections.unmodifiableSortedMap(new TreeMap<>(brands));
  }

  /** The sums of a brand. */
  public BrandSums of(String brand) {
    return brands.getOrDefault(brand, BrandSums.NONE);
  }
}
