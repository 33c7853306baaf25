package org.vocstream.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fine-tuned weights on their way into a file in the safetensors format. Matrices of layers are
 * rounded to 8 bits as ONNX Runtime's dynamic quantisation does it: per column one scale, the
 * greatest weight being 127, and no offset. Not thread-safe.
 */
final class TunedWeights {
  private static final int GREATEST = 127;

  @SuppressWarnings("ArrayRecordComponent")
  private record Entry(String type, long[] shape, ByteBuffer data) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  /** Adds an array as it is. */
  void add(String name, float[] values, long... shape) {
    ByteBuffer data =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(values);
    entries.put(name, new Entry("F32", shape, data));
  }

  /**
   * Adds the matrix of a layer, rounded.
   *
   * @param name in the ONNX file
   * @param values row by row, one row per input of the layer
   */
  void addRounded(String name, float[] values, int inputs, int outputs) {
    float[] scales = new float[outputs];
    for (int i = 0; i < values.length; i++) {
      scales[i % outputs] = Math.max(scales[i % outputs], Math.abs(values[i]));
    }
    for (int k = 0; k < outputs; k++) {
      scales[k] = scales[k] == 0 ? 1 : scales[k] / GREATEST;
    }
    ByteBuffer rounded = ByteBuffer.allocate(values.length);
    for (int i = 0; i < values.length; i++) {
      rounded.put((byte) Math.round(values[i] / scales[i % outputs]));
    }
    entries.put(name + "_quantized", new Entry("I8", new long[] {inputs, outputs}, rounded.flip()));
    add(name + "_scale", scales, outputs);
  }

  /** Tells something of the weights. */
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
      ObjectNode told = header.putObject(entry.getKey()).put("dtype", entry.getValue().type);
      told.set("shape", json.valueToTree(entry.getValue().shape));
      told.putArray("data_offsets").add(at).add(at + size);
      at += size;
    }
    try {
      byte[] head = json.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
      ByteBuffer file =
          ByteBuffer.allocate(Long.BYTES + head.length + at).order(ByteOrder.LITTLE_ENDIAN);
      file.putLong(head.length).put(head);
      entries.values().forEach(e -> file.put(e.data.duplicate().rewind()));
      return file.array();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a header of names and numbers is always JSON", e);
    }
  }
}
