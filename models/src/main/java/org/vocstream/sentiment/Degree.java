package org.vocstream.sentiment;

import java.util.HashMap;
import java.util.Map;
import org.vocstream.pack.TermAutomaton;

/**
 * How much an opinion is meant: by a degree right before it (稍微, 很, 超级, "slightly", "extremely"),
 * and by the side of a contrast on which it stands (虽然, 但是, "although", "but"). Each word has the
 * scale by which it multiplies the log-odds of the opinion; they stand in {@code
 * lexicons/degree.yaml} and {@code lexicons/contrast.yaml}. Immutable, safe for several threads.
 */
public final class Degree {
  /** The lexicon of degrees. */
  public static final String FILE = "degree.yaml";

  /** The lexicon of contrasts. */
  public static final String CONTRAST = "contrast.yaml";

  private final Map<String, Double> degrees;
  private final int longest;
  private final TermAutomaton<Double> contrasts;

  private Degree(Map<String, Double> degrees, Map<String, Double> contrasts) {
    this.degrees = Map.copyOf(degrees);
    this.longest = degrees.keySet().stream().mapToInt(String::length).max().orElse(0);
    this.contrasts = new TermAutomaton<>(contrasts);
  }

  /** The words that come with the program. */
  public static Degree bundled() {
    return new Degree(scales(FILE), scales(CONTRAST));
  }

  private static Map<String, Double> scales(String file) {
    Map<String, Double> scales = new HashMap<>();
    for (Lexicon.Entry entry : Lexicon.bundled(file).entries()) {
      double scale = entry.number("scale");
      entry.terms().forEach(term -> scales.put(term, scale));
    }
    return scales;
  }

  /**
   * The scale of the longest degree that ends where the opinion begins, 1 where there is none.
   *
   * @param from where its clause begins
   * @param opinion where the opinion begins
   */
  double before(String folded, int from, int opinion) {
    int end = opinion;
    while (end > from && "的地得 ".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    for (int length = Math.min(longest, opinion - from); length > 0; length--) {
      // The particles may be part of the degree as well: 真的.
      Double scale = at(folded, opinion - length, opinion);
      if (scale == null && end < opinion && end - length >= from) {
        scale = at(folded, end - length, end);
      }
      if (scale != null) {
        return scale;
      }
    }
    return 1;
  }

  private Double at(String folded, int start, int end) {
    Double scale = degrees.get(folded.substring(start, end));
    return scale != null && WholeWord.at(folded, start, end) ? scale : null;
  }

  /**
   * The scale of the last contrast word of the clause before the opinion, 1 where there is none.
   *
   * @param from where its clause begins
   * @param opinion where the opinion begins
   */
  double contrasted(String folded, int from, int opinion) {
    double[] last = {1};
    contrasts.find(
        folded.substring(from, opinion),
        (start, end, scale) -> {
          boolean stands =
              WholeWord.at(folded, from + start, from + end)
                  && (from + start == 0 || folded.charAt(from + start - 1) != '不');
          last[0] = stands ? scale : last[0];
        });
    return last[0];
  }
}
