package org.vocstream.jobs.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A setting as a message: {@code {"kind": "pack", "file": "pets.yaml", "texts": {"pets.yaml":
 * "pack: pets..."}}}. Its key is the kind, so that a compacted topic keeps the last of each.
 * Thread-safe.
 */
public final class SettingMessages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_BYTES = 4 << 20;

  private SettingMessages() {}

  /** The key of a setting. */
  public static byte[] key(Setting setting) {
    return setting.kind().code().getBytes(StandardCharsets.UTF_8);
  }

  /** The message that {@link #read} reads as this setting again, but for its origin. */
  public static byte[] value(Setting setting) {
    ObjectNode message =
        JSON.createObjectNode().put("kind", setting.kind().code()).put("file", setting.file());
    ObjectNode texts = message.putObject("texts");
    new TreeMap<>(setting.texts()).forEach(texts::put);
    try {
      return JSON.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts is JSON", e);
    }
  }

  /**
   * The setting in a message, unreadable where it is none; never throws.
   *
   * @param origin where the message stands
   * @param value null where somebody has deleted the setting of its key
   */
  public static Setting read(String origin, byte[] value) {
    if (value == null || value.length > MAX_BYTES) {
      return Setting.unreadable(
          "",
          origin,
          value == null
              ? "a message without a value: what is in force stays; publish a new version instead"
              : "larger than "
                  + MAX_BYTES
                  + " bytes, which no pack is; publish the pack file alone");
    }
    String text = new String(value, StandardCharsets.UTF_8);
    JsonNode message;
    try {
      message = JSON.readTree(value);
    } catch (IOException e) {
      return unreadable(text, origin, "not JSON");
    }
    Optional<SettingKind> kind = SettingKind.of(message.path("kind").asText());
    String file = message.path("file").asText();
    Map<String, String> texts = new TreeMap<>();
    message.path("texts").properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
    if (kind.isEmpty()) {
      return unreadable(text, origin, "\"kind\" is neither pack nor competitors");
    }
    if (!texts.containsKey(file)) {
      return unreadable(text, origin, "\"texts\" has no text of \"file\"");
    }
    return Setting.of(kind.get(), file, texts, origin);
  }

  private static Setting unreadable(String text, String origin, String fault) {
    return Setting.unreadable(
        text, origin, "no setting: " + fault + "; scripts/voc publish writes them rightly");
  }
}
