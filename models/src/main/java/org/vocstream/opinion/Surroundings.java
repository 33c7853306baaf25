package org.vocstream.opinion;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureHash;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.Features;
import org.vocstream.segment.Token;
import org.vocstream.sentiment.Valence;
import org.vocstream.text.Span;

/**
 * The features of a text seen from the words that name one topic of several, for languages whose
 * sentences hold several opinions without a comma between them: "the food was cold but our waiter
 * made up for it". A word belongs to the topic whose words are nearest, where a comma or a
 * conjunction counts as several words; it is a feature by itself, with its distance, and with the
 * topic. Stateless; linear in the length of the part.
 */
public final class Surroundings {
  /** Fields of features; all others of opinions are smaller. */
  private static final int NEAR = 20;

  private static final int MINE = 21;
  private static final int PAIR = 22;
  private static final int OTHERS = 23;
  private static final int PIECE = 24;
  private static final int NAMED = 25;
  private static final int TOPIC = 26;
  private static final int PIECE_GRAMS = 27;
  private static final int TOLD = 28;

  /** As how many words a comma or a conjunction between two words counts. */
  private static final int BREAK = 5;

  /** How far a topic reaches, in words. */
  private static final int REACH = 16;

  private static final int FAR = 10_000;

  private static final Set<String> BREAKS =
      Set.of(
          ",",
          ";",
          ":",
          ".",
          "!",
          "?",
          "(",
          ")",
          "...",
          "--",
          "-",
          "and",
          "but",
          "although",
          "though",
          "while",
          "however",
          "yet",
          "except",
          "because",
          "so",
          "which",
          "who",
          "whose",
          "when",
          "if",
          "after",
          "before",
          "despite",
          "even",
          "until",
          "unless",
          "since",
          "whereas",
          "plus",
          "then",
          "where",
          "whether",
          "once",
          "or",
          "nor");

  private Surroundings() {}

  /** Words of a part of a text, with the piece in which each of them stands. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Line(List<Token> words, int[] pieces) {
    static Line of(DocumentFeatures text, List<Clause> clauses, Part part) {
      List<Token> words =
          text.text()
              .words()
              .subList(clauses.get(part.from()).firstWord(), clauses.get(part.to() - 1).endWord());
      int[] pieces = new int[words.size()];
      for (int i = 0; i < pieces.length; i++) {
        pieces[i] = (i == 0 ? 0 : pieces[i - 1]) + (BREAKS.contains(words.get(i).text()) ? 1 : 0);
      }
      return new Line(words, pieces);
    }

    /** Distance of each word to the nearest of some spans, counted in words and breaks. */
    int[] distances(List<Span> spans) {
      int[] distances = new int[pieces.length];
      Arrays.fill(distances, FAR);
      for (Span span : spans) {
        for (int i = firstAt(span.start());
            i < pieces.length && words.get(i).start() < span.end();
            i++) {
          distances[i] = 0;
        }
      }
      for (int i = 1; i < pieces.length; i++) {
        distances[i] = Math.min(distances[i], distances[i - 1] + step(i));
      }
      for (int i = pieces.length - 2; i >= 0; i--) {
        distances[i] = Math.min(distances[i], distances[i + 1] + step(i + 1));
      }
      return distances;
    }

    private int step(int i) {
      return 1 + BREAK * (pieces[i] - pieces[i - 1]);
    }

    /** Index of the first word that ends after a place. */
    int firstAt(int place) {
      int low = 0;
      int high = words.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (words.get(middle).end() <= place) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  /**
   * The distinct features of a part of a text seen from one topic.
   *
   * @param own where the topic is named; may be empty
   * @param others where other topics are
   * @param key key of the topic, or 0 for one without a name
   */
  public static int[] features(
      FeatureRecipe recipe,
      DocumentFeatures text,
      List<Clause> clauses,
      Part part,
      List<Span> own,
      List<Span> others,
      int key) {
    Features features = new Features(2048);
    Arrays.stream(part.features(text, recipe, clauses)).forEach(features::add);
    Line line = Line.of(text, clauses, part);
    int[] near = line.distances(own);
    int[] far = line.distances(others);
    features.add(keyed(word(TOPIC, own.isEmpty() ? "unnamed" : "named"), key));
    Valence valence = Valence.bundled();
    int sum = 0;
    boolean before = true;
    for (int i = 0; i < near.length; i++) {
      String w = line.words.get(i).text();
      before &= near[i] > 0;
      boolean mine = own.isEmpty() ? far[i] > 2 : near[i] <= far[i] && near[i] <= REACH;
      if (!mine) {
        features.add(word(OTHERS, w));
        continue;
      }
      if (near[i] == 0) {
        add(word(NAMED, w), key, features);
      }
      add(word(MINE, w), key, features);
      if (i > 0) {
        add(word(PAIR, line.words.get(i - 1).text(), w), key, features);
      }
      if (i > 1) {
        features.add(word(PAIR, line.words.get(i - 2).text(), line.words.get(i - 1).text(), w));
      }
      int told = valence.of(line.words, i);
      if (told != 0) {
        add(told(told, 0), key, features);
        add(told(told, 1 + bucket(near[i])), key, features);
        sum += told;
      }
      if (!own.isEmpty()) {
        features.add(word(NEAR + 100 * bucket(near[i]) + (before ? 50 : 0), w));
      }
    }
    add(told(Math.max(-3, Math.min(3, sum)), 9), key, features);
    addPieces(recipe, text, line, near, own.isEmpty(), key, features);
    return features.distinct();
  }

  /** The n-grams of the pieces in which the topic is named. */
  private static void addPieces(
      FeatureRecipe recipe,
      DocumentFeatures text,
      Line line,
      int[] near,
      boolean unnamed,
      int key,
      Features to) {
    if (unnamed) {
      return;
    }
    int from = 0;
    for (int i = 1; i <= near.length; i++) {
      if (i == near.length || line.pieces[i] != line.pieces[from]) {
        if (Arrays.stream(near, from, i).anyMatch(d -> d == 0)) {
          for (int j = from; j < i; j++) {
            add(word(PIECE, line.words.get(j).text()), key, to);
          }
          recipe.addCharacters(
              text.text().folded(),
              line.words.get(from).start(),
              line.words.get(i - 1).end(),
              PIECE_GRAMS,
              to);
        }
        from = i;
      }
    }
  }

  private static int told(int valence, int kind) {
    return FeatureHash.keyed(FeatureHash.start(TOLD), 100 * kind + valence);
  }

  private static int bucket(int distance) {
    return distance <= 2 ? distance : distance <= 4 ? 3 : distance <= 8 ? 4 : 5;
  }

  private static void add(int feature, int key, Features to) {
    to.add(feature);
    to.add(keyed(feature, key));
  }

  private static int keyed(int feature, int key) {
    return FeatureHash.keyed(feature, key);
  }

  private static int word(int field, String... words) {
    int hash = FeatureHash.start(field);
    for (String word : words) {
      hash = FeatureHash.add(hash, word);
    }
    return FeatureHash.finish(hash);
  }
}
