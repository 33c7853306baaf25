package org.vocstream.feedback;

import java.util.List;

/** Tells who speaks in turns that name nobody. Thread-safe. */
public interface SpeakerRoles {
  /**
   * Who speaks in each of these turns.
   *
   * @param turns what is said, in order; a turn may be empty
   * @return one speaker per turn
   */
  List<Speaker> of(List<String> turns);
}
