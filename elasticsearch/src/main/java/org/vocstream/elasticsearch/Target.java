package org.vocstream.elasticsearch;

import java.util.Map;

/**
 * Where documents are written: the aliases, or, while history is rescored, a generation that nobody
 * reads yet. Immutable.
 *
 * @param feedback alias or index of feedback
 * @param mentions alias or index of mentions
 * @param deadLetters alias or index of dead letters
 * @param aliases true where all three are aliases; a write then fails where an alias is missing,
 *     instead of making an index with a guessed mapping
 */
public record Target(String feedback, String mentions, String deadLetters, boolean aliases) {
  /** The current generations, by their aliases. */
  public static Target current() {
    return new Target(
        VocIndex.FEEDBACK.alias(), VocIndex.MENTIONS.alias(), VocIndex.DEAD_LETTERS.alias(), true);
  }

  /**
   * Named generations.
   *
   * @param generations one index name for each kind
   * @throws IllegalArgumentException where a kind is missing
   */
  public static Target generations(Map<VocIndex, String> generations) {
    for (VocIndex index : VocIndex.values()) {
      if (!generations.containsKey(index)) {
        throw new IllegalArgumentException("no generation of " + index.alias() + " is named");
      }
    }
    return new Target(
        generations.get(VocIndex.FEEDBACK),
        generations.get(VocIndex.MENTIONS),
        generations.get(VocIndex.DEAD_LETTERS),
        false);
  }
}
