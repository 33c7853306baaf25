package org.vocstream.pack;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One YAML mapping of a file with the keys it may have. Whatever is not as it should be becomes a
 * finding and reads as absent, so that reading goes on to the next fault.
 */
public final class YamlSection {
  private final String file;
  private final String what;
  private final Place at;
  private final Findings findings;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private YamlSection(String file, String what, Node node, Findings findings) {
    this.file = file;
    this.what = what;
    this.at = YamlDocument.place(file, node);
    this.findings = findings;
  }

  /**
   * The mapping that {@code node} is, or empty after a finding.
   *
   * @param what what it describes, for messages: {@code a cue}
   * @param keys the keys it may have
   */
  public static Optional<YamlSection> of(
      String file, String what, List<String> keys, Node node, Findings findings) {
    YamlSection section = new YamlSection(file, what, node, findings);
    if (!(node instanceof MappingNode mapping)) {
      findings.add(
          section.at,
          what + " must be a mapping, not " + kind(node) + "; write keys, each with \":\"");
      return Optional.empty();
    }
    Map<String, Place> firsts = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      section.take(tuple, keys, firsts);
    }
    return Optional.of(section);
  }

  private void take(NodeTuple tuple, List<String> keys, Map<String, Place> firsts) {
    Place keyAt = YamlDocument.place(file, tuple.getKeyNode());
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    Place first = firsts.putIfAbsent(key, keyAt);
    if (!keys.contains(key)) {
      findings.add(keyAt, "unknown key \"" + key + "\" in " + what + NearestName.advice(key, keys));
    } else if (first != null) {
      findings.add(
          keyAt,
          "the key \""
              + key
              + "\" stands twice in "
              + what
              + " (first at line "
              + first.line()
              + "); join the two");
    } else {
      values.put(key, tuple.getValueNode());
    }
  }

  /** Where the section stands. */
  public Place at() {
    return at;
  }

  /** True where the key is there. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** Place of the value of {@code key}; of the whole section where it has none. */
  public Place at(String key) {
    return has(key) ? YamlDocument.place(file, values.get(key)) : at;
  }

  /** A finding where the key is missing. */
  public void require(String key) {
    if (!has(key)) {
      findings.add(at, what + " lacks the key \"" + key + "\"; add it");
    }
  }

  /** The text under {@code key}; empty where there is none. */
  public Optional<Written> text(String key) {
    return has(key) ? text(key, values.get(key)) : Optional.empty();
  }

  /** The text under {@code key}, and a finding where there is none. */
  public Optional<Written> requiredText(String key) {
    require(key);
    return text(key);
  }

  /**
   * What the text under {@code key} says; empty where there is none, or after a finding.
   *
   * @param parse throws IllegalArgumentException or DateTimeException where it says nothing
   * @param advice what to write instead
   */
  public <T> Optional<T> parsed(String key, Function<String, T> parse, String advice) {
    Optional<Written> text = text(key);
    try {
      return text.map(t -> parse.apply(t.text()));
    } catch (DateTimeException | IllegalArgumentException e) {
      findings.add(at(key), key + " \"" + text.get().text() + "\" cannot be read; " + advice);
      return Optional.empty();
    }
  }

  /** True where {@code true} is written under {@code key}. */
  public boolean flag(String key) {
    Optional<Written> text = text(key);
    text.filter(t -> !Set.of("true", "false").contains(t.text()))
        .ifPresent(t -> findings.add(t.at(), "\"" + key + "\" must be true or false"));
    return text.map(t -> t.text().equals("true")).orElse(false);
  }

  /**
   * The one of these that is written; empty after a finding that names the nearest.
   *
   * @param what it is, for messages: {@code channel}
   */
  public <T> Optional<T> one(Written text, String what, T[] known, Function<T, String> code) {
    List<String> codes = Arrays.stream(known).map(code).toList();
    int place = codes.indexOf(text.text());
    if (place < 0) {
      findings.add(
          text.at(),
          "unknown " + what + " \"" + text.text() + "\"" + NearestName.advice(text.text(), codes));
      return Optional.empty();
    }
    return Optional.of(known[place]);
  }

  /** The list of texts under {@code key}; empty where there is none. */
  public List<Written> texts(String key) {
    List<Written> texts = new ArrayList<>();
    for (Node node : list(key)) {
      text(key, node).ifPresent(texts::add);
    }
    return texts;
  }

  /** The mapping under {@code key}; empty where there is none. */
  public Optional<YamlSection> section(String key, List<String> keys) {
    return has(key)
        ? of(file, "\"" + key + "\"", keys, values.get(key), findings)
        : Optional.empty();
  }

  /** The list of mappings under {@code key}, each described by {@code each}. */
  public List<YamlSection> sections(String key, String each, List<String> keys) {
    List<YamlSection> sections = new ArrayList<>();
    for (Node node : list(key)) {
      of(file, each, keys, node, findings).ifPresent(sections::add);
    }
    return sections;
  }

  private List<Node> list(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      findings.add(
          at(key),
          "\"" + key + "\" must be a list, not " + kind(node) + "; begin each entry with \"- \"");
      return List.of();
    }
    if (sequence.getValue().isEmpty()) {
      findings.add(at(key), "\"" + key + "\" is empty; give at least one entry, or leave it out");
    }
    return sequence.getValue();
  }

  private Optional<Written> text(String key, Node node) {
    Place place = YamlDocument.place(file, node);
    if (!(node instanceof ScalarNode scalar)) {
      String quotes =
          node instanceof SequenceNode ? "; put a text that begins with [ in quotes" : "";
      findings.add(place, "\"" + key + "\" must be a text, not " + kind(node) + quotes);
      return Optional.empty();
    }
    if (scalar.getValue().isBlank()) {
      findings.add(place, "\"" + key + "\" has no text; write one, or leave it out");
      return Optional.empty();
    }
    return Optional.of(new Written(scalar.getValue(), place));
  }

  private static String kind(Node node) {
    return switch (node.getNodeType()) {
      case SCALAR -> "a text";
      case SEQUENCE -> "a list";
      case MAPPING -> "a mapping";
      case ANCHOR -> "an anchor";
    };
  }
}
