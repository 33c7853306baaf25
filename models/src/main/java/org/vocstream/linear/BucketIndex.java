package org.vocstream.linear;

/**
 * Which row of a model belongs to the bucket of a feature: a hash table behind a filter of a bit
 * for each hash. Most features of a text have no row, and the filter, which stays in the
 * processor's cache where the table does not, knows nine in ten of them. Immutable and safe for
 * several threads.
 */
final class BucketIndex {
  private static final int SHIFT = Integer.SIZE - LinearModel.BUCKET_BITS;

  private final long[] filter;
  private final int filterShift;

  /** Open addressing; bucket and row in one slot, so that a row costs one look into memory. */
  private final long[] slots;

  private final int slotShift;

  /**
   * An index of these buckets.
   *
   * @param buckets without repeats; the place of each is its row
   */
  BucketIndex(int[] buckets) {
    int rows = Math.max(16, Integer.highestOneBit(Math.max(1, buckets.length)));
    // Eight to sixteen bits a row.
    filter = new long[rows * 16 / Long.SIZE];
    filterShift = Integer.numberOfLeadingZeros(rows * 16) + 1;
    slots = new long[rows * 4];
    slotShift = Integer.numberOfLeadingZeros(slots.length) + 1;
    for (int row = 0; row < buckets.length; row++) {
      int bit = mixed(buckets[row]) >>> filterShift;
      filter[bit >>> 6] |= 1L << bit;
      int at = mixed(buckets[row]) >>> slotShift;
      while (slots[at] != 0) {
        at = (at + 1) & (slots.length - 1);
      }
      slots[at] = (buckets[row] + 1L) << Integer.SIZE | row;
    }
  }

  /**
   * The rows of those features that have one.
   *
   * @param rows takes the rows, at its start; at least as long as {@code features}
   * @return their number
   */
  int rows(int[] features, int[] rows) {
    // In passes without a branch that hangs on memory, so that the processor waits for many places
    // of it at once.
    int maybe = 0;
    for (int feature : features) {
      int bucket = feature >>> SHIFT;
      int bit = mixed(bucket) >>> filterShift;
      rows[maybe] = bucket;
      maybe += (int) (filter[bit >>> 6] >>> bit) & 1;
    }
    long[] slot = new long[maybe];
    for (int i = 0; i < maybe; i++) {
      slot[i] = slots[mixed(rows[i]) >>> slotShift];
    }
    int found = 0;
    for (int i = 0; i < maybe; i++) {
      int row = slot[i] >>> Integer.SIZE == rows[i] + 1L ? (int) slot[i] : row(rows[i]);
      rows[found] = row;
      found += row < 0 ? 0 : 1;
    }
    return found;
  }

  private int row(int bucket) {
    int at = mixed(bucket) >>> slotShift;
    for (long slot = slots[at]; slot != 0; slot = slots[at]) {
      if (slot >>> Integer.SIZE == bucket + 1L) {
        return (int) slot;
      }
      at = (at + 1) & (slots.length - 1);
    }
    return -1;
  }

  private static int mixed(int bucket) {
    return bucket * 0x9E3779B1;
  }
}
