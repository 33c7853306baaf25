package org.vocstream.jobs;

import java.util.Map;

/**
 * What the scoring job has counted so far; exact over restarts of the job unless told otherwise.
 * Immutable.
 *
 * @param read records read
 * @param bytes bytes of input that these records took
 * @param refused records that became dead letters because they break the envelope's contract
 * @param replaced feedback that replaced an earlier version within the run
 * @param withdrawn withdrawals
 * @param standing feedback that the index must hold of this run: one per id, less what was
 *     withdrawn
 * @param late feedback whose daily cells were closed when it came
 * @param settingsRefused new packs and competitor sets that could not take effect, each a dead
 *     letter; since the job was last started
 */
public record RunCounts(
    long read,
    long bytes,
    long refused,
    long replaced,
    long withdrawn,
    long standing,
    long late,
    long settingsRefused) {
  /** The counts in the accumulators of a job; 0 where the job has not reported one yet. */
  public static RunCounts of(Map<String, Object> accumulators) {
    return new RunCounts(
        count(accumulators, TakeIn.READ),
        count(accumulators, TakeIn.BYTES),
        count(accumulators, TakeIn.REFUSED),
        count(accumulators, CountVersions.REPLACED),
        count(accumulators, CountVersions.WITHDRAWN),
        count(accumulators, CountVersions.STANDING),
        count(accumulators, ContributeToCells.TOO_LATE),
        count(accumulators, ScoreFeedback.SETTINGS_REFUSED));
  }

  private static long count(Map<String, Object> accumulators, String name) {
    return accumulators.get(name) instanceof Long counted ? counted : 0;
  }
}
