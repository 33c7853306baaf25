package org.vocstream.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pieces of {@code lexicons/pii.yaml}: what digits are spoken as, what people say between them,
 * words that announce a number, issuers of cards, provinces on plates. Immutable.
 *
 * @param version version of the file
 * @param digits spoken and other unusual digits, to their value
 * @param englishDigits English words for digits, lower case, to their value
 * @param fillers what may be said or written between spoken digits, longest first
 * @param orderWords words that announce an order, parcel or product number
 * @param phoneWords words that announce a phone number
 * @param issuers card prefixes with the lengths of their numbers
 * @param provinces first characters of plates
 * @param ambiguousProvinces those of them that are everyday words too
 * @param examples every example and counter-example, by code of its entry, masked spans in brackets
 */
record PiiPatterns(
    String version,
    Map<Character, Integer> digits,
    Map<String, Integer> englishDigits,
    List<String> fillers,
    List<String> orderWords,
    List<String> phoneWords,
    List<Issuer> issuers,
    String provinces,
    String ambiguousProvinces,
    Map<String, List<String>> examples) {
  private static final String FILE = "/lexicons/pii.yaml";

  /** Cards whose number begins with a prefix between {@code from} and {@code to}. */
  record Issuer(int from, int to, Set<Integer> lengths) {
    boolean issued(String digits) {
      if (!lengths.contains(digits.length())) {
        return false;
      }
      int width = String.valueOf(from).length();
      int prefix = Integer.parseInt(digits, 0, width, 10);
      return prefix >= from && prefix <= to;
    }
  }

  /** Reads the file that comes with the program. */
  static PiiPatterns load() {
    return read(BundledYaml.read(FILE));
  }

  private static PiiPatterns read(Map<?, ?> file) {
    Map<String, List<String>> words = new HashMap<>();
    Map<String, List<String>> examples = new HashMap<>();
    List<Issuer> issuers = new ArrayList<>();
    for (Object item : (List<?>) file.get("entries")) {
      Map<?, ?> entry = (Map<?, ?>) item;
      String code = String.valueOf(entry.get("code"));
      List<String> shown = new ArrayList<>(strings(entry, code, "examples"));
      shown.addAll(strings(entry, code, "counter_examples"));
      if (examples.put(code, List.copyOf(shown)) != null) {
        throw new IllegalArgumentException(FILE + ": the code " + code + " stands twice");
      }
      if (entry.containsKey("words")) {
        words.put(code, strings(entry, code, "words"));
      }
      if (entry.containsKey("prefix")) {
        issuers.add(issuer(entry, code));
      }
    }
    return new PiiPatterns(
        String.valueOf(file.get("version")),
        digits(words.get("spoken.digits")),
        englishDigits(words.get("spoken.digits.en")),
        fillers(words),
        words.get("order.words"),
        words.get("phone.words"),
        List.copyOf(issuers),
        String.join("", words.get("plate")),
        String.join("", words.get("plate.ambiguous")),
        Map.copyOf(examples));
  }

  private static List<String> strings(Map<?, ?> entry, String code, String key) {
    if (!(entry.get(key) instanceof List<?> list) || list.isEmpty()) {
      throw new IllegalArgumentException(
          FILE + ": the entry " + code + " has no " + key + ": add at least one");
    }
    Set<String> seen = new HashSet<>();
    for (Object one : list) {
      if (!seen.add(String.valueOf(one))) {
        throw new IllegalArgumentException(
            FILE + ": in the entry " + code + ", " + one + " stands twice under " + key);
      }
    }
    return list.stream().map(String::valueOf).toList();
  }

  private static Issuer issuer(Map<?, ?> entry, String code) {
    String[] range = String.valueOf(entry.get("prefix")).split("-", 2);
    Set<Integer> lengths = new HashSet<>();
    strings(entry, code, "lengths").forEach(length -> lengths.add(Integer.valueOf(length)));
    return new Issuer(
        Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1]), Set.copyOf(lengths));
  }

  /** "0 zero oh o" says what zero is spoken as. */
  private static Map<String, Integer> englishDigits(List<String> lines) {
    Map<String, Integer> digits = new HashMap<>();
    for (String line : lines) {
      for (String word : line.substring(2).split(" ", -1)) {
        digits.put(word, line.charAt(0) - '0');
      }
    }
    return Map.copyOf(digits);
  }

  /** Longest first, so that no filler hides a longer one. */
  private static List<String> fillers(Map<String, List<String>> words) {
    List<String> fillers = new ArrayList<>(words.get("spoken.fillers"));
    fillers.addAll(words.get("spoken.fillers.turns"));
    fillers.addAll(words.get("spoken.fillers.en"));
    fillers.sort(Comparator.comparingInt(String::length).reversed());
    return List.copyOf(fillers);
  }

  /** "0 零〇洞" says what zero is spoken as. */
  private static Map<Character, Integer> digits(List<String> lines) {
    Map<Character, Integer> digits = new HashMap<>();
    for (String line : lines) {
      for (int i = 2; i < line.length(); i++) {
        digits.put(line.charAt(i), line.charAt(0) - '0');
      }
    }
    return Map.copyOf(digits);
  }
}
