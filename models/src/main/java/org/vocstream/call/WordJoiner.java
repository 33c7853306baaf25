package org.vocstream.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes stretches of speech from single words with their speakers. For one thread, one file. */
final class WordJoiner {
  private final List<Segment> segments = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private String speaker;
  private Long start;
  private Long end;

  /** Adds the next word; a new speaker begins a new stretch. */
  void add(String who, String word, Long from, Long to) {
    if (!Objects.equals(who, speaker)) {
      close();
      speaker = who;
    }
    Words.append(said, word);
    start = start == null ? from : start;
    end = to == null ? end : to;
  }

  /** Ends the stretch, as at the end of a sentence. */
  void close() {
    if (!said.isEmpty()) {
      segments.add(new Segment(speaker, said.toString(), start, end));
    }
    said.setLength(0);
    start = null;
    end = null;
  }

  /** All stretches in order. */
  List<Segment> segments() {
    close();
    return List.copyOf(segments);
  }
}
