package org.vocstream.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of {@code lexicons/spoken.yaml}, by what they do in speech. Immutable.
 *
 * @param terms the words per kind, the longest first
 * @param except longer words in which one of a kind does not count
 * @param examples examples and counter-examples of all entries, by code
 */
record SpokenWords(
    Map<String, List<String>> terms,
    Map<String, List<String>> except,
    Map<String, List<String>> examples) {
  private static final String FILE = "/lexicons/spoken.yaml";

  /** Reads the file that comes with the program. */
  static SpokenWords load() {
    return read(BundledYaml.read(FILE));
  }

  private static SpokenWords read(Map<?, ?> file) {
    Map<String, List<String>> terms = new LinkedHashMap<>();
    Map<String, List<String>> except = new LinkedHashMap<>();
    Map<String, List<String>> examples = new LinkedHashMap<>();
    for (Object item : (List<?>) file.get("entries")) {
      Map<?, ?> entry = (Map<?, ?>) item;
      String code = String.valueOf(entry.get("code"));
      String what = String.valueOf(entry.get("what"));
      List<String> shown = new ArrayList<>(texts(entry, code, "examples"));
      shown.addAll(texts(entry, code, "counter_examples"));
      if (examples.put(code, List.copyOf(shown)) != null) {
        throw new IllegalArgumentException(FILE + ": the code " + code + " stands twice");
      }
      terms.computeIfAbsent(what, w -> new ArrayList<>()).addAll(texts(entry, code, "terms"));
      if (entry.containsKey("except")) {
        except.computeIfAbsent(what, w -> new ArrayList<>()).addAll(texts(entry, code, "except"));
      }
    }
    terms.values().forEach(t -> t.sort(Comparator.comparingInt(String::length).reversed()));
    return new SpokenWords(Map.copyOf(terms), Map.copyOf(except), Map.copyOf(examples));
  }

  private static List<String> texts(Map<?, ?> entry, String code, String key) {
    if (!(entry.get(key) instanceof List<?> list) || list.isEmpty()) {
      throw new IllegalArgumentException(
          FILE + ": the entry " + code + " has no " + key + ": add at least one");
    }
    return list.stream().map(String::valueOf).toList();
  }

  /** The longest word of a kind that stands at a place and is not part of an exception, or null. */
  String at(String what, String text, int at) {
    for (String term : terms.get(what)) {
      if (text.startsWith(term, at)
          && isWhole(text, at, at + term.length())
          && !isExcepted(what, text, at, term.length())) {
        return term;
      }
    }
    return null;
  }

  private boolean isExcepted(String what, String text, int at, int length) {
    for (String longer : except.getOrDefault(what, List.of())) {
      for (int from = Math.max(0, at - longer.length() + length); from <= at; from++) {
        if (text.startsWith(longer, from) && from + longer.length() >= at + length) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isWhole(String text, int start, int end) {
    boolean before = start > 0 && isLatin(text.charAt(start)) && isLatin(text.charAt(start - 1));
    boolean after =
        end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end));
    return !before && !after;
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'';
  }
}
