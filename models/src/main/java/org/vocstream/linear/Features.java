package org.vocstream.linear;

import java.util.Arrays;

/**
 * The features of one text, a growing set of hashes; each counts once, however often it was added.
 * Not thread-safe: one per call.
 */
public final class Features {
  private static final int FEWEST = 16;

  private int[] hashes = {};
  private int size;

  /** How many it takes before there must be more slots. */
  private int room;

  /** Open addressing: the hash that stands in a slot; 0 is an empty one. */
  private int[] slots = {};

  private int mask;
  private boolean zero;

  /** No features yet. */
  public Features() {
    this(512);
  }

  /** No features yet, with room for {@code capacity}. */
  public Features(int capacity) {
    clear(capacity);
  }

  /** No features again, with room for {@code capacity}; costs time linear in that. */
  void clear(int capacity) {
    size = 0;
    zero = false;
    room = Math.max(FEWEST, capacity);
    if (hashes.length < room) {
      hashes = new int[room];
    }
    slots();
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
    if (size == room) {
      room = 2 * size;
      hashes = Arrays.copyOf(hashes, room);
      slots();
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

  /** Empty slots for as many as there is room for. */
  private void slots() {
    int length = Integer.highestOneBit(room) * 4;
    if (slots.length < length) {
      slots = new int[length];
    } else {
      Arrays.fill(slots, 0, length, 0);
    }
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
