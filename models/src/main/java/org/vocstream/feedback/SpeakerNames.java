package org.vocstream.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vocstream.text.BundledYaml;

/**
 * Who is meant by the label of a speaker: 客户, 坐席01, "Agent". The words stand in {@code
 * lexicons/speakers.yaml}. Immutable, thread-safe.
 */
public final class SpeakerNames {
  private static final String FILE = "/lexicons/speakers.yaml";

  private final Map<String, Speaker> names;
  private final Map<Speaker, List<String>> examples;
  private final Map<Speaker, List<String>> counterExamples;

  private SpeakerNames(
      Map<String, Speaker> names,
      Map<Speaker, List<String>> examples,
      Map<Speaker, List<String>> counterExamples) {
    this.names = names;
    this.examples = examples;
    this.counterExamples = counterExamples;
  }

  /**
   * The names that come with the program.
   *
   * @throws IllegalStateException where the file is missing from the class path
   * @throws IllegalArgumentException where a name stands twice or an entry lacks examples
   */
  public static SpeakerNames bundled() {
    return read(BundledYaml.read(FILE));
  }

  private static SpeakerNames read(Map<?, ?> file) {
    Map<String, Speaker> names = new HashMap<>();
    Map<Speaker, List<String>> examples = new HashMap<>();
    Map<Speaker, List<String>> counterExamples = new HashMap<>();
    for (Object item : (List<?>) file.get("entries")) {
      Map<?, ?> entry = (Map<?, ?>) item;
      Speaker speaker = Speaker.valueOf(String.valueOf(entry.get("code")).toUpperCase(Locale.ROOT));
      for (String term : texts(entry, "terms")) {
        if (names.put(letters(term), speaker) != null) {
          throw new IllegalArgumentException(FILE + ": " + term + " stands twice");
        }
      }
      examples.put(speaker, texts(entry, "examples"));
      counterExamples.put(speaker, texts(entry, "counter_examples"));
    }
    return new SpeakerNames(names, examples, counterExamples);
  }

  private static List<String> texts(Map<?, ?> entry, String key) {
    if (!(entry.get(key) instanceof List<?> list) || list.isEmpty()) {
      throw new IllegalArgumentException(
          FILE + ": the entry " + entry.get("code") + " has no " + key + ": add at least one");
    }
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(String.valueOf(one)));
    return List.copyOf(texts);
  }

  /** Whom the whole label means; empty where it is none of the words. */
  public Optional<Speaker> of(String label) {
    return Optional.ofNullable(names.get(letters(label)));
  }

  /**
   * Whom a label means that may hold more, such as 客服小王 or "Agent Mary": the longest word that it
   * begins or ends with decides, a Latin one only as a whole word.
   */
  public Optional<Speaker> within(String label) {
    Optional<Speaker> whole = of(label);
    if (whole.isPresent()) {
      return whole;
    }
    String lower = label.toLowerCase(Locale.ROOT);
    String letters = letters(label);
    String best = "";
    for (String name : names.keySet()) {
      boolean found =
          name.charAt(0) < 0x250
              ? lower.matches("(?s)(.*[^a-z])?" + name + "([^a-z].*)?")
              : letters.startsWith(name) || letters.endsWith(name);
      if (found && name.length() > best.length()) {
        best = name;
      }
    }
    return Optional.ofNullable(names.get(best));
  }

  /** Labels, in brackets, that mean this speaker, as the file shows them. */
  List<String> examples(Speaker speaker) {
    return examples.get(speaker);
  }

  /** Labels that do not. */
  List<String> counterExamples(Speaker speaker) {
    return counterExamples.get(speaker);
  }

  private static String letters(String label) {
    StringBuilder letters = new StringBuilder();
    label
        .codePoints()
        .filter(Character::isLetter)
        .map(c -> c > 0xFF00 && c < 0xFF5F ? c - 0xFEE0 : c)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
