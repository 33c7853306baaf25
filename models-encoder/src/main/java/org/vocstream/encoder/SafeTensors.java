package org.vocstream.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file of named arrays in the safetensors format of Hugging Face: the length of a JSON header,
 * the header with type, shape and place of each array, then the arrays, little-endian. Only 32-bit
 * floats are read. Immutable; the arrays are not to be changed.
 *
 * @param tensors by name
 * @param metadata what the file tells of itself
 */
record SafeTensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
  private static final String METADATA = "__metadata__";

  /**
   * An array.
   *
   * @param shape length of each axis
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Tensor(long[] shape, float[] values) {}

  /**
   * Reads such a file.
   *
   * @param origin where it comes from, for messages
   * @throws IllegalArgumentException where it is none, or broken
   */
  static SafeTensors read(byte[] file, String origin) {
    try {
      ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      int start = Long.BYTES + Math.toIntExact(all.getLong(0));
      JsonNode header = new ObjectMapper().readTree(file, Long.BYTES, start - Long.BYTES);
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      Map<String, String> metadata = new LinkedHashMap<>();
      header
          .path(METADATA)
          .fields()
          .forEachRemaining(e -> metadata.put(e.getKey(), e.getValue().asText()));
      header
          .fields()
          .forEachRemaining(
              e -> {
                if (!e.getKey().equals(METADATA)) {
                  tensors.put(e.getKey(), tensor(e.getValue(), all, start));
                }
              });
      return new SafeTensors(Map.copyOf(tensors), Map.copyOf(metadata));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          origin + " is no file of tensors that can be used: " + e.getMessage(), e);
    }
  }

  private static Tensor tensor(JsonNode told, ByteBuffer all, int start) {
    if (!told.path("dtype").asText().equals("F32")) {
      throw new IllegalArgumentException("arrays of " + told.path("dtype") + " are not read");
    }
    JsonNode axes = told.path("shape");
    long[] shape = new long[axes.size()];
    long size = Float.BYTES;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = axes.get(i).asLong();
      size *= shape[i];
    }
    int from = start + told.path("data_offsets").path(0).asInt();
    int to = start + told.path("data_offsets").path(1).asInt();
    if (to - from != size) {
      throw new IllegalArgumentException("an array is of another size than its shape");
    }
    float[] values = new float[(to - from) / Float.BYTES];
    all.slice(from, to - from).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return new Tensor(shape, values);
  }

  /** An array by its name. */
  Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("the encoder's heads lack " + name);
    }
    return tensor;
  }
}
