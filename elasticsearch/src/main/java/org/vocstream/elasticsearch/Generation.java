package org.vocstream.elasticsearch;

import java.util.Map;

/**
 * What one scoring of all feedback has written: one index of each kind that depends on the scores.
 * Dead letters belong to none. Immutable.
 *
 * @param number from 1; its indices carry it in their names
 * @param indices name of the index of each kind
 * @param current true where the aliases point at it
 * @param provenance how it was made, or null where rescoring did not make it
 */
public record Generation(
    int number, Map<VocIndex, String> indices, boolean current, Provenance provenance) {
  /** Keeps a copy. */
  public Generation {
    indices = Map.copyOf(indices);
  }

  /** True where its making was interrupted: it lacks feedback, and nobody may read it. */
  public boolean isHalfBuilt() {
    return !current && provenance != null && !provenance.complete();
  }

  /** Where to write in order to write into this generation. */
  public Target target() {
    return Target.generations(indices);
  }

  /** The same made in this way. */
  Generation with(Provenance how) {
    return new Generation(number, indices, current, how);
  }
}
