package org.vocstream.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Saved objects got out of a Kibana, in the shape in which they are kept in files. Immutable.
 *
 * @param objects the dashboards that were asked for, and all that they need
 * @param missing what they need and Kibana does not hold: {@code index-pattern voc-mentions}
 */
public record KibanaExport(SavedObjects objects, List<String> missing) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Keeps a copy. */
  public KibanaExport {
    missing = List.copyOf(missing);
  }

  /**
   * Exports.
   *
   * @param dashboards their ids
   * @throws KibanaUnavailable where Kibana cannot be used, or does not hold one of them
   */
  public static KibanaExport of(Collection<String> dashboards, KibanaOptions options)
      throws IOException, InterruptedException {
    KibanaConnection kibana = new KibanaConnection(options);
    kibana.verify();
    ObjectNode body = JSON.objectNode().put("includeReferencesDeep", true);
    ArrayNode wanted = body.putArray("objects");
    dashboards.forEach(id -> wanted.addObject().put("type", "dashboard").put("id", id));
    KibanaConnection.Answer answer =
        kibana.inSpace(
            "POST", "/api/saved_objects/_export", "application/json", StableJson.text(body));
    if (!answer.ok()) {
      throw new KibanaUnavailable(refusal(answer, options));
    }
    List<ObjectNode> objects = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> lines = answer.body().lines().filter(line -> !line.isBlank()).toList();
    for (int i = 0; i < lines.size(); i++) {
      JsonNode last = new KibanaConnection.Answer(answer.status(), lines.get(i)).json();
      // The last line is no object, but tells how it went.
      if (last.has("exportedCount")) {
        last.path("missingReferences").forEach(object -> missing.add(name(object)));
      } else {
        objects.add(
            SavedObjects.parse(lines.get(i), "line " + (i + 1) + " of what Kibana exports"));
      }
    }
    return new KibanaExport(new SavedObjects(objects), missing);
  }

  private static String refusal(KibanaConnection.Answer answer, KibanaOptions options) {
    List<String> absent = new ArrayList<>();
    for (JsonNode object : answer.json().at("/attributes/objects")) {
      absent.add(name(object));
    }
    return absent.isEmpty()
        ? "%s refuses the export (%d: %s)".formatted(options.uri(), answer.status(), answer.words())
        : "space %s holds no %s: scripts/voc kibana install puts the dashboards there"
            .formatted(options.space(), String.join(", no ", absent));
  }

  private static String name(JsonNode object) {
    return object.path("type").asText() + " " + object.path("id").asText();
  }

  /**
   * Writes the files that differ; others are left alone.
   *
   * @return the names of those that were written
   */
  public List<String> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, String> file : objects.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!file.getValue().equals(current(path))) {
        Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        written.add(file.getKey());
      }
    }
    return written;
  }

  private static String current(Path path) throws IOException {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
