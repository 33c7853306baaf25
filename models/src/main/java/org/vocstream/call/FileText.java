package org.vocstream.call;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file: UTF-8, UTF-16 by its mark, or GB 18030 (GBK), which Chinese call platforms
 * write. Stateless, thread-safe.
 */
final class FileText {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int MOST_ODD_PERCENT = 2;

  private FileText() {}

  /**
   * The text, without a byte-order mark.
   *
   * @throws TranscriptException where the bytes are no text
   */
  static String of(byte[] bytes) throws TranscriptException {
    if (bytes.length == 0) {
      throw new TranscriptException("the file is empty");
    }
    String text = decoded(bytes);
    if (text == null) {
      throw new TranscriptException(
          "the file is neither UTF-8 nor GBK text; is it the recording itself? Save the transcript as UTF-8");
    }
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (text.isBlank()) {
      throw new TranscriptException("the file holds white space only");
    }
    if (isBinary(text)) {
      throw new TranscriptException(
          "the file is binary and no text; import the transcript, not the recording");
    }
    return text;
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

  private static boolean isBinary(String text) {
    long control = text.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t').count();
    return control * 100 > (long) MOST_ODD_PERCENT * text.length();
  }
}
