package org.vocstream.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vocstream.text.Span;

/**
 * Where an opinion stands in its text.
 *
 * @param category what it is about
 * @param polarity 1, 0 or -1
 * @param spans its places: of a prediction its span, of a marked opinion its words, or its term
 *     where it has none, wherever they stand, for the data do not say which place is meant
 */
record Evidence(String category, int polarity, List<Span> spans) {

  /** The opinions of a row that have a place. */
  static List<Evidence> of(Judged row, String text, Set<String> known) {
    List<Evidence> found = new ArrayList<>();
    for (Judged.Opinion opinion : row.opinions()) {
      List<Span> spans = new ArrayList<>();
      if (opinion.start() >= 0 && opinion.end() > opinion.start()) {
        spans.add(new Span(opinion.start(), opinion.end()));
      } else {
        String said = opinion.words() == null ? opinion.term() : opinion.words();
        addPlaces(said == null ? "" : said, text, spans);
      }
      if (!spans.isEmpty()) {
        found.add(new Evidence(opinion.category(known), opinion.polarity(), spans));
      }
    }
    return found;
  }

  private static void addPlaces(String said, String text, List<Span> spans) {
    int at = said.isEmpty() ? -1 : text.indexOf(said);
    for (; at >= 0; at = text.indexOf(said, at + said.length())) {
      spans.add(new Span(at, at + said.length()));
    }
  }

  /**
   * How many predictions stand for a marked opinion of the same category and polarity with which
   * they share a UTF-16 unit; each stands for one only, taken in order.
   */
  static int matches(List<Evidence> marked, List<Evidence> predicted) {
    List<Evidence> left = new ArrayList<>(marked);
    int matches = 0;
    for (Evidence prediction : predicted) {
      for (Evidence mark : left) {
        if (mark.fits(prediction)) {
          left.remove(mark);
          matches++;
          break;
        }
      }
    }
    return matches;
  }

  private boolean fits(Evidence other) {
    return category.equals(other.category)
        && polarity == other.polarity
        && spans.stream().anyMatch(s -> other.spans.stream().anyMatch(s::overlaps));
  }
}
