package org.vocstream.linear;

import java.util.Arrays;

/**
 * The features of one text, a growing list of hashes; each counts once, however often it was added.
 * Not thread-safe: one per call.
 */
public final class Features {
  private int[] hashes;
  private int size;

  /** No features yet. */
  public Features() {
    this(512);
  }

  /** No features yet, with room for {@code capacity}. */
  public Features(int capacity) {
    hashes = new int[Math.max(16, capacity)];
  }

  /** Adds a finished hash. */
  public void add(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }

  /** The distinct features in ascending order. */
  public int[] distinct() {
    Arrays.sort(hashes, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[kept++] = hashes[i];
      }
    }
    size = kept;
    return Arrays.copyOf(hashes, kept);
  }
}
