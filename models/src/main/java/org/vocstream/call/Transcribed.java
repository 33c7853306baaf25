package org.vocstream.call;

import java.util.List;
import java.util.Map;

/**
 * What a transcript file holds. Immutable.
 *
 * @param segments in the order of the file
 * @param attributes what else the file says of the call, by name: {@code lang}, {@code id}, {@code
 *     header}
 */
public record Transcribed(List<Segment> segments, Map<String, String> attributes) {
  /** Keeps copies and leaves segments without words out. */
  public Transcribed {
    segments = segments.stream().filter(s -> Words.isThere(s.text())).toList();
    attributes = Map.copyOf(attributes);
  }
}
