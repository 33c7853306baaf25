package org.vocstream.elasticsearch;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Where documents are written: the aliases, or, while history is rescored, a generation that nobody
 * reads yet. Immutable.
 *
 * @param feedback alias or index of feedback
 * @param mentions alias or index of mentions
 * @param deadLetters alias or index of dead letters
 * @param scores alias or index of daily cells
 * @param aliases true where all of them are aliases; a write then fails where an alias is missing,
 *     instead of making an index with a guessed mapping
 */
public record Target(
    String feedback, String mentions, String deadLetters, String scores, boolean aliases)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The current generations, by their aliases. */
  public static Target current() {
    return new Target(
        VocIndex.FEEDBACK.alias(),
        VocIndex.MENTIONS.alias(),
        VocIndex.DEAD_LETTERS.alias(),
        VocIndex.SCORES.alias(),
        true);
  }

  /**
   * Named generations.
   *
   * @param generations an index name for each kind; dead letters go behind their alias as ever
   *     where none is named
   * @throws IllegalArgumentException where another kind is missing
   */
  public static Target generations(Map<VocIndex, String> generations) {
    for (VocIndex index : List.of(VocIndex.FEEDBACK, VocIndex.MENTIONS, VocIndex.SCORES)) {
      if (!generations.containsKey(index)) {
        throw new IllegalArgumentException("no generation of " + index.alias() + " is named");
      }
    }
    return new Target(
        generations.get(VocIndex.FEEDBACK),
        generations.get(VocIndex.MENTIONS),
        generations.getOrDefault(VocIndex.DEAD_LETTERS, VocIndex.DEAD_LETTERS.alias()),
        generations.get(VocIndex.SCORES),
        false);
  }
}
