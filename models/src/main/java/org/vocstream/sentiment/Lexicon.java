package org.vocstream.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vocstream.text.BundledYaml;

/**
 * A file of {@code models/lexicons}: words with what they do to an opinion, each entry with
 * sentences that prove it (docs/lexicons.md). Immutable.
 *
 * @param name name of the file, {@code slang.yaml}
 * @param asOf the day on which it was last read through, or null where its words do not age
 * @param entries in the order of the file
 */
public record Lexicon(String name, String asOf, List<Entry> entries) {
  /** The lexicons that have a say in scores. */
  public static final List<String> SCORING =
      List.of(
          "negation.yaml",
          "degree.yaml",
          "contrast.yaml",
          "phrases.yaml",
          "slang.yaml",
          "emoji.yaml",
          "opinion.yaml",
          "valence.yaml",
          "comparison.yaml",
          "default_praise.yaml",
          "spoken.yaml",
          "contact.yaml");

  private static final String FOLDER = "/lexicons/";

  /** An entry; what its further keys mean is the reader's affair. */
  public static final class Entry {
    private final String file;
    private final Map<?, ?> keys;

    private Entry(String file, Map<?, ?> keys) {
      this.file = file;
      this.keys = keys;
    }

    /** Stable within its file. */
    public String code() {
      return text("code", "?");
    }

    /** The words, folded. */
    public List<String> terms() {
      return texts("terms");
    }

    /** Sentences in which the entry does what it says, the span marked with brackets. */
    public List<String> examples() {
      return texts("examples");
    }

    /** Sentences in which it does not. */
    public List<String> counterExamples() {
      return texts("counter_examples");
    }

    /** Longer phrases in which the words do not count; empty where there are none. */
    public List<String> except() {
      return keys.containsKey("except") ? texts("except") : List.of();
    }

    /** The text under a key that the entry must have. */
    public String text(String key) {
      if (!keys.containsKey(key)) {
        throw new IllegalArgumentException(
            file + ": the entry " + code() + " has no " + key + ": add it");
      }
      return text(key, "");
    }

    String text(String key, String otherwise) {
      return keys.containsKey(key) ? String.valueOf(keys.get(key)) : otherwise;
    }

    boolean flag(String key, boolean otherwise) {
      return keys.get(key) instanceof Boolean flag ? flag : otherwise;
    }

    double number(String key) {
      if (keys.get(key) instanceof Number number) {
        return number.doubleValue();
      }
      throw new IllegalArgumentException(
          file + ": the entry " + code() + " has no number under " + key + ": add it");
    }

    private List<String> texts(String key) {
      if (!(keys.get(key) instanceof List<?> list) || list.isEmpty()) {
        throw new IllegalArgumentException(
            file + ": the entry " + code() + " has no " + key + ": add at least one");
      }
      return list.stream().map(String::valueOf).toList();
    }
  }

  /**
   * A lexicon that comes with the program.
   *
   * @throws IllegalStateException where it is missing from the class path
   * @throws IllegalArgumentException where a code or a word stands twice, or an entry lacks words,
   *     examples or counter-examples
   */
  public static Lexicon bundled(String name) {
    Map<?, ?> file = BundledYaml.parse(name, new String(bytes(name), StandardCharsets.UTF_8));
    List<Entry> entries = new ArrayList<>();
    ((List<?>) file.get("entries")).forEach(e -> entries.add(new Entry(name, (Map<?, ?>) e)));
    check(name, entries);
    Object asOf = file.get("as_of");
    return new Lexicon(name, asOf == null ? null : asOf.toString(), List.copyOf(entries));
  }

  /**
   * A lexicon that comes with the program, as it is written.
   *
   * @throws IllegalStateException where it is missing from the class path
   */
  public static byte[] bytes(String name) {
    try (InputStream in = Lexicon.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(
            FOLDER + name + " is not on the class path: build it again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }

  private static void check(String name, List<Entry> entries) {
    Set<String> codes = new HashSet<>();
    Map<String, String> words = new HashMap<>();
    for (Entry entry : entries) {
      entry.examples();
      entry.counterExamples();
      if (!codes.add(entry.code())) {
        throw new IllegalArgumentException(name + ": the code " + entry.code() + " stands twice");
      }
      for (String term : entry.terms()) {
        String first = words.put(term, entry.code());
        if (first != null) {
          throw new IllegalArgumentException(
              name + ": " + term + " stands in " + first + " and again in " + entry.code());
        }
      }
    }
  }
}
