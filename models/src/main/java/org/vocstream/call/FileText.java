package org.vocstream.call;

import org.vocstream.text.FileCharset;

/**
 * The text of a transcript file, in any encoding of {@link FileCharset}. Stateless, thread-safe.
 */
final class FileText {
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
    String text =
        FileCharset.decode(bytes)
            .orElseThrow(
                () ->
                    new TranscriptException(
                        "the file is neither UTF-8 nor GBK text; is it the recording itself? Save the transcript as UTF-8"));
    if (text.isBlank()) {
      throw new TranscriptException("the file holds white space only");
    }
    if (FileCharset.isBinary(text)) {
      throw new TranscriptException(
          "the file is binary and no text; import the transcript, not the recording");
    }
    return text;
  }
}
