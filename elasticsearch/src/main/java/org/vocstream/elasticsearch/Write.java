package org.vocstream.elasticsearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Objects;

/**
 * One write of one document: its index, or its removal. Not a record, for the bytes of a document
 * may be many and are never compared.
 */
final class Write {
  /** What the line before the document takes in a bulk request, about. */
  private static final int ACTION_BYTES = 120;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String index;
  private final String id;
  private final byte[] document;

  private Write(String index, String id, byte[] document) {
    this.index = Objects.requireNonNull(index);
    this.id = Objects.requireNonNull(id);
    this.document = document;
  }

  static Write index(String index, String id, JsonNode document) {
    try {
      return new Write(index, id, MAPPER.writeValueAsBytes(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree always has a JSON form", e);
    }
  }

  static Write delete(String index, String id) {
    return new Write(index, id, null);
  }

  String index() {
    return index;
  }

  String id() {
    return id;
  }

  boolean isDelete() {
    return document == null;
  }

  byte[] document() {
    return document;
  }

  /** Bytes it takes in a bulk request, about. */
  long size() {
    return ACTION_BYTES + 3L * id.length() + (document == null ? 0 : document.length);
  }
}
