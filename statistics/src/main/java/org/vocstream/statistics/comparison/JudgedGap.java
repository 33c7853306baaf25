package org.vocstream.statistics.comparison;

import org.vocstream.statistics.Gap;
import org.vocstream.statistics.Verdict;

/**
 * A gap with what may be claimed of it. Immutable.
 *
 * @param gap own less other; on the reference mix of channels where both are on it
 * @param onMix false where the gap is the raw one, for there is no channel in which all brands have
 *     enough feedback
 * @param raw the gap over all mentions, whatever their channels
 * @param verdict what may be claimed of {@code gap} among all gaps shown together
 * @param adjusted its probability, adjusted over these gaps, 0..1; 1 where there is not enough
 */
public record JudgedGap(Gap gap, boolean onMix, Gap raw, Verdict verdict, double adjusted) {}
