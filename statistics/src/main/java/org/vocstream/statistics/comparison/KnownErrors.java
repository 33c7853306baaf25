package org.vocstream.statistics.comparison;

import java.util.Map;
import org.vocstream.statistics.Confusion;

/**
 * How the classifiers were seen to err, where that was measured. Immutable.
 *
 * @param mentions of the polarity of mentions
 * @param feedback of the sentiment of whole feedback
 */
public record KnownErrors(Map<Stratum, Confusion> mentions, Map<Stratum, Confusion> feedback) {
  /** Nothing was measured. */
  public static final KnownErrors NONE = new KnownErrors(Map.of(), Map.of());

  /** Copies the maps. */
  public KnownErrors {
    mentions = Map.copyOf(mentions);
    feedback = Map.copyOf(feedback);
  }
}
