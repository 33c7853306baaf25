package org.vocstream.text;

import java.util.List;
import java.util.function.Function;

/** Looks up things by their place in a text. Stateless, safe for several threads. */
public final class Spans {
  private Spans() {}

  /**
   * Those of {@code things} that share a unit with {@code span}; a view, found in logarithmic time.
   *
   * @param things in order of place, none overlapping another
   * @param place where a thing stands
   */
  public static <T> List<T> overlapping(List<T> things, Function<T, Span> place, Span span) {
    int from = first(things, place, span.start() + 1);
    return things.subList(from, Math.max(from, lastBefore(things, place, span.end())));
  }

  /** Index of the first that ends at {@code unit} or later. */
  private static <T> int first(List<T> things, Function<T, Span> place, int unit) {
    int low = 0;
    int high = things.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place.apply(things.get(middle)).end() < unit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** One past the index of the last that begins before {@code unit}. */
  private static <T> int lastBefore(List<T> things, Function<T, Span> place, int unit) {
    int low = 0;
    int high = things.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place.apply(things.get(middle)).start() < unit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
