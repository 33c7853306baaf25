package org.vocstream.linear;

/**
 * The rows of a model by the bucket of their feature. Hashes fill the buckets evenly and rows are
 * in order of bucket, so a bit for every few buckets tells most of the features that have no row,
 * and the bits before it tell where a row must stand. A look-up waits for memory, so what it needs
 * lies together: a bit with the number of rows before it, a bucket with its weights. Immutable and
 * safe for several threads.
 */
final class WeightTable {
  /** How many features are looked up at once: the processor waits for all of them together. */
  private static final int BLOCK = 64;

  /** Bytes of a row that tell its bucket, before those of its weights. */
  private static final int TAG = 3;

  /**
   * A bit for each run of {@code 1 << shift} buckets, set where a row has one of them: 32 of them
   * in the lower half of each word, and the number of rows before them in the upper half.
   */
  private final long[] words;

  private final int shift;
  private final byte[] rows;
  private final int width;
  private final int stride;

  /**
   * A table of these rows.
   *
   * @param buckets ascending, without repeats; the place of each is its row
   * @param weights one row after the other
   * @param width weights in a row
   */
  WeightTable(int[] buckets, byte[] weights, int width) {
    this.width = width;
    stride = TAG + width;
    rows = new byte[buckets.length * stride];
    for (int row = 0; row < buckets.length; row++) {
      rows[row * stride] = (byte) (buckets[row] >>> 16);
      rows[row * stride + 1] = (byte) (buckets[row] >>> 8);
      rows[row * stride + 2] = (byte) buckets[row];
      System.arraycopy(weights, row * width, rows, row * stride + TAG, width);
    }
    // Eight to sixteen bits a row: few enough that those of the usual models stay near.
    int bits = 16 * Math.max(32, Integer.highestOneBit(buckets.length));
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
   * Adds up the weights of those features that have a row.
   *
   * @param sums one per weight of a row; changed in place
   * @return how many of the features have a row
   */
  int add(int[] features, int[] sums) {
    int[] found = new int[Math.min(BLOCK, features.length)];
    int known = 0;
    for (int from = 0; from < features.length; from += BLOCK) {
      int maybe = maybe(features, from, Math.min(features.length, from + BLOCK), found);
      int count = 0;
      for (int i = 0; i < maybe; i++) {
        int at = place(found[i]);
        if (at >= 0) {
          found[count++] = at;
        }
      }
      known += count;
      if (width == 2) {
        addPairs(found, count, sums);
      } else {
        addRows(found, count, sums);
      }
    }
    return known;
  }

  /** Most models have two outputs. */
  private void addPairs(int[] found, int count, int[] sums) {
    int first = 0;
    int second = 0;
    for (int i = 0; i < count; i++) {
      first += rows[found[i] + TAG];
      second += rows[found[i] + TAG + 1];
    }
    sums[0] += first;
    sums[1] += second;
  }

  private void addRows(int[] found, int count, int[] sums) {
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < width; k++) {
        sums[k] += rows[found[i] + TAG + k];
      }
    }
  }

  /** The buckets whose bit is set. Has no branch, so that the processor need not guess. */
  private int maybe(int[] features, int from, int to, int[] maybe) {
    int count = 0;
    for (int i = from; i < to; i++) {
      int bucket = features[i] >>> (Integer.SIZE - LinearModel.BUCKET_BITS);
      int bit = bucket >>> shift;
      maybe[count] = bucket;
      count += (int) (words[bit >>> 5] >>> (bit & 31)) & 1;
    }
    return count;
  }

  /** Where the row of a bucket whose bit is set begins, or -1 where it has none. */
  private int place(int bucket) {
    int bit = bucket >>> shift;
    long word = words[bit >>> 5];
    int row = (int) (word >>> Integer.SIZE) + Integer.bitCount((int) word & ((1 << bit) - 1));
    int at = row * stride;
    // Rows that share a bit are few.
    while (bucketAt(at) < bucket && at + stride < rows.length) {
      at += stride;
    }
    return bucketAt(at) == bucket ? at : -1;
  }

  private int bucketAt(int at) {
    return (rows[at] & 0xFF) << 16 | (rows[at + 1] & 0xFF) << 8 | (rows[at + 2] & 0xFF);
  }
}
