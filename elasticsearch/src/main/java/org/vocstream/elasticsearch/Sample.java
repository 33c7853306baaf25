package org.vocstream.elasticsearch;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What feedback there is behind a comparison: how much of it, by which ways, and how much could not
 * be used. Immutable.
 *
 * @param brands by brand; every brand asked for has an entry
 * @param deadLetters records that could not be taken in, by the field that is wrong, of all brands
 *     and days: a record that cannot be read has neither
 * @param late feedback that came too late for its daily scores, of all brands and days
 * @param published when the newest feedback of the selection was published; empty where none has a
 *     date
 * @param processed when the last of the selection was written to the index; empty where there is
 *     none
 */
public record Sample(
    SortedMap<String, OfBrand> brands,
    SortedMap<String, Long> deadLetters,
    long late,
    Optional<Instant> published,
    Optional<Instant> processed) {

  /** Copies the maps. */
  public Sample {
    brands = Collections.unmodifiableSortedMap(new TreeMap<>(brands));
    deadLetters = Collections.unmodifiableSortedMap(new TreeMap<>(deadLetters));
  }

  /**
   * The feedback on one brand.
   *
   * @param feedback number of feedback
   * @param suspects how many of them are marked as suspects
   * @param opinions opinions found in them, with those that no indicator fits
   * @param unassigned opinions for which the pack has no indicator
   * @param channels number of feedback by channel
   * @param products by product; feedback without one under an empty name
   * @param languages by language
   */
  public record OfBrand(
      long feedback,
      long suspects,
      long opinions,
      long unassigned,
      SortedMap<String, Long> channels,
      SortedMap<String, Long> products,
      SortedMap<String, Long> languages) {
    /** No feedback. */
    public static final OfBrand NONE =
        new OfBrand(
            0,
            0,
            0,
            0,
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap());

    /** Copies the maps. */
    public OfBrand {
      channels = copy(channels);
      products = copy(products);
      languages = copy(languages);
    }

    private static SortedMap<String, Long> copy(Map<String, Long> counts) {
      return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
  }

  /** Number of records that could not be taken in. */
  public long refused() {
    return deadLetters.values().stream().mapToLong(n -> n).sum();
  }
}
