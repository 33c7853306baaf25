package org.vocstream.suspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is kept of a text to find near copies of it, whoever wrote them. Texts are compared by the
 * share of their shingles (runs of three Chinese characters or five other letters of the bare text)
 * that both have: their Jaccard similarity. It is estimated by MinHash (Broder, "On the resemblance
 * and containment of documents", 1997) from {@value #HASHES} hashes, of which six bits each are
 * kept (b-bit minwise hashing: Li and König, WWW 2010), with a standard error of 0.055 at {@link
 * #ALIKE}. Near copies meet because they share one of their {@value #BANDS} bands of {@value #ROWS}
 * hashes (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4): a pair of similarity
 * s with probability {@code 1 - (1 - s^3)^5}, that is 0.93 at 0.75, 0.97 at 0.8, 0.999 at 0.9, 1
 * where the texts are equal, and 0.005 at 0.1.
 *
 * <p>Short texts have none: of some 21,000 food and cosmetics reviews, more than one in fifty of up
 * to 7 Chinese characters has the very words of another, and fewer than one in a hundred from
 * {@value #SHORTEST} on. Many people write 很好. Immutable.
 *
 * @param signature {@value #HASHES} characters, each of six bits of a hash
 * @param bands names of the bands, {@value #BANDS} of them
 */
public record Fingerprint(String signature, List<String> bands) {
  /**
   * Similarity from which on one text is a near copy of the other. Among reviews of food, cosmetics
   * and goods, pairs of 0.6 to 0.7 are mostly two people's words for the same thing; from 0.75 on
   * the pairs read were one text with a few words put in or taken out.
   */
  public static final double ALIKE = 0.75;

  /** Length in Chinese characters below which a text has no fingerprint. */
  public static final int SHORTEST = 12;

  private static final int HASHES = 64;
  private static final int BANDS = 5;
  private static final int ROWS = 3;

  /** A shingle is full at 15: three Chinese characters of 5, five other letters of 3. */
  private static final int FULL = 15;

  private static final String SIX_BITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** Keeps a copy. */
  public Fingerprint {
    bands = List.copyOf(bands);
  }

  /** The fingerprint of a bare text, or null where it is too short to have one. */
  static Fingerprint of(String bare) {
    return BareText.length(bare) < SHORTEST ? null : of(least(bare));
  }

  private static Fingerprint of(int[] least) {
    StringBuilder signature = new StringBuilder(HASHES);
    for (int hash : least) {
      signature.append(SIX_BITS.charAt(hash & 63));
    }
    List<String> bands = new ArrayList<>(BANDS);
    for (int band = 0; band < BANDS; band++) {
      long mixed = band;
      for (int row = band * ROWS; row < (band + 1) * ROWS; row++) {
        mixed = mix(mixed * GOLDEN + least[row]);
      }
      bands.add(Long.toUnsignedString(mixed, Character.MAX_RADIX));
    }
    return new Fingerprint(signature.toString(), bands);
  }

  /** The least value that each hash takes over all shingles. */
  private static int[] least(String bare) {
    int[] least = new int[HASHES];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int start = 0; start < bare.length(); start++) {
      long hash = 0;
      int filled = 0;
      for (int i = start; i < bare.length() && filled < FULL; i++) {
        hash = (hash + bare.charAt(i)) * GOLDEN;
        filled += Character.isIdeographic(bare.charAt(i)) ? 5 : 3;
      }
      if (filled >= FULL) {
        long shingle = mix(hash);
        int low = (int) shingle;
        int step = (int) (shingle >>> Integer.SIZE) | 1;
        for (int i = 0; i < HASHES; i++) {
          // Two hashes make all (Kirsch and Mitzenmacher, 2006), mixed so that their order differs.
          int value = scramble(low + i * step);
          least[i] = Math.min(least[i], value);
        }
      }
    }
    return least;
  }

  /** Estimated similarity of the texts behind two signatures, 0..1. */
  static double similarity(String one, String other) {
    int equal = 0;
    for (int i = 0; i < HASHES; i++) {
      equal += one.charAt(i) == other.charAt(i) ? 1 : 0;
    }
    // Six bits of two hashes are equal by chance once in 64.
    return Math.max(0, (equal - HASHES / 64.0) / (HASHES - HASHES / 64.0));
  }

  /** True where one of the texts behind two signatures is a near copy of the other. */
  public static boolean alike(String one, String other) {
    return similarity(one, other) >= ALIKE;
  }

  /** The finish of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** 64 bits of a text. */
  static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash + text.charAt(i)) * GOLDEN;
    }
    return mix(hash);
  }

  private static int scramble(int value) {
    int z = (value ^ (value >>> 16)) * 0x85EBCA6B;
    z = (z ^ (z >>> 13)) * 0xC2B2AE35;
    return z ^ (z >>> 16);
  }
}
