package org.vocstream.suspect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of one signature at a place where near copies meet.
 *
 * @param ascii signature of their fingerprints; Flink writes bytes at once, and text letter by
 *     letter
 * @param copies in order of {@link Trace#isBefore}; changed in place by {@link Copies}
 */
@SuppressWarnings("ArrayRecordComponent") // Groups are never compared.
public record Group(byte[] ascii, List<Copy> copies) {
  /** A group without texts. */
  static Group of(String signature) {
    return new Group(signature.getBytes(StandardCharsets.US_ASCII), new ArrayList<>(1));
  }

  String signature() {
    return new String(ascii, StandardCharsets.US_ASCII);
  }

  /** A text of this group as it was left at its place. */
  Trace trace(Copy copy, String place) {
    return new Trace(place, copy.key(), copy.voice(), copy.publishedAt(), signature());
  }
}
