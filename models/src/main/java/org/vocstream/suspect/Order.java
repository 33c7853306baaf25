package org.vocstream.suspect;

import java.util.List;
import java.util.function.Predicate;

/** Searches lists that are in order. Stateless. */
final class Order {
  private Order() {}

  /** Index of the first for which it holds, where it holds for all behind it; else the size. */
  static <T> int first(List<T> list, Predicate<T> holds) {
    int low = 0;
    int high = list.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(list.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
