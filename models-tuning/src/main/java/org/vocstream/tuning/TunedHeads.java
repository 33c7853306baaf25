package org.vocstream.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Heads on their way into a file in the safetensors format. Not thread-safe. */
final class TunedHeads {
  @SuppressWarnings("ArrayRecordComponent")
  private record Entry(long[] shape, ByteBuffer data) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  /** Adds an array. */
  void add(String name, float[] values, long... shape) {
    entries.put(name, new Entry(shape, TunedLayers.bytes(values)));
  }

  /** Tells something of the heads. */
  void tell(String name, String value) {
    metadata.put(name, value);
  }

  /** The file. */
  byte[] bytes() {
    ObjectMapper json = new ObjectMapper();
    ObjectNode header = json.createObjectNode();
    header.set("__metadata__", json.valueToTree(metadata));
    int at = 0;
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      int size = entry.getValue().data.capacity();
      ObjectNode told = header.putObject(entry.getKey()).put("dtype", "F32");
      told.set("shape", json.valueToTree(entry.getValue().shape));
      told.putArray("data_offsets").add(at).add(at + size);
      at += size;
    }
    try {
      byte[] head = json.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
      ByteBuffer file =
          ByteBuffer.allocate(Long.BYTES + head.length + at).order(ByteOrder.LITTLE_ENDIAN);
      file.putLong(head.length).put(head);
      entries.values().forEach(e -> file.put(e.data.duplicate()));
      return file.array();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a header of names and numbers is always JSON", e);
    }
  }
}
