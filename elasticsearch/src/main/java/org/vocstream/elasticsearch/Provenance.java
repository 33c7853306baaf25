package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a generation was made by rescoring; kept with the generation itself, in the {@code _meta} of
 * its mapping. Immutable.
 *
 * @param scoredBy pack and models: {@code cosmetics@1.0.0+models@1f0c22aa}
 * @param options what whoever made it asked for, by name: what takes the same scores again
 * @param readUpTo whatever was written before this instant has been rescored; null before the first
 *     pass is through
 * @param complete false until everything of it stands
 */
public record Provenance(
    String scoredBy, Map<String, String> options, Instant readUpTo, boolean complete) {
  /** Keeps a copy. */
  public Provenance {
    options = Map.copyOf(options);
  }

  /** The same after one more pass. */
  public Provenance readUpTo(Instant instant) {
    return new Provenance(scoredBy, options, instant, complete);
  }

  /** The same when all of it stands, and while more is added to it. */
  public Provenance complete(boolean stands) {
    return new Provenance(scoredBy, options, readUpTo, stands);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("scored_by", scoredBy);
    ObjectNode given = json.putObject("options");
    new TreeMap<>(options).forEach(given::put);
    if (readUpTo != null) {
      json.put("read_up_to", readUpTo.toString());
    }
    return json.put("complete", complete);
  }

  static Provenance of(JsonNode json) {
    Map<String, String> options = new TreeMap<>();
    json.path("options")
        .fields()
        .forEachRemaining(o -> options.put(o.getKey(), o.getValue().asText()));
    String readUpTo = json.path("read_up_to").asText(null);
    return new Provenance(
        json.path("scored_by").asText(),
        options,
        readUpTo == null ? null : Instant.parse(readUpTo),
        json.path("complete").asBoolean());
  }
}
