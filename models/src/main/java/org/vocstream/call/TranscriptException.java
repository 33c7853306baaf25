package org.vocstream.call;

/** Why a file gives no transcript: one sentence that says what is wrong and what to do. */
public final class TranscriptException extends Exception {
  private static final long serialVersionUID = 1L;

  TranscriptException(String reason) {
    super(reason);
  }
}
