package org.vocstream.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file that people or their programs exported: UTF-8, UTF-16 by its mark, or GB 18030
 * (GBK), which Chinese programs write. Stateless, thread-safe.
 */
public final class FileCharset {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int MOST_ODD_PERCENT = 2;

  private FileCharset() {}

  /** The text, without a byte-order mark; empty where the bytes are none of these. */
  public static Optional<String> decode(byte[] bytes) {
    return Optional.ofNullable(decoded(bytes))
        .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** True for a text of control characters, as the bytes of a recording or an archive give. */
  public static boolean isBinary(String text) {
    long control = text.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t').count();
    return control * 100 > (long) MOST_ODD_PERCENT * text.length();
  }

  private static String decoded(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return strict(bytes, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return strict(bytes, StandardCharsets.UTF_16BE);
    }
    String utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return utf8;
    }
    String gbk = strict(bytes, GB18030);
    return gbk == null || isOdd(gbk) ? null : gbk;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Bytes of another encoding read as GBK give private-use and unassigned characters. */
  private static boolean isOdd(String text) {
    long odd =
        text.codePoints()
            .filter(
                c ->
                    Character.getType(c) == Character.PRIVATE_USE
                        || Character.getType(c) == Character.UNASSIGNED)
            .count();
    return odd * 100 > (long) MOST_ODD_PERCENT * text.length();
  }
}
