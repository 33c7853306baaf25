package org.vocstream.statistics.alert;

import java.io.Serializable;
import org.vocstream.statistics.Scope;

/**
 * Which mentions a series of days counts. Immutable.
 *
 * @param brand whose they are
 * @param scope what they have in common
 * @param code of the touchpoint, indicator or value; empty for the scopes feedback and brand
 */
public record AlertSeries(String brand, Scope scope, String code) implements Serializable {
  /** One text for each series: {@code brand|scope|code}. */
  public String key() {
    return brand + "|" + scope.code() + "|" + code;
  }
}
