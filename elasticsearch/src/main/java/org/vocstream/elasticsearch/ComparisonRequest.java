package org.vocstream.elasticsearch;

import java.util.Optional;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.comparison.ComparisonOptions;

/**
 * A comparison that is asked for. Immutable.
 *
 * @param options what is compared, and how
 * @param filter over which feedback
 * @param before the earlier period whose change is told; empty for none
 * @param cluster what an interval takes as one voice
 */
public record ComparisonRequest(
    ComparisonOptions options,
    ScoreFilter filter,
    Optional<Period> before,
    CellQuery.Cluster cluster) {}
