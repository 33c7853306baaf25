package org.vocstream.elasticsearch;

import java.time.Instant;

/**
 * A feedback that came when the cells of its day were closed: it stands in the index, and the daily
 * cells do not count it until they are repaired. Immutable.
 *
 * @param feedback {@code _id} of the feedback document
 * @param brand its brand, or null
 * @param channel its channel
 * @param publishedAt when it was published; null where an undated withdrawal came too late
 * @param closedUntil days that ended before this instant were closed when it came
 */
public record LateFeedback(
    String feedback, String brand, String channel, Instant publishedAt, Instant closedUntil) {}
