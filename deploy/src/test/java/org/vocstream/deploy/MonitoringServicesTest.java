package org.vocstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.deploy.DeployFiles.HOME;
import static org.vocstream.deploy.DeployFiles.KUBERNETES;
import static org.vocstream.deploy.DeployFiles.documents;
import static org.vocstream.deploy.DeployFiles.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prometheus finds Flink, Grafana finds Prometheus and the dashboard. */
class MonitoringServicesTest {
  private static final Path MONITORING = HOME.resolve("deploy/monitoring");

  private final ComposeFile compose = new ComposeFile();

  @Test
  void prometheusAsksEveryProcessOfFlink() {
    JsonNode names =
        documents(MONITORING.resolve("prometheus.yml"))
            .get(0)
            .at("/scrape_configs/0/dns_sd_configs/0");
    List<String> flink =
        compose.services().keySet().stream()
            .filter(name -> compose.environment(name).containsKey("FLINK_PROPERTIES"))
            .toList();
    assertThat(texts(names.get("names"))).containsExactlyInAnyOrderElementsOf(flink);
    assertThat(compose.environment("taskmanager").get("FLINK_PROPERTIES"))
        .contains("metrics.reporter.prom.port: " + names.get("port").asInt() + "-");
  }

  @Test
  void prometheusHasItsRules() {
    Map<String, String> mounts = mounts("prometheus");
    String configuration = mounts.get("./monitoring/prometheus.yml");
    assertThat(compose.command("prometheus")).contains("--config.file=" + configuration);
    for (String rules :
        texts(documents(MONITORING.resolve("prometheus.yml")).get(0).get("rule_files"))) {
      assertThat(mounts)
          .containsEntry(
              "./monitoring/" + rules, Path.of(configuration).resolveSibling(rules).toString());
    }
  }

  @Test
  void grafanaHasPrometheusAndTheDashboard() {
    JsonNode source = documents(MONITORING.resolve("grafana-datasource.yaml")).get(0);
    URI prometheus = URI.create(source.at("/datasources/0/url").asText());
    assertThat(texts(compose.services().get(prometheus.getHost()).get("ports")))
        .anyMatch(port -> port.endsWith(":" + prometheus.getPort()));
    // The dashboard takes the standard one.
    assertThat(source.at("/datasources/0/isDefault").asBoolean()).isTrue();
    Map<String, String> mounts = mounts("grafana");
    String folder =
        documents(MONITORING.resolve("grafana-provider.yaml"))
            .get(0)
            .at("/providers/0/options/path")
            .asText();
    assertThat(mounts)
        .containsEntry(
            "./monitoring/grafana-datasource.yaml",
            "/etc/grafana/provisioning/datasources/voc.yaml")
        .containsEntry(
            "./monitoring/grafana-provider.yaml", "/etc/grafana/provisioning/dashboards/voc.yaml")
        .containsEntry("./monitoring/grafana-dashboard.json", folder + "/grafana-dashboard.json");
  }

  @Test
  void kubernetesTellsPrometheusWhereToAsk() {
    JsonNode pod = documents(KUBERNETES.resolve("scoring-job.yaml")).get(0).at("/spec/podTemplate");
    String port = pod.at("/metadata/annotations/prometheus.io~1port").asText();
    assertThat(pod.at("/metadata/annotations/prometheus.io~1scrape").asText()).isEqualTo("true");
    assertThat(pod.at("/spec/containers/0/ports").findValuesAsText("containerPort"))
        .containsExactly(port);
    assertThat(
            documents(KUBERNETES.resolve("network-policy.yaml")).stream()
                .flatMap(policy -> policy.findValues("ingress").stream())
                .flatMap(rules -> rules.findValuesAsText("port").stream()))
        .contains(port);
  }

  @Test
  void kubernetesGetsRulesAndDashboard() {
    JsonNode maps =
        documents(MONITORING.resolve("kustomization.yaml")).get(0).get("configMapGenerator");
    assertThat(
            Stream.of(maps.get(0), maps.get(1))
                .flatMap(map -> texts(map.get("files")).stream())
                .map(MONITORING::resolve))
        .containsExactly(
            MONITORING.resolve("alerts.yml"), MONITORING.resolve("grafana-dashboard.json"))
        .allSatisfy(file -> assertThat(file).exists());
  }

  private Map<String, String> mounts(String service) {
    return texts(compose.services().get(service).get("volumes")).stream()
        .map(volume -> volume.split(":", -1))
        .collect(Collectors.toMap(v -> v[0], v -> v[1], (a, b) -> a, TreeMap::new));
  }
}
