package org.vocstream.tuning;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes small ONNX files: fields of protocol buffers as onnx.proto3 numbers them. */
final class OnnxFile {
  private OnnxFile() {}

  static byte[] number(int field, int value) {
    return joined(new byte[] {(byte) (field << 3)}, length(value));
  }

  static byte[] bytes(int field, String text) {
    return bytes(field, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] bytes(int field, byte[] content) {
    return joined(new byte[] {(byte) ((field << 3) | 2)}, length(content.length), content);
  }

  static byte[] floats(float... values) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return bytes(9, raw.array());
  }

  private static byte[] length(int value) {
    return value < 128
        ? new byte[] {(byte) value}
        : new byte[] {(byte) ((value & 127) | 128), (byte) (value >>> 7)};
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
