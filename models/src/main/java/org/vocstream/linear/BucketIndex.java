package org.vocstream.linear;

/**
 * Which row of a model belongs to the bucket of a feature. Hashes fill the buckets evenly and rows
 * are in order of bucket, so a bit for every few buckets tells nine in ten of the features that
 * have no row, and the bits before it tell where a row must stand. All of it is small enough to
 * stay in the processor's cache, where a hash table would not. Immutable and safe for several
 * threads.
 */
final class BucketIndex {
  private final int[] buckets;

  /** A bit for each run of {@code 1 << shift} buckets, set where a row has one of them. */
  private final long[] filter;

  /** Rows before the first bucket of each word of the filter. */
  private final int[] before;

  private final int shift;

  /**
   * An index of these buckets.
   *
   * @param buckets ascending, without repeats; the place of each is its row
   */
  BucketIndex(int[] buckets) {
    this.buckets = buckets;
    // Eight to sixteen bits a row.
    int bits = 16 * Math.max(16, Integer.highestOneBit(buckets.length));
    shift = Math.max(0, LinearModel.BUCKET_BITS - Integer.numberOfTrailingZeros(bits));
    filter = new long[1 << (LinearModel.BUCKET_BITS - shift) >>> 6];
    before = new int[filter.length];
    int row = 0;
    for (int word = 0; word < filter.length; word++) {
      before[word] = row;
      for (; row < buckets.length && buckets[row] >>> shift >>> 6 == word; row++) {
        filter[word] |= 1L << (buckets[row] >>> shift);
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
    // In two passes without a branch that hangs on memory, so that the processor waits for many
    // places of it at once.
    int maybe = 0;
    for (int feature : features) {
      int bucket = feature >>> (Integer.SIZE - LinearModel.BUCKET_BITS);
      int bit = bucket >>> shift;
      rows[maybe] = bucket;
      maybe += (int) (filter[bit >>> 6] >>> bit) & 1;
    }
    int found = 0;
    for (int i = 0; i < maybe; i++) {
      int bucket = rows[i];
      int row = least(bucket);
      // Rows that share a bit are few.
      while (buckets[row] < bucket && row + 1 < buckets.length) {
        row++;
      }
      rows[found] = row;
      found += buckets[row] == bucket ? 1 : 0;
    }
    return found;
  }

  /** The row of a bucket whose bit is set, or an earlier one in the same word of the filter. */
  private int least(int bucket) {
    int bit = bucket >>> shift;
    return before[bit >>> 6] + Long.bitCount(filter[bit >>> 6] & ((1L << bit) - 1));
  }
}
