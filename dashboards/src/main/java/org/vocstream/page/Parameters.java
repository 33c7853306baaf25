package org.vocstream.page;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.elasticsearch.CellQuery;
import org.vocstream.elasticsearch.ComparisonQuestion;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.elasticsearch.ScoreFilter;
import org.vocstream.elasticsearch.VoicesQuery;
import org.vocstream.feedback.Envelope;
import org.vocstream.pack.NearestName;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.Subject;

/**
 * The parameters of one request, each checked before anything is asked of the index: {@link
 * QuestionException} says which is wrong. Immutable.
 */
final class Parameters {
  /** As long as a brand or product may be. */
  private static final int LONGEST = Envelope.MAX_NAME;

  /** An id is a source and an id, and a page begins at one. */
  private static final int LONGEST_ID = 8 * Envelope.MAX_NAME;

  private static final List<String> IDS = List.of("id", "after");
  private static final int MOST_VALUES = 50;
  private static final List<String> FILTERS = List.of("channel", "product", "segment", "lang");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What filters feedback: known to every view. */
  private static final List<String> COMMON =
      List.of("period", "channel", "product", "segment", "lang", "suspects", "ui", "brand");

  private final Map<String, List<String>> given;

  /**
   * The parameters of a request.
   *
   * @param known names of those that this view has beside the common ones
   */
  Parameters(Map<String, List<String>> given, List<String> known) {
    this.given = new TreeMap<>(given);
    List<String> names = new ArrayList<>(COMMON);
    names.addAll(known);
    this.given.forEach(
        (name, values) -> {
          if (!names.contains(name)) {
            throw QuestionException.wrong(
                name, "there is no parameter " + name + NearestName.advice(name, names));
          }
          if (values.size() > MOST_VALUES) {
            throw QuestionException.wrong(name, "more than " + MOST_VALUES + " values");
          }
          int longest = IDS.contains(name) ? LONGEST_ID : LONGEST;
          if (values.stream().anyMatch(v -> v.length() > longest)) {
            throw QuestionException.wrong(name, "longer than " + longest + " characters");
          }
        });
  }

  /** All values of a parameter that are not empty. */
  List<String> all(String name) {
    return given.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
  }

  /** The value of a parameter, or null; wrong where it stands twice. */
  String one(String name) {
    List<String> values = all(name);
    if (values.size() > 1) {
      throw QuestionException.wrong(name, "given " + values.size() + " times; give it once");
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** The value of a parameter that must be there. */
  String required(String name) {
    String value = one(name);
    if (value == null) {
      throw QuestionException.wrong(name, "is missing; give one");
    }
    return value;
  }

  /** One of some words; the first of them where the parameter is not there. */
  String word(String name, String... words) {
    String value = one(name);
    List<String> known = Arrays.asList(words);
    if (value != null && !known.contains(value)) {
      throw QuestionException.wrong(name, value + " is none of " + String.join(", ", known));
    }
    return value == null ? words[0] : value;
  }

  /** A constant of an enumeration by its name in lower case; the first where it is not there. */
  <E extends Enum<E>> E constant(String name, E[] constants) {
    String[] words =
        Arrays.stream(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toArray(String[]::new);
    return constants[Arrays.asList(words).indexOf(word(name, words))];
  }

  private boolean flag(String name) {
    return word(name, "false", "true").equals("true");
  }

  /** The question that a comparison asks. */
  ComparisonQuestion question() {
    return new ComparisonQuestion(
        required("brand"),
        all("against"),
        one("period"),
        one("wave"),
        values(),
        constant("cluster", CellQuery.Cluster.values()),
        word("industry", "mention", "brand").equals("brand"),
        word("importance", "stated", "derived").equals("derived"),
        flag("raw"),
        Map.of(),
        all("show"),
        all("indicator"),
        null);
  }

  private Map<String, List<String>> values() {
    Map<String, List<String>> values = new TreeMap<>();
    for (String field : FILTERS) {
      if (!all(field).isEmpty()) {
        values.put(field, all(field));
      }
    }
    if (word("suspects", "with", "without").equals("without")) {
      values.put("suspect", List.of("false"));
    }
    return values;
  }

  /**
   * Over which feedback.
   *
   * @param today the day in the time zone of the cells
   */
  ScoreFilter filter(ZoneId zone, LocalDate today) {
    return new ScoreFilter(
        ComparisonQuestion.filter(values()).values(),
        ComparisonQuestion.days(one("period"), today),
        zone);
  }

  /** Brand and competitors, as far as they are given. */
  List<String> brands() {
    List<String> brands = new ArrayList<>(all("brand"));
    all("against").stream().filter(b -> !brands.contains(b)).forEach(brands::add);
    return brands;
  }

  /** Of what: all mentions where nothing is given. */
  Subject subject() {
    Scope scope = Scope.of(word("scope", scopes()));
    String code = one("code");
    boolean whole = scope == Scope.BRAND || scope == Scope.FEEDBACK;
    if (whole != (code == null)) {
      throw QuestionException.wrong(
          "code",
          whole
              ? "scope " + scope.code() + " has no code; leave it out"
              : "scope " + scope.code() + " needs the code of one");
    }
    return new Subject(scope, whole ? "" : code);
  }

  private static String[] scopes() {
    List<String> codes = new ArrayList<>(List.of(Scope.BRAND.code()));
    Arrays.stream(Scope.values())
        .map(Scope::code)
        .filter(c -> !codes.contains(c))
        .forEach(codes::add);
    return codes.toArray(new String[0]);
  }

  /** Which voices. */
  VoicesQuery.Asked voices(ScoreFilter filter) {
    String polarity = one("polarity");
    if (polarity != null && !List.of("1", "0", "-1").contains(polarity)) {
      throw QuestionException.wrong("polarity", polarity + " is none of 1, 0, -1");
    }
    return new VoicesQuery.Asked(
        brands(),
        subject(),
        filter,
        polarity == null ? null : Integer.valueOf(polarity),
        one("q"),
        one("over"));
  }

  /** A whole number from 1 to {@code most}. */
  int number(String name, int usual, int most) {
    String value = one(name);
    if (value == null) {
      return usual;
    }
    if (!value.matches("[0-9]{1,6}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > most) {
      throw QuestionException.wrong(name, value + " is no whole number from 1 to " + most);
    }
    return Integer.parseInt(value);
  }

  /** Where a page begins, as {@link #cursor} wrote it. */
  List<FieldValue> after() {
    String cursor = one("after");
    if (cursor == null) {
      return List.of();
    }
    try {
      JsonNode values = JSON.readTree(Base64.getUrlDecoder().decode(cursor));
      List<FieldValue> after = new ArrayList<>();
      for (JsonNode value : values) {
        after.add(
            value.isNumber() ? FieldValue.of(value.longValue()) : FieldValue.of(value.asText()));
      }
      if (after.size() != 3) {
        throw new IllegalArgumentException("three values are needed");
      }
      return after;
    } catch (IllegalArgumentException | IOException e) {
      throw QuestionException.wrong("after", "begins no page; take \"next\" of the page before");
    }
  }

  /** Where a page begins, as one word. */
  static String cursor(List<FieldValue> after) throws IOException {
    List<Object> values = new ArrayList<>();
    for (FieldValue value : after) {
      values.add(value.isLong() ? (Object) value.longValue() : value.stringValue());
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(JSON.writeValueAsString(values).getBytes(StandardCharsets.UTF_8));
  }
}
