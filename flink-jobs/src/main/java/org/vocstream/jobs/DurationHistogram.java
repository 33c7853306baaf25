package org.vocstream.jobs;

import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * The distribution of the last {@value #WINDOW} durations: given in nanoseconds, told in seconds.
 * Flink's own histograms hold whole numbers, so seconds would all be 0. Minimum, maximum and the
 * values themselves, which Flink wants whole, are rounded to seconds. Thread-safe.
 */
final class DurationHistogram implements Histogram {
  /** Durations that are kept. */
  static final int WINDOW = 1_000;

  private static final double SECOND = 1e9;

  private final Histogram nanos = new DescriptiveStatisticsHistogram(WINDOW);

  @Override
  public void update(long durationNanos) {
    nanos.update(durationNanos);
  }

  @Override
  public long getCount() {
    return nanos.getCount();
  }

  @Override
  public HistogramStatistics getStatistics() {
    return new InSeconds(nanos.getStatistics());
  }

  private static final class InSeconds extends HistogramStatistics {
    private final HistogramStatistics nanos;

    InSeconds(HistogramStatistics nanos) {
      this.nanos = nanos;
    }

    @Override
    public double getQuantile(double quantile) {
      return nanos.getQuantile(quantile) / SECOND;
    }

    @Override
    public long[] getValues() {
      long[] values = nanos.getValues();
      for (int i = 0; i < values.length; i++) {
        values[i] = whole(values[i]);
      }
      return values;
    }

    @Override
    public int size() {
      return nanos.size();
    }

    @Override
    public double getMean() {
      return nanos.getMean() / SECOND;
    }

    @Override
    public double getStdDev() {
      return nanos.getStdDev() / SECOND;
    }

    @Override
    public long getMax() {
      return whole(nanos.getMax());
    }

    @Override
    public long getMin() {
      return whole(nanos.getMin());
    }

    private static long whole(long durationNanos) {
      return Math.round(durationNanos / SECOND);
    }
  }
}
