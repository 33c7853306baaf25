package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed to Prometheus and Grafana is what they take. */
class MonitoringFilesTest {
  private static final Path MONITORING = Path.of("../deploy/monitoring");
  private static final Path MANUAL = Path.of("../docs/monitoring.md");

  /** Units by their names in Grafana, those that are used here. */
  private static final Set<String> UNITS =
      Set.of("none", "reqps", "s", "ms", "bytes", "percentunit");

  private static final int COLUMNS = 24;

  @TempDir Path folder;

  @Test
  void namesOfMetricsAreFoundInExpressions() {
    assertThat(
            MonitoringFiles.metrics(
                "sum by (job, le) (rate(a_total{x=~\"b_total|c{d\"}[5m] offset 1h)) / on(y)"
                    + " max_over_time(e[$__rate_interval]) > 0.5 and f"))
        .containsExactly("a_total", "e", "f");
  }

  @Test
  void everyMetricOfOursIsExplainedAndShown() throws IOException {
    String manual = Files.readString(MANUAL);
    Set<String> shown = new HashSet<>();
    for (String expression :
        MonitoringFiles.expressions(MONITORING.resolve("grafana-dashboard.json"))) {
      shown.addAll(MonitoringFiles.metrics(expression));
    }
    for (JobMetric metric : JobMetric.values()) {
      assertThat(manual)
          .contains(
              "| `%s` | %s | %s |"
                  .formatted(
                      metric.metricName(),
                      metric.label() == null ? "" : "`" + metric.label() + "`",
                      metric.meaning()));
      if (metric != JobMetric.BYTES_READ) {
        assertThat(shown).contains(metric.exportedName());
      }
    }
  }

  @Test
  void aDashboardHasWhatGrafanaAsksFor() throws IOException {
    JsonNode dashboard =
        new ObjectMapper().readTree(MONITORING.resolve("grafana-dashboard.json").toFile());
    assertThat(dashboard.path("title").asText()).isNotBlank();
    assertThat(dashboard.path("uid").asText()).matches("[a-zA-Z0-9_-]{1,40}");
    assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
    Set<Integer> ids = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (JsonNode panel : dashboard.path("panels")) {
      assertThat(ids.add(panel.path("id").asInt())).as("an id of its own: %s", panel).isTrue();
      assertThat(panel.path("title").asText()).isNotBlank();
      JsonNode at = panel.path("gridPos");
      assertThat(at.path("x").asInt() + at.path("w").asInt()).isBetween(1, COLUMNS);
      for (int x = 0; x < at.path("w").asInt(); x++) {
        for (int y = 0; y < at.path("h").asInt(); y++) {
          String cell = (at.path("x").asInt() + x) + "/" + (at.path("y").asInt() + y);
          assertThat(places.add(cell)).as("%s covers another", panel.path("title")).isTrue();
        }
      }
      if (!panel.path("type").asText().equals("row")) {
        shows(panel);
      }
    }
  }

  private static void shows(JsonNode panel) {
    String title = panel.path("title").asText();
    assertThat(panel.path("type").asText()).as(title).isIn("stat", "timeseries");
    assertThat(panel.path("description").asText()).as(title).isNotBlank();
    assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText())
        .as(title)
        .isIn(UNITS);
    assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("${datasource}");
    assertThat(panel.path("targets")).as(title).isNotEmpty();
    Set<String> references = new HashSet<>();
    for (JsonNode target : panel.path("targets")) {
      assertThat(references.add(target.path("refId").asText())).as(title).isTrue();
      assertThat(target.path("expr").asText()).as(title).isNotBlank();
    }
  }

  @Test
  void everyAlertSaysWhatIsWrongAndTheManualWhatToDo() throws IOException {
    String manual = Files.readString(MANUAL);
    Set<String> names = new HashSet<>();
    for (Map<?, ?> rule : MonitoringFiles.rules(MONITORING.resolve("alerts.yml"))) {
      String name = (String) rule.get("alert");
      assertThat(names.add(name)).as("%s stands once", name).isTrue();
      assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("warning", "critical");
      Map<?, ?> annotations = (Map<?, ?>) rule.get("annotations");
      assertThat((String) annotations.get("summary")).isNotBlank();
      assertThat((String) annotations.get("description"))
          .endsWith("docs/monitoring.md#" + name.toLowerCase(Locale.ROOT));
      assertThat(manual).contains("### " + name + "\n");
    }
    assertThat(names).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check rules alerts.yml",
        "check config prometheus.yml",
        "test rules alerts-test.yml"
      })
  void prometheusItselfTakesTheFiles(String command) throws Exception {
    Result result = promtool(MONITORING, command.split(" "));
    assertThat(result.exitCode()).as(result.output()).isZero();
  }

  @Test
  void prometheusItselfUnderstandsTheDashboard() throws Exception {
    StringBuilder rules = new StringBuilder("groups:\n  - name: panels\n    rules:\n");
    for (String expression :
        MonitoringFiles.expressions(MONITORING.resolve("grafana-dashboard.json"))) {
      // Grafana puts a duration there.
      String asked = expression.replace("$__rate_interval", "1m").replace("'", "''");
      rules.append("      - record: panel\n        expr: '").append(asked).append("'\n");
    }
    // Only the syntax is checked; each rule must be its own.
    String text = rules.toString();
    for (int i = 0; text.contains("record: panel\n"); i++) {
      text = text.replaceFirst("record: panel\n", "record: panel_" + i + "\n");
    }
    Files.writeString(folder.resolve("panels.yml"), text);
    Result result = promtool(folder, "check", "rules", "panels.yml");
    assertThat(result.exitCode()).as(result.output()).isZero();
  }

  private record Result(int exitCode, String output) {}

  /**
   * Runs Prometheus' own check; without it the test is skipped, or fails where it must be there.
   */
  private Result promtool(Path where, String... arguments)
      throws IOException, InterruptedException {
    Optional<Path> tool =
        Arrays.stream(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
            .map(directory -> Path.of(directory, "promtool"))
            .filter(Files::isExecutable)
            .findFirst();
    if (!Boolean.getBoolean("promtool.required")) {
      assumeTrue(
          tool.isPresent(), "promtool is not installed (Debian: apt-get install prometheus)");
    }
    List<String> command = new ArrayList<>(List.of(tool.orElseThrow().toString()));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
