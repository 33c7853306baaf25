package org.vocstream.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.opinion.Clause;
import org.vocstream.text.Span;

/**
 * Finds the clause in which a marked opinion stands: that of its words, or of its term where it has
 * no words. Words that stand several times are taken in turn, nearest to the term where it has one.
 */
final class ClauseLabels {
  private final String folded;
  private final List<Clause> clauses;
  private final Reading reading;
  private final Map<String, Integer> taken = new HashMap<>();

  ClauseLabels(String folded, List<Clause> clauses, Reading reading) {
    this.folded = folded;
    this.clauses = clauses;
    this.reading = reading;
  }

  /** Index of the clause, or -1 where the words are not in the text as they are marked. */
  int clauseOf(LabelledText.Opinion opinion) {
    String words = fold(opinion.words() == null ? opinion.term() : opinion.words());
    List<Integer> places = places(words);
    if (places.isEmpty()) {
      return -1;
    }
    int place = places.get(Math.min(taken.merge(words, 1, Integer::sum), places.size()) - 1);
    if (opinion.words() != null && opinion.term() != null && places.size() > 1) {
      List<Integer> terms = places(fold(opinion.term()));
      if (!terms.isEmpty()) {
        place = nearest(places, terms.get(0));
      }
    }
    return clauseAt(new Span(place, place + words.length()));
  }

  private String fold(String words) {
    return words == null ? "" : reading.read(words).folded();
  }

  private List<Integer> places(String words) {
    List<Integer> places = new ArrayList<>();
    if (!words.isEmpty()) {
      for (int at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
        places.add(at);
      }
    }
    return places;
  }

  private static int nearest(List<Integer> places, int to) {
    int nearest = places.get(0);
    for (int place : places) {
      if (Math.abs(place - to) < Math.abs(nearest - to)) {
        nearest = place;
      }
    }
    return nearest;
  }

  private int clauseAt(Span span) {
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).span().overlaps(span)) {
        return i;
      }
    }
    return -1;
  }
}
