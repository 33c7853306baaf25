package org.vocstream.statistics;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Which mentions stand in a daily cell. Every feedback belongs to one day, channel, product,
 * segment and language, so the sums of cells that differ in these add up: a period, or all channels
 * together. Cells of one scope with other codes, and of other scopes, share feedback and do not add
 * up. Immutable.
 *
 * @param scope what the mentions have in common
 * @param code of the touchpoint, indicator or value; empty for the scopes feedback and brand
 * @param brand whose they are
 * @param channel channel of the feedback
 * @param product product, or null
 * @param segment customer segment, or null
 * @param lang language of the text
 * @param day day of publication, in days since 1970-01-01 in the time zone of the job; null where
 *     the feedback has no date
 * @param suspect whether the feedback is suspect
 */
public record CellKey(
    Scope scope,
    String code,
    String brand,
    String channel,
    String product,
    String segment,
    String lang,
    Long day,
    boolean suspect) {

  /** One text for each key, different for different keys. */
  public String id() {
    return Arrays.asList(
            scope.code(),
            code,
            brand,
            day == null ? null : day.toString(),
            channel,
            product,
            segment,
            lang,
            suspect ? "suspect" : "clean")
        .stream()
        .map(part -> part == null ? "" : part.isEmpty() ? "%" : escaped(part))
        .collect(Collectors.joining("|"));
  }

  private static String escaped(String part) {
    return part.indexOf('|') < 0 && part.indexOf('%') < 0
        ? part
        : part.replace("%", "%25").replace("|", "%7C");
  }
}
