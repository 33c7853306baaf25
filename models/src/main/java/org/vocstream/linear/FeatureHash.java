package org.vocstream.linear;

/**
 * The hash that turns a piece of text into a feature: 32-bit, mixed per unit as in xxHash and
 * finished as in MurmurHash3, so that neighbouring n-grams do not share buckets. Stateless. A
 * change here makes every committed weight meaningless: raise {@link LinearModelFile#VERSION} with
 * it.
 */
public final class FeatureHash {
  private static final int PRIME = 0x9E3779B1;

  private FeatureHash() {}

  /** The start of a hash in a field; n-grams of different fields never mean the same. */
  public static int start(int field) {
    return (field + 1) * 0x85EBCA77;
  }

  /** The hash with one more UTF-16 unit. */
  public static int add(int hash, char unit) {
    return Integer.rotateLeft(hash + unit * 0xC2B2AE3D, 15) * PRIME;
  }

  /** The hash with all units of a word, and a mark at its end. */
  public static int add(int hash, String word) {
    int h = hash;
    for (int i = 0; i < word.length(); i++) {
      h = add(h, word.charAt(i));
    }
    return add(h, '\u0000');
  }

  /** The finished feature. */
  public static int finish(int hash) {
    int h = hash;
    h = (h ^ (h >>> 16)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  /** The feature {@code feature} seen together with a key, such as an indicator. */
  public static int keyed(int feature, int key) {
    return finish(feature * PRIME + key);
  }
}
