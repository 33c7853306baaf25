package org.vocstream.tuning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vocstream.encoder.OnnxMessage;

/**
 * Puts arrays of one's own in place of those of an ONNX file (ModelProto of onnx.proto3, a protocol
 * buffer). ONNX Runtime takes arrays beside the file, too, but reads those where they lie in Java's
 * memory, and crashes once they are collected there. Stateless.
 */
final class OnnxInitializers {
  private static final int GRAPH = 7;
  private static final int INITIALIZER = 5;
  private static final int FLOATS = 4;
  private static final int NAME = 8;
  private static final int BYTES = 9;

  private OnnxInitializers() {}

  /**
   * Replaces arrays where they lie.
   *
   * @param model the file, which is changed
   * @param arrays by their names in the file; each is as long as the one that it replaces
   * @throws IllegalArgumentException where the file has no such array, or one of another length
   */
  static void replace(byte[] model, Map<String, ByteBuffer> arrays) {
    Set<String> left = new HashSet<>(arrays.keySet());
    OnnxMessage.visit(
        model,
        0,
        model.length,
        (number, from, to, value) -> {
          if (number == GRAPH) {
            OnnxMessage.visit(
                model,
                from,
                to,
                (part, start, end, v) -> {
                  if (part == INITIALIZER) {
                    replace(model, start, end, arrays, left);
                  }
                });
          }
        });
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("the encoder has no arrays " + left);
    }
  }

  private static void replace(
      byte[] model, int from, int to, Map<String, ByteBuffer> arrays, Set<String> left) {
    String[] name = new String[1];
    int[] place = new int[2];
    OnnxMessage.visit(
        model,
        from,
        to,
        (number, start, end, value) -> {
          if (number == NAME) {
            name[0] = new String(model, start, end - start, StandardCharsets.UTF_8);
          } else if (number == BYTES || number == FLOATS) {
            place[0] = start;
            place[1] = end;
          }
        });
    ByteBuffer own = arrays.get(name[0]);
    if (own != null) {
      if (own.remaining() != place[1] - place[0]) {
        throw new IllegalArgumentException(
            "the encoder's array " + name[0] + " is longer or shorter");
      }
      own.duplicate().get(model, place[0], own.remaining());
      left.remove(name[0]);
    }
  }
}
