package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one part of the system may do in Elasticsearch, and no more: cluster privileges and, for
 * each index, index privileges. Which request needs which stands in docs/security.md, and a test
 * holds the two to each other.
 */
public enum AccessRole {
  /** Makes and changes indices and generations: a first run, an upgrade, a rescoring. */
  SETUP(
      "makes the indices, upgrades and rescores",
      List.of("monitor", "manage_index_templates"),
      Map.of("voc-*", List.of("read", "write", "manage"))),
  /** Writes what it scores; indices must be there. */
  JOB(
      "scores feedback; the indices are there",
      List.of("monitor"),
      Map.of("voc-*", List.of("read", "write", "view_index_metadata", "maintenance"))),
  /** Shows everything; people change alerts and correct mentions there. */
  PAGE(
      "shows the page; alerts and corrections can be changed there",
      List.of("monitor"),
      inOrder(
          "voc-*",
          List.of("read", "view_index_metadata"),
          List.of("voc-alerts*", "voc-corrections*"),
          List.of("write"))),
  /** Reads everything, and keeps what it has delivered. */
  REPORTS(
      "compares, makes reports and delivers them by schedule",
      List.of("monitor"),
      inOrder(
          "voc-*",
          List.of("read", "view_index_metadata"),
          List.of("voc-report-runs*"),
          List.of("write")));

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String purpose;

  @SuppressWarnings("ImmutableEnumChecker") // It is: List.of.
  private final List<String> cluster;

  @SuppressWarnings("ImmutableEnumChecker") // A copy that nobody can change, of lists like that.
  private final Map<String, List<String>> indices;

  AccessRole(String purpose, List<String> cluster, Map<String, List<String>> indices) {
    this.purpose = purpose;
    this.cluster = cluster;
    this.indices = Collections.unmodifiableMap(new LinkedHashMap<>(indices));
  }

  private static Map<String, List<String>> inOrder(
      String all, List<String> ofAll, List<String> some, List<String> ofSome) {
    Map<String, List<String>> indices = new LinkedHashMap<>();
    indices.put(all, ofAll);
    some.forEach(name -> indices.put(name, ofSome));
    return indices;
  }

  /** How it is chosen: {@code job}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name in Elasticsearch: {@code voc-job}. */
  public String roleName() {
    return "voc-" + code();
  }

  /** What it is for, in words. */
  public String purpose() {
    return purpose;
  }

  /** Privileges over the cluster, by Elasticsearch's names. */
  public List<String> cluster() {
    return cluster;
  }

  /** Privileges over indices: pattern of names to Elasticsearch's names of privileges. */
  public Map<String, List<String>> indices() {
    return indices;
  }

  /** All codes, for messages. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(AccessRole::code).toList();
  }

  /** The body that makes the role, and describes it in an API key. */
  public ObjectNode json() {
    ObjectNode role = JSON.createObjectNode();
    add(role.putArray("cluster"), cluster.stream());
    ArrayNode list = role.putArray("indices");
    indices.forEach(
        (names, privileges) -> {
          ObjectNode entry = list.addObject();
          entry.putArray("names").add(names);
          add(entry.putArray("privileges"), privileges.stream());
        });
    return role;
  }

  private static void add(ArrayNode array, Stream<String> texts) {
    texts.forEach(array::add);
  }
}
