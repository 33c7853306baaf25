package org.vocstream.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Saved objects put into a Kibana. What is there already is kept unless it shall be overwritten, so
 * that it can be done again and again. Immutable.
 *
 * @param version of Kibana
 * @param madeSpace true where the space was not there before
 * @param installed objects that are new, or overwritten: {@code dashboard voc-trend}
 * @param kept objects that were there and stay as they are
 * @param problems why the others could not be installed, one sentence each
 */
public record KibanaInstallation(
    String version,
    boolean madeSpace,
    List<String> installed,
    List<String> kept,
    List<String> problems) {
  private static final String BOUNDARY = "voc-stream-saved-objects";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Keeps copies. */
  public KibanaInstallation {
    installed = List.copyOf(installed);
    kept = List.copyOf(kept);
    problems = List.copyOf(problems);
  }

  /**
   * Installs.
   *
   * @param overwrite true to replace what is there
   * @throws KibanaUnavailable where Kibana cannot be used; nothing has been installed then, but for
   *     a space that was made
   */
  public static KibanaInstallation of(
      SavedObjects objects, KibanaOptions options, boolean overwrite)
      throws IOException, InterruptedException {
    KibanaConnection kibana = new KibanaConnection(options);
    String version = kibana.verify();
    boolean made = ensureSpace(kibana);
    KibanaConnection.Answer answer =
        kibana.inSpace(
            "POST",
            "/api/saved_objects/_import" + (overwrite ? "?overwrite=true" : ""),
            "multipart/form-data; boundary=" + BOUNDARY,
            form(objects.lines()));
    JsonNode told = answer.json();
    if (!answer.ok() || !told.has("success")) {
      throw new KibanaUnavailable(
          "%s refuses the import (%d: %s)"
              .formatted(options.uri(), answer.status(), answer.words()));
    }
    List<String> installed = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (JsonNode result : told.path("successResults")) {
      installed.add(name(result));
      if (result.has("destinationId") && !result.path("destinationId").equals(result.path("id"))) {
        problems.add(
            name(result)
                + " got the id "
                + result.path("destinationId").asText()
                + ", for another space has its id; export will not find it");
      }
    }
    for (JsonNode error : told.path("errors")) {
      if (error.at("/error/type").asText().equals("conflict")) {
        kept.add(name(error));
      } else {
        problems.add(name(error) + ": " + why(error.path("error")));
      }
    }
    return new KibanaInstallation(version, made, installed, kept, problems);
  }

  private static boolean ensureSpace(KibanaConnection kibana)
      throws IOException, InterruptedException {
    String space = kibana.options().space();
    if (space.equals(KibanaOptions.DEFAULT_SPACE)) {
      return false;
    }
    KibanaConnection.Answer found = kibana.send("GET", "/api/spaces/space/" + space, null, null);
    if (found.ok()) {
      return false;
    }
    if (found.status() != 404) {
      throw new KibanaUnavailable(
          "whether there is a space %s cannot be told (%d: %s)"
              .formatted(space, found.status(), found.words()));
    }
    ObjectNode body = JSON.objectNode().put("id", space).put("name", space);
    body.putArray("disabledFeatures");
    KibanaConnection.Answer made =
        kibana.send("POST", "/api/spaces/space", "application/json", StableJson.text(body));
    // 409: somebody else has made it meanwhile.
    if (!made.ok() && made.status() != 409) {
      throw new KibanaUnavailable(
          "the space %s cannot be made (%d: %s)".formatted(space, made.status(), made.words()));
    }
    return made.ok();
  }

  private static String form(String lines) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"voc.ndjson\"\r\n"
        + "Content-Type: application/ndjson\r\n\r\n"
        + lines
        + "\r\n--"
        + BOUNDARY
        + "--\r\n";
  }

  private static String name(JsonNode object) {
    return object.path("type").asText() + " " + object.path("id").asText();
  }

  private static String why(JsonNode error) {
    String type = error.path("type").asText();
    switch (type) {
      case "missing_references":
        List<String> missing = new ArrayList<>();
        error.path("references").forEach(reference -> missing.add(name(reference)));
        return "it needs " + String.join(", ", missing) + ", which Kibana does not hold";
      case "ambiguous_conflict":
        return "several objects in Kibana come from it; delete those that are not wanted";
      case "unsupported_type":
        return "this Kibana knows no such object, or does not let it be imported";
      default:
        return error.path("message").asText(type);
    }
  }
}
