package org.vocstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.deploy.DeployFiles.KUBERNETES;
import static org.vocstream.deploy.DeployFiles.documents;
import static org.vocstream.deploy.DeployFiles.manifests;
import static org.vocstream.deploy.DeployFiles.name;
import static org.vocstream.deploy.DeployFiles.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests are what Kubernetes and the Flink operator take, and hold together. */
class KubernetesManifestsTest {
  /** Applied by hand, and nobody's without values or a reason. */
  private static final Set<String> BY_HAND =
      Set.of("rescore-job.yaml", "secrets.example.yaml", "setup-job.yaml");

  private static KubernetesSchema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    schema = new KubernetesSchema();
  }

  static Stream<Path> files() {
    return DeployFiles.yamlFiles().stream().filter(f -> !f.endsWith("kustomization.yaml"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachFollowsItsSchema(Path file) {
    for (JsonNode manifest : documents(file)) {
      assertThat(schema.problems(manifest)).as(name(manifest)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "scoring-job.yaml, /spec/podTemplate/spec/containers/0, readOnlyRootFileSystem",
    "scoring-job.yaml, /spec/job, paralelism",
    "scoring-job.yaml, /spec, flinkConfig",
    "page.yaml, /spec/template/spec/containers/0/securityContext, runAsNonroot",
    "page.yaml, /spec, replica",
    "report-cronjob.yaml, /spec/jobTemplate/spec/template/spec, restart",
    "network-policy.yaml, /spec, egres",
    "disruption-budgets.yaml, /spec, minimumAvailable",
    "service-accounts.yaml, /metadata, label",
    "storage.yaml, /spec/resources, request"
  })
  void aFieldThatThereIsNotIsFound(String file, String at, String field) {
    JsonNode manifest = documents(KUBERNETES.resolve(file)).get(0);
    ((ObjectNode) manifest.at(at)).put(field, "planted");
    assertThat(schema.problems(manifest)).asString().contains(field);
  }

  @ParameterizedTest
  @CsvSource({
    "scoring-job.yaml, /spec/job, parallelism",
    "scoring-job.yaml, /spec/taskManager/resource, cpu",
    "scoring-job.yaml, /spec, flinkVersion",
    "page.yaml, /spec, replicas",
    "page.yaml, /spec/template/spec/containers, 0",
    "report-cronjob.yaml, /spec/jobTemplate/spec, backoffLimit",
    "network-policy.yaml, /spec, policyTypes",
    "disruption-budgets.yaml, /spec, selector"
  })
  void aValueOfAnotherTypeIsFound(String file, String at, String field) {
    JsonNode manifest = documents(KUBERNETES.resolve(file)).get(0);
    JsonNode parent = manifest.at(at);
    if (parent instanceof ObjectNode object) {
      object.put(field, "planted");
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(field), TextNode.valueOf("planted"));
    }
    assertThat(schema.problems(manifest)).isNotEmpty();
  }

  @Test
  void theKustomizationNamesEveryFile() {
    JsonNode all = documents(KUBERNETES.resolve("kustomization.yaml")).get(0);
    Set<String> fields = new TreeSet<>();
    all.fieldNames().forEachRemaining(fields::add);
    assertThat(fields)
        .containsExactlyInAnyOrder(
            "apiVersion",
            "kind",
            "namespace",
            "resources",
            "configMapGenerator",
            "generatorOptions",
            "images");
    assertThat(texts(all.get("resources")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of("../monitoring"),
                    files().map(f -> f.getFileName().toString()).filter(f -> !BY_HAND.contains(f)))
                .toList());
    List<String> settings = new ArrayList<>();
    all.get("configMapGenerator").forEach(map -> settings.addAll(texts(map.get("files"))));
    try (Stream<Path> there = Files.list(KUBERNETES.resolve("settings"))) {
      assertThat(settings)
          .containsExactlyInAnyOrderElementsOf(
              there.map(f -> "settings/" + f.getFileName()).toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyVolumeIsMountedAndEveryMountIsAVolume() {
    for (JsonNode pod : pods()) {
      Set<String> volumes = names(pod.get("volumes"));
      Set<String> mounts = new TreeSet<>();
      pod.get("containers").forEach(c -> mounts.addAll(names(c.get("volumeMounts"))));
      assertThat(mounts).isEqualTo(volumes);
    }
  }

  /** Files that arguments and variables name are mounted, and so is what must outlive a pod. */
  @Test
  void everyPathThatIsNamedIsMounted() {
    int named = 0;
    for (JsonNode manifest : manifests()) {
      for (JsonNode containers : manifest.findValues("containers")) {
        for (JsonNode container : containers) {
          List<String> paths = new ArrayList<>(texts(container.path("args")));
          paths.addAll(texts(manifest.at("/spec/job/args")));
          container.path("env").forEach(v -> paths.add(v.path("value").asText()));
          paths.removeIf(path -> !path.startsWith("/"));
          List<String> mounts = new ArrayList<>();
          container.get("volumeMounts").forEach(m -> mounts.add(m.get("mountPath").asText()));
          assertThat(paths)
              .as(name(manifest))
              .allMatch(p -> mounts.stream().anyMatch(m -> p.equals(m) || p.startsWith(m + "/")));
          named += paths.size();
        }
      }
    }
    assertThat(named).isGreaterThan(8);
  }

  @Test
  void everyPodIsConfined() {
    assertThat(pods()).hasSize(5);
    for (JsonNode pod : pods()) {
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
      assertThat(pod.at("/securityContext/seccompProfile/type").asText())
          .isEqualTo("RuntimeDefault");
      for (JsonNode container : pod.get("containers")) {
        JsonNode security = container.get("securityContext");
        assertThat(security.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.get("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(texts(security.at("/capabilities/drop"))).containsExactly("ALL");
        // The operator sets resources, and needs the token.
        if (!container.get("name").asText().equals("flink-main-container")) {
          assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
          assertThat(pod.get("automountServiceAccountToken").asBoolean(true)).isFalse();
        }
      }
    }
  }

  /** Policies and budgets mean pods that there are. */
  @Test
  void selectorsFindSomething() {
    Set<String> labels =
        templates().stream()
            .map(pod -> pod.at("/metadata/labels/app.kubernetes.io~1name").asText())
            .collect(Collectors.toSet());
    for (JsonNode manifest : manifests()) {
      if (Set.of("NetworkPolicy", "PodDisruptionBudget", "Service")
          .contains(manifest.get("kind").asText())) {
        JsonNode spec = manifest.get("spec");
        JsonNode selector =
            spec.has("podSelector") ? spec.get("podSelector") : spec.get("selector");
        List<String> selected = new ArrayList<>();
        selector.findValues("app.kubernetes.io/name").forEach(name -> selected.add(name.asText()));
        selector.findValues("values").forEach(values -> selected.addAll(texts(values)));
        assertThat(labels).as(name(manifest)).containsAll(selected);
      }
    }
  }

  /** The pods that manifests ask for. */
  private static List<JsonNode> pods() {
    return templates().stream().map(pod -> pod.get("spec")).toList();
  }

  private static List<JsonNode> templates() {
    return manifests().stream()
        .flatMap(manifest -> DeployFiles.templates(manifest).stream())
        .toList();
  }

  private static Set<String> names(JsonNode list) {
    Set<String> names = new TreeSet<>();
    list.forEach(element -> names.add(element.get("name").asText()));
    return names;
  }
}
