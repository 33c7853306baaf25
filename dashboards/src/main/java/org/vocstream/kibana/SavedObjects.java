package org.vocstream.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vocstream.elasticsearch.VocIndex;

/**
 * Data views and dashboards as Kibana takes them in and gives them out: one JSON object a line, one
 * file per dashboard, and one file of all data views. The same objects give the same files, byte
 * for byte. Immutable.
 *
 * @param objects data views first, then dashboards, in order of their ids
 */
public record SavedObjects(List<ObjectNode> objects) {
  /** The oldest versions of the shapes used here, so that any Kibana from 8.17 on takes them. */
  static final String CORE_VERSION = "8.8.0";

  static final String DASHBOARD_VERSION = "10.2.0";
  static final String DATA_VIEW_VERSION = "8.0.0";

  private static final String DATA_VIEW = "index-pattern";
  private static final String DASHBOARD = "dashboard";
  private static final String ENDING = ".ndjson";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Puts them in order. */
  public SavedObjects {
    objects =
        objects.stream()
            .map(StableJson::object)
            .sorted(
                Comparator.<ObjectNode>comparingInt(SavedObjects::rank)
                    .thenComparing(SavedObjects::type)
                    .thenComparing(SavedObjects::id))
            .toList();
  }

  private static int rank(ObjectNode object) {
    return type(object).equals(DATA_VIEW) ? 0 : type(object).equals(DASHBOARD) ? 2 : 1;
  }

  /** Those that the product brings. */
  public static SavedObjects bundled() {
    List<ObjectNode> objects = new ArrayList<>();
    CodeLabels codes = CodeLabels.bundled();
    for (DataView view : DataView.values()) {
      objects.add(DataViewObject.of(view, fields(view.index()), codes));
    }
    Stream.of(
            ComparisonDashboard.make(),
            TrendDashboard.make(),
            JourneyDashboard.make(),
            AlertsDashboard.make(),
            CallsDashboard.make(),
            QualityDashboard.make())
        .map(DashboardObject::of)
        .forEach(objects::add);
    return new SavedObjects(objects);
  }

  private static Iterable<String> fields(VocIndex index) {
    return IndexFields.of(index).keySet();
  }

  /**
   * These and the dashboard of the gaps of one brand to its competitors.
   *
   * @param own the own brand
   * @param rivals its competitors, one at least
   */
  public SavedObjects withGaps(String own, List<String> rivals) {
    List<ObjectNode> more = new ArrayList<>(objects);
    more.add(DashboardObject.of(GapDashboard.make(own, rivals)));
    return new SavedObjects(more);
  }

  /**
   * Reads all files of a folder.
   *
   * @throws IOException where it cannot be read, or holds none; with file and line where a line is
   *     no saved object
   */
  public static SavedObjects read(Path folder) throws IOException {
    List<ObjectNode> objects = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
    }
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          objects.add(parse(lines.get(i), file + ":" + (i + 1)));
        }
      }
    }
    if (objects.isEmpty()) {
      throw new IOException(folder + " holds no saved objects; they end in " + ENDING);
    }
    return new SavedObjects(objects);
  }

  /**
   * Reads one saved object.
   *
   * @param place where it stands, for the message
   * @throws IOException where it is none
   */
  static ObjectNode parse(String line, String place) throws IOException {
    try {
      JsonNode json = JSON.readTree(line);
      if (json instanceof ObjectNode object && object.has("type") && object.has("id")) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new IOException(place + " is no JSON: " + e.getOriginalMessage(), e);
    }
    throw new IOException(place + " is no saved object: it needs type, id and attributes");
  }

  /** Their files by name: {@code voc-data-views.ndjson}, {@code voc-comparison.ndjson}, ... */
  public SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    for (ObjectNode object : objects) {
      String name =
          switch (type(object)) {
            case DATA_VIEW -> "voc-data-views";
            case DASHBOARD -> id(object).replaceAll("[^A-Za-z0-9._-]", "_");
            // What people keep in the library and use in dashboards.
            default -> "voc-library";
          };
      files.merge(name + ENDING, StableJson.line(object) + "\n", String::concat);
    }
    return files;
  }

  /** All of them, one a line. */
  String lines() {
    return objects.stream().map(o -> StableJson.line(o) + "\n").collect(Collectors.joining());
  }

  /** Ids of the dashboards. */
  public List<String> dashboards() {
    return objects.stream().filter(o -> type(o).equals(DASHBOARD)).map(SavedObjects::id).toList();
  }

  private static String type(ObjectNode object) {
    return object.path("type").asText();
  }

  private static String id(ObjectNode object) {
    return object.path("id").asText();
  }
}
