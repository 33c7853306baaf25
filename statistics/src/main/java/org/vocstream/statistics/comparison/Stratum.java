package org.vocstream.statistics.comparison;

import java.util.Comparator;

/**
 * By what way and in what language feedback came: the classifier errs otherwise in each. Immutable.
 *
 * @param channel code of the channel
 * @param lang code of the language
 */
public record Stratum(String channel, String lang) implements Comparable<Stratum> {
  private static final Comparator<Stratum> ORDER =
      Comparator.comparing(Stratum::channel).thenComparing(Stratum::lang);

  @Override
  public int compareTo(Stratum other) {
    return ORDER.compare(this, other);
  }
}
