package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {
  private MetricsEndpoint endpoint;

  @BeforeEach
  void serve() throws Exception {
    endpoint = new MetricsEndpoint(0);
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void metricsAreServedInTheFormatOfPrometheusUnderFlinksNames() throws Exception {
    SimpleCounter read = new SimpleCounter();
    read.inc(7);
    DescriptiveStatisticsHistogram time = new DescriptiveStatisticsHistogram(10);
    time.update(3);
    Group group = new Group("taskmanager_job", Map.of("<job_name>", "包 \"a\\b\""));
    endpoint.notifyOfAddedMetric(read, "records-read", group);
    endpoint.notifyOfAddedMetric((Gauge<Object>) () -> Double.NaN, "newest", group);
    endpoint.notifyOfAddedMetric((Gauge<Object>) () -> true, "running", group);
    endpoint.notifyOfAddedMetric((Gauge<Object>) () -> "a path", "words", group);
    endpoint.notifyOfAddedMetric(new MeterView(60), "rate", group);
    endpoint.notifyOfAddedMetric(time, "time", group);
    HttpResponse<String> answer = get();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(
            """
            # TYPE flink_taskmanager_job_newest gauge
            flink_taskmanager_job_newest{L} NaN
            # TYPE flink_taskmanager_job_rate gauge
            flink_taskmanager_job_rate{L} 0.0
            # TYPE flink_taskmanager_job_records_read gauge
            flink_taskmanager_job_records_read{L} 7.0
            # TYPE flink_taskmanager_job_running gauge
            flink_taskmanager_job_running{L} 1.0
            # TYPE flink_taskmanager_job_time summary
            flink_taskmanager_job_time_count{L} 1.0
            flink_taskmanager_job_time{L,quantile="0.5"} 3.0
            flink_taskmanager_job_time{L,quantile="0.75"} 3.0
            flink_taskmanager_job_time{L,quantile="0.95"} 3.0
            flink_taskmanager_job_time{L,quantile="0.98"} 3.0
            flink_taskmanager_job_time{L,quantile="0.99"} 3.0
            flink_taskmanager_job_time{L,quantile="0.999"} 3.0
            """
                .replace("L", "job_name=\"包 \\\"a\\\\b\\\"\""));
  }

  @Test
  void whatHasEndedIsNoLongerTold() throws Exception {
    SimpleCounter counter = new SimpleCounter();
    Group group = new Group("taskmanager", Map.of());
    endpoint.notifyOfAddedMetric(counter, "count", group);
    assertThat(get().body()).contains("flink_taskmanager_count{} 0.0");
    endpoint.notifyOfRemovedMetric(counter, "count", group);
    assertThat(get().body()).isEmpty();
  }

  @Test
  void aPortThatIsTakenIsKnownBeforehand() throws Exception {
    assertThat(MetricsEndpoint.canListen(endpoint.port())).isFalse();
    assertThat(MetricsEndpoint.canListen(0)).isFalse();
    assertThat(MetricsEndpoint.canListen(65_536)).isFalse();
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(MetricsEndpoint.canListen(free)).isTrue();
  }

  private HttpResponse<String> get() throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + "/metrics"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** A group as Flink hands it to reporters. */
  private static final class Group extends UnregisteredMetricsGroup
      implements LogicalScopeProvider {
    private final String scope;
    private final Map<String, String> variables;

    Group(String scope, Map<String, String> variables) {
      this.scope = scope;
      this.variables = variables;
    }

    @Override
    public Map<String, String> getAllVariables() {
      return variables;
    }

    @Override
    public String getLogicalScope(CharacterFilter filter) {
      return scope;
    }

    @Override
    public String getLogicalScope(CharacterFilter filter, char delimiter) {
      return scope;
    }

    @Override
    public MetricGroup getWrappedMetricGroup() {
      return this;
    }
  }
}
