package org.vocstream.call;

/**
 * A stretch of speech as a recogniser or a subtitle file holds it. Immutable.
 *
 * @param speaker label of who speaks, as written; null where the file names nobody
 * @param text what is said, not blank
 * @param startMs begin in milliseconds from the begin of the call, or null; never negative
 * @param endMs end in milliseconds from the begin of the call, or null; never before the begin
 */
public record Segment(String speaker, String text, Long startMs, Long endMs) {
  private static final int LONGEST_LABEL = 100;
  private static final long LONGEST_MS = 7L * 24 * 3600 * 1000;

  /** Strips label and text, and leaves out times that cannot be. */
  public Segment {
    speaker = speaker == null || speaker.isBlank() ? null : cut(speaker.strip());
    text = text.strip();
    startMs = sound(startMs);
    endMs = sound(endMs);
    endMs = startMs != null && endMs != null && endMs < startMs ? null : endMs;
  }

  /** No speaker has so long a name. */
  private static String cut(String label) {
    return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
  }

  private static Long sound(Long ms) {
    return ms == null || ms < 0 || ms > LONGEST_MS ? null : ms;
  }

  /** The same stretch so many milliseconds earlier; a time that would be negative is left out. */
  Segment earlier(long ms) {
    return new Segment(
        speaker, text, startMs == null ? null : startMs - ms, endMs == null ? null : endMs - ms);
  }
}
