package org.vocstream.elasticsearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;

/**
 * One write of one document: its index, its index only where there is none of its id, the update of
 * some of its fields, or its removal. Not a record, for the bytes of a document may be many and are
 * never compared.
 */
final class Write {
  /** What the line before the document takes in a bulk request, about. */
  private static final int ACTION_BYTES = 120;

  /** How often an update begins anew where somebody else has changed the document meanwhile. */
  private static final int CONFLICTS = 3;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String index;
  private final String id;
  private final byte[] document;
  private final Kind kind;

  /** What is done with the document. */
  enum Kind {
    /** It takes the place of whatever has its id. */
    INDEX,
    /** It is written only where nothing has its id. */
    CREATE,
    /** Some of its fields are set. */
    UPDATE,
    /** It goes. */
    DELETE
  }

  private Write(String index, String id, byte[] document, Kind kind) {
    this.index = Objects.requireNonNull(index);
    this.id = Objects.requireNonNull(id);
    this.document = document;
    this.kind = kind;
  }

  static Write index(String index, String id, JsonNode document) {
    return new Write(index, id, bytes(document), Kind.INDEX);
  }

  static Write create(String index, String id, JsonNode document) {
    return new Write(index, id, bytes(document), Kind.CREATE);
  }

  /**
   * Sets these fields and leaves the others as they are.
   *
   * @param first what else a document has that is not there yet
   */
  static Write update(String index, String id, ObjectNode fields, ObjectNode first) {
    ObjectNode action = fields.objectNode();
    action.set("doc", fields);
    action.set("upsert", fields.deepCopy().setAll(first));
    return new Write(index, id, bytes(action), Kind.UPDATE);
  }

  private static byte[] bytes(JsonNode document) {
    try {
      return MAPPER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree always has a JSON form", e);
    }
  }

  static Write delete(String index, String id) {
    return new Write(index, id, null, Kind.DELETE);
  }

  String index() {
    return index;
  }

  String id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  /** The document, or what an update is to do; null for a removal. */
  byte[] document() {
    return document;
  }

  /**
   * The line of a bulk request that says what is done.
   *
   * @param requireAlias whether the index must be an alias
   */
  byte[] action(boolean requireAlias) {
    ObjectNode action = MAPPER.createObjectNode();
    ObjectNode fields =
        action.putObject(kind.name().toLowerCase(Locale.ROOT)).put("_id", id).put("_index", index);
    if (requireAlias && kind != Kind.DELETE) {
      fields.put("require_alias", true);
    }
    if (kind == Kind.UPDATE) {
      fields.put("retry_on_conflict", CONFLICTS);
    }
    return bytes(action);
  }

  /** Bytes it takes in a bulk request, about. */
  long size() {
    return ACTION_BYTES + 3L * id.length() + (document == null ? 0 : document.length);
  }
}
