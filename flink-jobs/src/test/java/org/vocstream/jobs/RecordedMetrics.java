package org.vocstream.jobs;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** A metric group that remembers what was registered, as {@code voc.index.voc-late.documents}. */
final class RecordedMetrics extends UnregisteredMetricsGroup {
  private final Map<String, Metric> all;
  private final String prefix;

  RecordedMetrics() {
    this(new TreeMap<>(), "");
  }

  private RecordedMetrics(Map<String, Metric> all, String prefix) {
    this.all = all;
    this.prefix = prefix;
  }

  @Override
  public MetricGroup addGroup(String name) {
    return new RecordedMetrics(all, prefix + name + ".");
  }

  @Override
  public MetricGroup addGroup(String key, String value) {
    return addGroup(key).addGroup(value);
  }

  @Override
  public Counter counter(String name) {
    Counter counter = super.counter(name);
    all.put(prefix + name, counter);
    return counter;
  }

  @Override
  public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
    all.put(prefix + name, gauge);
    return gauge;
  }

  @Override
  public <H extends Histogram> H histogram(String name, H histogram) {
    all.put(prefix + name, histogram);
    return histogram;
  }

  long count(String name) {
    return ((Counter) all.get(name)).getCount();
  }

  Histogram histogram(String name) {
    return (Histogram) all.get(name);
  }

  Map<String, Metric> all() {
    return all;
  }
}
