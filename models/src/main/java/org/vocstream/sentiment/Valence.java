package org.vocstream.sentiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.linear.FeatureHash;
import org.vocstream.linear.Features;
import org.vocstream.segment.Token;

/**
 * What English words mostly tell of the thing they are said of, as a lexicon has it: 2 and 1 good,
 * -1 and -2 bad. Models see how many of each a text has, so a word that their training data never
 * had counts for something. Immutable and safe for several threads.
 */
public final class Valence {
  /** The lexicon of these words. */
  public static final String FILE = "valence.yaml";

  /** Parameter of a model that sees them. */
  public static final String PARAMETER = "valence";

  private static final int FIELD = 40;
  private static final int DENIAL = 0;

  /** How far a denial reaches, in words. */
  private static final int REACH = 3;

  private static final int MOST = 4;

  private static final Valence BUNDLED = read();

  private final Map<String, Integer> words;

  private Valence(Map<String, Integer> words) {
    this.words = words;
  }

  /** The words that come with the program, the same object for all. */
  public static Valence bundled() {
    return BUNDLED;
  }

  private static Valence read() {
    Map<String, Integer> words = new HashMap<>();
    for (Lexicon.Entry entry : Lexicon.bundled(FILE).entries()) {
      int valence = (int) entry.number("valence");
      entry.terms().forEach(term -> words.put(term, valence));
    }
    return new Valence(words);
  }

  /**
   * What a word tells where it stands: its valence, turned round and weaker where a denial stands
   * shortly before it, and 0 for all others.
   */
  public int of(List<Token> text, int at) {
    Integer own = words.get(text.get(at).text());
    if (own == null || own == DENIAL) {
      return 0;
    }
    for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
      String before = text.get(i).text();
      if (before.equals(",") || before.equals(".") || before.equals("but")) {
        return own;
      }
      if (isDenial(before)) {
        return own > 0 ? -1 : 1;
      }
    }
    return own;
  }

  private boolean isDenial(String word) {
    Integer valence = words.get(word);
    return valence != null && valence == DENIAL;
  }

  /** Adds what the words of a text tell, as features. */
  public void add(List<Token> text, Features features) {
    int[] counts = new int[5];
    int first = 0;
    int last = 0;
    int sum = 0;
    for (int i = 0; i < text.size(); i++) {
      int valence = of(text, i);
      if (valence != 0) {
        counts[valence + 2]++;
        first = first == 0 ? valence : first;
        last = valence;
        sum += valence;
      }
    }
    for (int v = 0; v < counts.length; v++) {
      for (int n = 1; n <= Math.min(3, counts[v]); n++) {
        features.add(feature(0, v, n));
      }
    }
    features.add(feature(1, first, 0));
    features.add(feature(2, last, 0));
    features.add(feature(3, Math.max(-MOST, Math.min(MOST, sum)), 0));
    features.add(feature(4, Integer.signum(sum), 0));
    boolean good = counts[3] + counts[4] > 0;
    boolean bad = counts[0] + counts[1] > 0;
    features.add(feature(5, (good ? 1 : 0) + (bad ? 2 : 0), 0));
  }

  private static int feature(int kind, int value, int count) {
    return FeatureHash.keyed(FeatureHash.start(FIELD + kind), 100 * count + value);
  }
}
