package org.vocstream.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Shuffles rows with a seed: unshuffled files put one label or one set in the calibration part. */
final class Shuffle {
  private Shuffle() {}

  static <T> List<T> of(List<T> rows, long seed) {
    List<T> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
