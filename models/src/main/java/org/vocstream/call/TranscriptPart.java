package org.vocstream.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vocstream.feedback.Speaker;
import org.vocstream.linear.FeatureHash;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.Features;
import org.vocstream.segment.Token;

/**
 * One part of a transcript that is read for itself: all that the customer says, what he says after
 * his first turn, what he says last, what is said at the very end, what agents say. Of agents'
 * turns only the business counts, never a clause with a {@link Courtesy}. N-grams of the parts are
 * features of their own, and each part counts by the root of its length. Names behind an @ are left
 * out: whom a customer calls must not tell how he feels. Not thread-safe while it is made.
 */
final class TranscriptPart {
  /** The parts. */
  enum Kind {
    CUSTOMER(0),
    LATER_CUSTOMER(1),
    LAST_CUSTOMER(2),
    AGENT(3),
    LAST_BY_CUSTOMER(4),
    LAST_BY_AGENT(5);

    /** Number of the field in trained models. */
    private final int field;

    Kind(int field) {
      this.field = field;
    }
  }

  private static final int FIELD = 200;

  /** Marks begin and end of a turn, for 谢谢 alone is not 谢谢 before a complaint. */
  private static final char EDGE = '\u0002';

  private static final int LONGEST_NAME = 20;

  private final Kind kind;
  private final StringBuilder text = new StringBuilder();
  private final List<Token> words = new ArrayList<>();
  private int[] turns = new int[64];
  private int[] places = new int[64];

  /** Where an n-gram stands and what feature it is. */
  interface Visitor {
    void feature(int feature, int start, int end);
  }

  private TranscriptPart(Kind kind) {
    this.kind = kind;
  }

  /** The parts of a transcript that have words. */
  static List<TranscriptPart> of(List<ReadTurn> turns) {
    int first = -1;
    int last = -1;
    int end = -1;
    for (int i = 0; i < turns.size(); i++) {
      ReadTurn turn = turns.get(i);
      if (!turn.text().words().isEmpty()) {
        end = i;
        if (turn.speaker() == Speaker.CUSTOMER) {
          first = first < 0 ? i : first;
          last = i;
        }
      }
    }
    Map<Kind, TranscriptPart> parts = new EnumMap<>(Kind.class);
    for (int i = 0; i < turns.size(); i++) {
      boolean customer = turns.get(i).speaker() == Speaker.CUSTOMER;
      add(parts, customer ? Kind.CUSTOMER : Kind.AGENT, i, turns);
      if (customer && i > first) {
        add(parts, Kind.LATER_CUSTOMER, i, turns);
      }
      if (i == last) {
        add(parts, Kind.LAST_CUSTOMER, i, turns);
      }
      if (i == end) {
        add(parts, customer ? Kind.LAST_BY_CUSTOMER : Kind.LAST_BY_AGENT, i, turns);
      }
    }
    return List.copyOf(parts.values());
  }

  private static void add(
      Map<Kind, TranscriptPart> parts, Kind kind, int turn, List<ReadTurn> turns) {
    if (!turns.get(turn).text().words().isEmpty()) {
      parts.computeIfAbsent(kind, TranscriptPart::new).add(turn, turns.get(turn));
    }
  }

  private void add(int turn, ReadTurn read) {
    String folded = read.text().folded();
    boolean[] left = read.speaker() == Speaker.AGENT ? Courtesy.in(folded) : named(folded);
    if (read.text().words().stream().allMatch(word -> left[word.start()])) {
      return;
    }
    append(EDGE, turn, -1);
    int[] moved = new int[folded.length() + 1];
    for (int i = 0; i < folded.length(); i++) {
      moved[i] = text.length();
      if (!left[i]) {
        append(folded.charAt(i), turn, i);
      }
    }
    moved[folded.length()] = text.length();
    for (Token word : read.text().words()) {
      if (!left[word.start()]) {
        words.add(new Token(word.text(), moved[word.start()], moved[word.end()], word.nature()));
      }
    }
    append(EDGE, turn, -1);
  }

  private void append(char unit, int turn, int place) {
    if (text.length() == turns.length) {
      turns = Arrays.copyOf(turns, turns.length * 2);
      places = Arrays.copyOf(places, places.length * 2);
    }
    turns[text.length()] = turn;
    places[text.length()] = place;
    text.append(unit);
  }

  /** Which units belong to a name behind an @. */
  private static boolean[] named(String folded) {
    boolean[] named = new boolean[folded.length()];
    for (int i = 0; i < named.length; i++) {
      if (folded.charAt(i) == '@') {
        int last = Math.min(named.length - 1, i + LONGEST_NAME);
        for (int j = i + 1; j <= last && isOfName(folded.charAt(j)); j++) {
          named[j] = true;
        }
      }
    }
    return named;
  }

  private static boolean isOfName(char unit) {
    return Character.isLetterOrDigit(unit) || unit == '_' || unit == '-';
  }

  /** The distinct features. */
  int[] features(FeatureRecipe recipe) {
    Features features = new Features(text.length() * recipe.charMax());
    visit(recipe, (feature, start, end) -> features.add(feature));
    return features.distinct();
  }

  /** Shows every n-gram, the same ones that {@link #features} counts once each. */
  void visit(FeatureRecipe recipe, Visitor visitor) {
    int seed = FeatureHash.start(FIELD + kind.field);
    for (int i = 0; i < text.length(); i++) {
      int hash = seed;
      int last = Math.min(text.length(), i + recipe.charMax());
      for (int j = i; j < last; j++) {
        hash = FeatureHash.add(hash, text.charAt(j));
        if (j - i + 1 >= recipe.charMin()) {
          visitor.feature(FeatureHash.finish(hash), i, j + 1);
        }
      }
    }
    int words = FeatureHash.start(FIELD + Kind.values().length + kind.field);
    for (int i = 0; i < this.words.size(); i++) {
      int hash = words;
      int last = Math.min(this.words.size(), i + recipe.wordMax());
      for (int j = i; j < last; j++) {
        hash = FeatureHash.add(hash, this.words.get(j).text());
        visitor.feature(
            FeatureHash.finish(hash), this.words.get(i).start(), this.words.get(j).end());
      }
    }
  }

  /** Shows every feature once, where it stands first. */
  void visitOnce(FeatureRecipe recipe, Visitor visitor) {
    Set<Integer> seen = new HashSet<>();
    visit(
        recipe,
        (feature, start, end) -> {
          if (seen.add(feature)) {
            visitor.feature(feature, start, end);
          }
        });
  }

  /** The turn in which a unit stands. */
  int turn(int at) {
    return turns[at];
  }

  /** The place of a unit in the folded text of its turn; -1 for an edge. */
  int place(int at) {
    return places[at];
  }
}
