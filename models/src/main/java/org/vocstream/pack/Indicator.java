package org.vocstream.pack;

import java.util.List;

/**
 * One thing that customers judge. Immutable.
 *
 * @param code stable, never used again for anything else: {@code delivery.speed}
 * @param label its own name
 * @param group code of the indicator under which it is reported; its own code where it is reported
 *     by itself
 * @param touchpoint code of the touchpoint it belongs to
 * @param value benefit or cost, and of which sort
 * @param cues what tells that a clause speaks of it; may be empty for one that only a trained model
 *     finds
 */
public record Indicator(
    String code, Names label, String group, String touchpoint, Value value, List<Cue> cues) {

  /** True where the indicator is reported by itself. */
  public boolean isGroup() {
    return group.equals(code);
  }
}
