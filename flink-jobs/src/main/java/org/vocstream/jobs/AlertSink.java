package org.vocstream.jobs;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.vocstream.statistics.alert.Alert;

/**
 * Delivers alerts to webhooks and files. Delivery is at least once: the receiver tells by the
 * {@code id} what it has already. A delivery that fails is logged and counted; the alert stands in
 * the index all the same, and the job goes on. To be run by one subtask.
 */
final class AlertSink implements Sink<Alert> {
  private static final long serialVersionUID = 1L;

  private final List<AlertDestination> destinations;

  AlertSink(List<AlertDestination> destinations) {
    this.destinations = List.copyOf(destinations);
  }

  @Override
  public SinkWriter<Alert> createWriter(WriterInitContext context) throws IOException {
    return new AlertWriter(destinations, System.getenv(), Clock.systemUTC(), context.metricGroup());
  }
}
