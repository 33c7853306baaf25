package org.vocstream.opinion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Tells whether words before a cue turn it round: 不会闷痘, "never broke me out". Two negations cancel
 * each other (不是不好). The words stand in {@code lexicons/negation.yaml}. Immutable, thread-safe.
 */
final class Negation {
  private static final String FILE = "/lexicons/negation.yaml";

  /** How many Chinese characters before a cue are looked at. */
  private static final int REACH = 5;

  /** How many units before a cue are looked at in English, about four words. */
  private static final int ENGLISH_REACH = 24;

  private final String negators;
  private final List<String> harmless;
  private final List<String> english;

  private Negation(String negators, List<String> harmless, List<String> english) {
    this.negators = negators;
    this.harmless = harmless;
    this.english = english;
  }

  /**
   * The words that come with the program.
   *
   * @throws IllegalStateException where the file is missing from the class path
   */
  static Negation bundled() {
    StringBuilder negators = new StringBuilder();
    List<String> harmless = new ArrayList<>();
    List<String> english = new ArrayList<>();
    for (Map<?, ?> entry : entries()) {
      List<String> terms = ((List<?>) entry.get("terms")).stream().map(String::valueOf).toList();
      if (entry.get("lang").equals("en")) {
        english.addAll(terms);
      } else if (Boolean.TRUE.equals(entry.get("turns"))) {
        terms.forEach(negators::append);
      } else {
        harmless.addAll(terms);
      }
    }
    return new Negation(negators.toString(), List.copyOf(harmless), List.copyOf(english));
  }

  /** The entries of the lexicon as they stand in the file, for the test that proves them. */
  static List<Map<?, ?>> entries() {
    try (InputStream in = Negation.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path: build it again");
      }
      Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      List<Map<?, ?>> entries = new ArrayList<>();
      ((List<?>) file.get("entries")).forEach(e -> entries.add((Map<?, ?>) e));
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True where what stands in the clause before the cue negates it. */
  boolean turns(String folded, int clauseStart, int cueStart) {
    String before = folded.substring(Math.max(clauseStart, cueStart - REACH), cueStart);
    long count = negators(before);
    if (count > 0) {
      for (String word : harmless) {
        before = before.replace(word, "");
      }
      count = negators(before);
    }
    String words = folded.substring(Math.max(clauseStart, cueStart - ENGLISH_REACH), cueStart);
    count += english.stream().filter(words::contains).count();
    return count % 2 == 1;
  }

  private long negators(String words) {
    return words.chars().filter(c -> negators.indexOf(c) >= 0).count();
  }
}
