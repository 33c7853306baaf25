package org.vocstream.statistics.alert;

/**
 * One measure of a day, or of a run of two or three days that ends with it, against the baseline.
 * Immutable.
 *
 * @param measure what is measured
 * @param days days of the run, 1 to {@link Baseline#RUN}
 * @param expected what the days before let expect: a share 0..1, or mentions a day
 * @param seen the same as it came, on average of the run
 * @param n mentions of the run
 * @param score standard deviations above what was expected, below 0 where it was less
 */
public record Deviation(
    AlertMeasure measure, int days, double expected, double seen, long n, double score) {}
