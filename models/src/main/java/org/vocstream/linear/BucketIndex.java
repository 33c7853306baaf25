package org.vocstream.linear;

/**
 * Which row of a model belongs to the bucket of a feature. Hashes fill the buckets evenly and rows
 * are in order of bucket, so a bit for every few buckets tells most of the features that have no
 * row, and the bits before it tell where a row must stand. Both are read from one place of memory,
 * which is what a look-up waits for. Immutable and safe for several threads.
 */
final class BucketIndex {
  private final int[] buckets;

  /**
   * A bit for each run of {@code 1 << shift} buckets, set where a row has one of them: 32 of them
   * in the lower half of each word, and the number of rows before them in the upper half.
   */
  private final long[] words;

  private final int shift;

  /**
   * An index of these buckets.
   *
   * @param buckets ascending, without repeats; the place of each is its row
   */
  BucketIndex(int[] buckets) {
    this.buckets = buckets;
    // Sixteen to thirty-two bits a row, and of the largest models one for each bucket.
    int bits = 32 * Math.max(16, Integer.highestOneBit(buckets.length));
    shift = Math.max(0, LinearModel.BUCKET_BITS - Integer.numberOfTrailingZeros(bits));
    words = new long[1 << (LinearModel.BUCKET_BITS - shift) >>> 5];
    int row = 0;
    for (int word = 0; word < words.length; word++) {
      words[word] = (long) row << Integer.SIZE;
      for (; row < buckets.length && buckets[row] >>> shift >>> 5 == word; row++) {
        words[word] |= 1L << (buckets[row] >>> shift & 31);
      }
    }
  }

  /**
   * The rows of those features that have one.
   *
   * @param rows takes the rows, at its start; at least as long as {@code features}
   * @return their number
   */
  int rows(int[] features, int[] rows) {
    return shift == 0 ? exactly(features, rows) : amongSome(features, rows);
  }

  /** Without a branch, so that the processor waits for many places of memory at once. */
  private int exactly(int[] features, int[] rows) {
    int found = 0;
    for (int feature : features) {
      int bucket = bucket(feature);
      long word = words[bucket >>> 5];
      rows[found] = least(word, bucket);
      found += (int) (word >>> (bucket & 31)) & 1;
    }
    return found;
  }

  private int amongSome(int[] features, int[] rows) {
    int maybe = 0;
    for (int feature : features) {
      int bucket = bucket(feature);
      int bit = bucket >>> shift;
      rows[maybe] = bucket;
      maybe += (int) (words[bit >>> 5] >>> (bit & 31)) & 1;
    }
    int found = 0;
    for (int i = 0; i < maybe; i++) {
      int bucket = rows[i];
      int bit = bucket >>> shift;
      int row = least(words[bit >>> 5], bit);
      // Rows that share a bit are few.
      while (buckets[row] < bucket && row + 1 < buckets.length) {
        row++;
      }
      rows[found] = row;
      found += buckets[row] == bucket ? 1 : 0;
    }
    return found;
  }

  private static int bucket(int feature) {
    return feature >>> (Integer.SIZE - LinearModel.BUCKET_BITS);
  }

  /** The first row under a bit of a word, if the bit is set. */
  private static int least(long word, int bit) {
    return (int) (word >>> Integer.SIZE) + Integer.bitCount((int) word & ((1 << bit) - 1));
  }
}
