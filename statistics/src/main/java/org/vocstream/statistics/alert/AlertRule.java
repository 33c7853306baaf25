package org.vocstream.statistics.alert;

import java.io.Serializable;
import java.util.List;
import org.vocstream.statistics.Scope;

/**
 * What is watched, and when it is an alert. Immutable.
 *
 * @param code stable name of the rule, part of the id of its events
 * @param zh Chinese name
 * @param en English name
 * @param scope of the series it watches
 * @param codes codes of touchpoints, indicators or values it is limited to; empty: all
 * @param brands brands it is limited to; empty: all
 * @param channels channels whose feedback counts; empty: all
 * @param suspects whether suspect feedback counts
 * @param measures what is held against the baseline, at least one: an event opens where any of them
 *     stands out, and is one event however many do
 * @param thresholds when an event opens and when it is over
 */
public record AlertRule(
    String code,
    String zh,
    String en,
    Scope scope,
    List<String> codes,
    List<String> brands,
    List<String> channels,
    boolean suspects,
    List<AlertMeasure> measures,
    AlertThresholds thresholds)
    implements Serializable {

  /**
   * Keeps copies.
   *
   * @throws IllegalArgumentException where no measure is named
   */
  public AlertRule {
    codes = List.copyOf(codes);
    brands = List.copyOf(brands);
    channels = List.copyOf(channels);
    measures = List.copyOf(measures);
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("the rule " + code + " measures nothing");
    }
  }

  /** True where the rule watches this series. */
  public boolean watches(AlertSeries series) {
    return series.scope() == scope
        && (codes.isEmpty() || codes.contains(series.code()))
        && (brands.isEmpty() || brands.contains(series.brand()));
  }

  /** True where feedback of this channel counts. */
  public boolean counts(String channel, boolean suspect) {
    return (suspects || !suspect) && (channels.isEmpty() || channels.contains(channel));
  }
}
