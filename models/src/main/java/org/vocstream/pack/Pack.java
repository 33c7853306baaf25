package org.vocstream.pack;

import java.util.List;

/**
 * An indicator pack: the versioned tree of touchpoints and indicators of one industry, with what it
 * extends merged in. Immutable.
 *
 * @param code name of the pack: {@code cosmetics}
 * @param version semantic version: {@code 1.0.0}
 * @param label name for people
 * @param lineage ids of the packs it extends, nearest first: {@code [commerce@1.0.0]}
 * @param aspectModel name of the trained model that finds its indicators, or null where cues alone
 *     do
 * @param touchpoints the journey in order
 * @param indicators all indicators, those of the base pack included, in the order of the files
 * @param contactReasons why customers make contact, those of the base pack included
 */
public record Pack(
    String code,
    String version,
    Names label,
    List<String> lineage,
    String aspectModel,
    List<Touchpoint> touchpoints,
    List<Indicator> indicators,
    List<ContactReason> contactReasons) {

  /** Name and version: {@code cosmetics@1.0.0}. */
  public String id() {
    return code + "@" + version;
  }

  /**
   * The indicator of this code.
   *
   * @throws IllegalArgumentException where the pack has none
   */
  public Indicator indicator(String indicatorCode) {
    return indicators.stream()
        .filter(i -> i.code().equals(indicatorCode))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "pack " + id() + " has no indicator " + indicatorCode));
  }

  /** The indicators that are reported by themselves, in order. */
  public List<Indicator> groups() {
    return indicators.stream().filter(Indicator::isGroup).toList();
  }
}
