package org.vocstream.call;

/** Reads one format of transcripts. Immutable, thread-safe. */
interface TranscriptReader {
  /**
   * Whether a file is of this format.
   *
   * @param name its file name in lower case
   * @param text what it holds
   */
  boolean reads(String name, String text);

  /**
   * What the file holds.
   *
   * @throws TranscriptException where it is broken
   */
  Transcribed read(String text) throws TranscriptException;
}
