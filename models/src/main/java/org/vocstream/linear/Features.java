package org.vocstream.linear;

import java.util.Arrays;

/**
 * The features of one text, a growing set of hashes; each counts once, however often it was added.
 * Not thread-safe: one per call.
 */
public final class Features {
  private int[] hashes;
  private int size;

  /** Open addressing: the hash that stands in a slot; 0 is an empty one. */
  private int[] slots;

  private int mask;
  private boolean zero;

  /** No features yet. */
  public Features() {
    this(512);
  }

  /** No features yet, with room for {@code capacity}. */
  public Features(int capacity) {
    hashes = new int[Math.max(16, capacity)];
    slots(hashes.length);
  }

  /** Adds a finished hash. */
  public void add(int hash) {
    if (hash == 0) {
      if (zero) {
        return;
      }
      zero = true;
    } else if (!take(hash)) {
      return;
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      slots(hashes.length);
      for (int i = 0; i < size; i++) {
        take(hashes[i]);
      }
    }
    hashes[size++] = hash;
  }

  /** The distinct features, in the order in which they were first added. */
  public int[] distinct() {
    return Arrays.copyOf(hashes, size);
  }

  private void slots(int capacity) {
    int length = Integer.highestOneBit(capacity) * 4;
    slots = new int[length];
    mask = length - 1;
  }

  /** Puts a hash into its slot; false where it stands there already. */
  private boolean take(int hash) {
    int at = hash & mask;
    while (slots[at] != 0) {
      if (slots[at] == hash) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[at] = hash;
    return true;
  }
}
