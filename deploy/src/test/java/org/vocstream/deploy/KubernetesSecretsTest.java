package org.vocstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.deploy.DeployFiles.KUBERNETES;
import static org.vocstream.deploy.DeployFiles.documents;
import static org.vocstream.deploy.DeployFiles.manifests;
import static org.vocstream.deploy.DeployFiles.name;
import static org.vocstream.deploy.DeployFiles.templates;
import static org.vocstream.deploy.DeployFiles.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.AccessRole;

/** Secrets and settings that pods ask for are explained, and each part has its own. */
class KubernetesSecretsTest {
  @Test
  void whatPodsAskForIsThere() {
    JsonNode kustomization = documents(KUBERNETES.resolve("kustomization.yaml")).get(0);
    Set<String> made = new TreeSet<>();
    kustomization
        .get("configMapGenerator")
        .forEach(map -> made.add("ConfigMap " + map.get("name").asText()));
    for (JsonNode manifest : manifests()) {
      made.add(name(manifest));
      manifest
          .path("stringData")
          .fieldNames()
          .forEachRemaining(key -> made.add(name(manifest) + " " + key));
    }
    Set<String> asked = new TreeSet<>();
    for (JsonNode manifest : manifests()) {
      manifest
          .findValues("secretKeyRef")
          .forEach(
              r -> asked.add("Secret " + r.get("name").asText() + " " + r.get("key").asText()));
      asked.addAll(secretFiles(manifest));
      manifest.findValues("secretName").forEach(r -> asked.add("Secret " + r.asText()));
      manifest
          .findValues("configMap")
          .forEach(r -> asked.add("ConfigMap " + r.get("name").asText()));
      manifest
          .findValues("claimName")
          .forEach(r -> asked.add("PersistentVolumeClaim " + r.asText()));
      manifest.findValues("serviceAccount").forEach(r -> asked.add("ServiceAccount " + r.asText()));
    }
    assertThat(made).containsAll(asked);
    assertThat(asked).hasSizeGreaterThan(10);
  }

  /** Secrets whose files variables name: {@code Secret NAME KEY}. */
  private static Set<String> secretFiles(JsonNode manifest) {
    Set<String> asked = new TreeSet<>();
    for (JsonNode pod : templates(manifest)) {
      Map<String, String> secrets = new TreeMap<>();
      pod.at("/spec/volumes")
          .forEach(
              v ->
                  secrets.put(
                      v.get("name").asText(), v.at("/secret/secretName").asText("no secret")));
      for (JsonNode container : pod.at("/spec/containers")) {
        Map<String, String> mounted = new TreeMap<>();
        container
            .get("volumeMounts")
            .forEach(
                m -> mounted.put(m.get("mountPath").asText(), secrets.get(m.get("name").asText())));
        for (JsonNode variable : container.get("env")) {
          Path file = Path.of(variable.path("value").asText());
          if (variable.get("name").asText().endsWith("_FILE")) {
            asked.add(
                "Secret " + mounted.get(file.getParent().toString()) + " " + file.getFileName());
          }
        }
      }
    }
    return asked;
  }

  /** Each part shows Elasticsearch the key of its own role, made by {@code voc access}. */
  @Test
  void eachPartHasTheKeyOfItsRole() {
    Map<String, String> roles =
        Map.of(
            "scoring-job.yaml", "job",
            "page.yaml", "page",
            "report-cronjob.yaml", "reports",
            "rescore-job.yaml", "setup",
            "setup-job.yaml", "setup");
    roles.forEach(
        (file, role) ->
            assertThat(secretFiles(documents(KUBERNETES.resolve(file)).get(0)))
                .filteredOn(secret -> secret.endsWith(" api-key"))
                .containsExactly("Secret voc-elasticsearch-" + role + " api-key"));
    assertThat(AccessRole.codes()).containsAll(roles.values());
  }

  @Test
  void noSecretHasAValueHere() {
    List<JsonNode> secrets =
        manifests().stream().filter(m -> m.get("kind").asText().equals("Secret")).toList();
    assertThat(secrets).isNotEmpty();
    for (JsonNode secret : secrets) {
      assertThat(texts(secret.get("stringData"))).containsOnly("");
      assertThat(secret.has("data")).isFalse();
    }
    for (JsonNode manifest : manifests()) {
      for (JsonNode variable : variables(manifest)) {
        String name = variable.get("name").asText();
        if (name.matches(".*(KEY|PASSWORD|TOKEN|SECRET).*") && !name.endsWith("_FILE")) {
          assertThat(variable.has("valueFrom")).as(variable.toString()).isTrue();
        }
      }
    }
  }

  private static List<JsonNode> variables(JsonNode manifest) {
    List<JsonNode> all = new ArrayList<>();
    manifest.findValues("env").forEach(env -> env.forEach(all::add));
    return all;
  }
}
