package org.vocstream.feedback;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Strict decoding of UTF-8 that says where it breaks. */
final class Utf8 {
  private Utf8() {}

  /** A record of these bytes; where they are no UTF-8, one with a problem that names the byte. */
  static RawRecord record(String origin, byte[] bytes, int from, int to, long size) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(to - from);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CoderResult result = decoder.decode(in, chars, true);
    if (result.isError()) {
      String problem =
          String.format(
              "not valid UTF-8 at byte %d (0x%02X); save the file as UTF-8",
              in.position() - from + 1, bytes[in.position()]);
      return new RawRecord(origin, lenient(bytes, from, to), size, problem);
    }
    return new RawRecord(origin, chars.flip().toString(), size, null);
  }

  /** The text with U+FFFD where the bytes are no UTF-8. */
  static String lenient(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
