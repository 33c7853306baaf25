package org.vocstream.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vocstream.opinion.Mention;

/**
 * What one row says of its text: a row of labelled data ({@code label}, {@code aspects}, {@code
 * quads}) or of the scoring output ({@code sentiment.label}, {@code mentions}), corrected or not.
 *
 * @param id id of the text, or empty
 * @param label 1, 0, -1, or null where the row says nothing of the whole
 * @param judgesAspects whether the row says anything, be it none, of categories
 * @param aspects what is thought of which category
 * @param opinions opinions of which the row tells words or place
 */
record Judged(
    String id,
    Integer label,
    boolean judgesAspects,
    List<Opinion> aspects,
    List<Opinion> opinions) {

  /**
   * One opinion.
   *
   * @param names names of its category, the most telling first; at least one
   * @param polarity 1, 0 or -1
   * @param term what is judged, or null
   * @param words the judging words, or null
   * @param start first UTF-16 unit of its evidence, or -1
   * @param end one past the last, or -1
   */
  record Opinion(List<String> names, int polarity, String term, String words, int start, int end) {

    /** The name of its category that is among these; its first one where none is. */
    String category(Set<String> known) {
      return names.stream().filter(known::contains).findFirst().orElse(names.get(0));
    }
  }

  /**
   * Reads a row.
   *
   * @throws IllegalArgumentException where something in it is not what it must be, saying what
   */
  static Judged of(JsonNode row) {
    JsonNode label = row.path("label");
    if (label.isMissingNode()) {
      label = row.path("sentiment").path("label");
    }
    List<Opinion> opinions = new ArrayList<>();
    for (JsonNode quad : row.path("quads")) {
      opinions.add(
          new Opinion(
              List.of(name(quad.path(2), "quads")),
              polarity(quad.path(3), "quads"),
              said(quad.path(0)),
              said(quad.path(1)),
              -1,
              -1));
    }
    row.path("mentions").forEach(mention -> opinions.add(mention(mention)));
    List<Opinion> aspects = new ArrayList<>();
    row.path("aspects")
        .fields()
        .forEachRemaining(
            e ->
                aspects.add(
                    new Opinion(
                        List.of(e.getKey()),
                        polarity(e.getValue(), "aspects." + e.getKey()),
                        null,
                        null,
                        -1,
                        -1)));
    return new Judged(
        row.path("id").asText(),
        label.isNull() || label.isMissingNode() ? null : polarity(label, "label"),
        row.has("aspects") || row.has("quads") || row.has("mentions"),
        row.has("aspects") ? aspects : opinions,
        opinions);
  }

  /**
   * What the labelled data say of a text.
   *
   * @param places whether the words of its opinions count
   */
  static Judged of(LabelledText text, boolean places) {
    return new Judged(
        text.id(),
        text.label(),
        true,
        text.aspects().entrySet().stream()
            .map(a -> new Opinion(List.of(a.getKey()), a.getValue(), null, null, -1, -1))
            .toList(),
        text.opinions().stream()
            .filter(o -> places && o.category() != null)
            .map(o -> new Opinion(List.of(o.category()), o.polarity(), o.term(), o.words(), -1, -1))
            .toList());
  }

  /**
   * What mentions say.
   *
   * @param category the name of what a mention is about; those without one are left out
   */
  static Judged of(Stream<Mention> mentions, Function<Mention, Optional<String>> category) {
    List<Opinion> opinions =
        mentions
            .flatMap(
                m ->
                    category
                        .apply(m)
                        .map(
                            name ->
                                new Opinion(
                                    List.of(name),
                                    m.polarity(),
                                    null,
                                    m.evidence(),
                                    m.start(),
                                    m.end()))
                        .stream())
            .toList();
    return new Judged("", null, true, opinions, opinions);
  }

  /** The categories and polarities, each pair once; categories by a known name where they have. */
  Set<PairCounts.Pair> pairs(Set<String> known) {
    return aspects.stream()
        .map(o -> new PairCounts.Pair(o.category(known), o.polarity()))
        .collect(Collectors.toSet());
  }

  private static Opinion mention(JsonNode mention) {
    List<String> names =
        Stream.of(
                mention.path("label").path("zh"),
                mention.path("label"),
                mention.path("group"),
                mention.path("indicator"),
                mention.path("label").path("en"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .distinct()
            .toList();
    if (names.isEmpty()) {
      throw new IllegalArgumentException("has a mention without label.zh, group or indicator");
    }
    return new Opinion(
        names,
        polarity(mention.path("polarity"), "mentions.polarity"),
        null,
        said(mention.path("evidence")),
        mention.path("start").asInt(-1),
        mention.path("end").asInt(-1));
  }

  private static String name(JsonNode node, String field) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException(
          "has " + field + " that are not [term, words, category, polarity]");
    }
    return node.asText();
  }

  private static int polarity(JsonNode node, String field) {
    if (!node.isInt() || Math.abs(node.asInt()) > 1) {
      throw new IllegalArgumentException(
          "has " + field + " " + (node.isMissingNode() ? "missing" : node) + "; 1, 0 or -1");
    }
    return node.asInt();
  }

  /** Words as a row has them; null where it marks that there are none. */
  static String said(JsonNode node) {
    String words = node.isNull() ? "" : node.asText();
    return words.equals("_") || words.equals("NULL") || words.isBlank() ? null : words;
  }
}
