package org.vocstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.vocstream.deploy.DeployFiles.HOME;
import static org.vocstream.deploy.DeployFiles.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vocstream.elasticsearch.AccessRole;

/** docker-compose.yml follows its schema, and what it names is there. */
class ComposeFileTest {
  private static final Pattern HOST =
      Pattern.compile("(?:https?://|@|\\b)([a-z]+):([0-9]{4,5})\\b");

  /** Those that end when they are done. */
  private static final Set<String> ONCE =
      Set.of("topics", "certificates", "accounts", "access", "setup", "dashboards");

  private final ComposeFile compose = new ComposeFile();

  @Test
  void itFollowsItsSchema() {
    assertThat(problems(own(), compose.file())).isEmpty();
  }

  /** The schema of the whole format, where somebody has it at hand: -Dcompose.schema=FILE. */
  @Test
  void itFollowsTheSchemaOfTheWholeFormat() throws IOException {
    String path = System.getProperty("compose.schema");
    assumeTrue(path != null, "skipped: -Dcompose.schema does not name compose-spec.json");
    // Names of its parts in the manner of an older draft.
    String text = Files.readString(Path.of(path)).replaceAll("\"id\"\\s*:\\s*\"[^\"]*\",", "");
    JsonSchema whole = schema(SpecVersion.VersionFlag.V201909, text);
    assertThat(problems(whole, compose.file())).isEmpty();
    ((ObjectNode) compose.file().at("/services/kafka")).put("port", "9092");
    assertThat(problems(whole, compose.file())).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/services/kafka, healtcheck",
    "/services/elasticsearch/healthcheck, retry",
    "/services/page/deploy/resources/limits, memmory",
    "/services/jobmanager/depends_on/topics, conditon",
    "/, service"
  })
  void aFieldThatThereIsNotIsFound(String at, String field) {
    ((ObjectNode) compose.file().at(at.equals("/") ? "" : at)).put(field, "planted");
    assertThat(problems(own(), compose.file())).asString().contains(field);
  }

  @ParameterizedTest
  @CsvSource({
    "/services/kafka, ports, 9092:9092",
    "/services/kafka, image, apache/kafka",
    "/services/elasticsearch/healthcheck, retries, often",
    "/services/page/deploy/resources/limits, memory, plenty",
    "/services/jobmanager/depends_on/topics, condition, started"
  })
  void aWrongValueIsFound(String at, String field, String value) {
    ObjectNode parent = (ObjectNode) compose.file().at(at);
    if (parent.get(field).isArray()) {
      parent.putArray(field).add(value);
    } else {
      parent.put(field, value);
    }
    assertThat(problems(own(), compose.file())).asString().contains(field);
  }

  @Test
  void everyHostIsAService() {
    Set<String> hosts = new TreeSet<>();
    for (Map.Entry<String, JsonNode> service : compose.services().entrySet()) {
      Stream.concat(
              compose.command(service.getKey()).stream(),
              compose.environment(service.getKey()).values().stream())
          .forEach(text -> collectHosts(text, hosts));
    }
    for (String script : List.of("make-accounts.sh", "make-keys.sh", "make-topics.sh")) {
      collectHosts(DeployFiles.text(HOME.resolve("deploy/docker/" + script)), hosts);
    }
    hosts.remove("localhost");
    assertThat(hosts).contains("kafka", "elasticsearch", "kibana", "zookeeper");
    assertThat(compose.services().keySet()).containsAll(hosts);
  }

  private static void collectHosts(String text, Set<String> hosts) {
    Matcher host = HOST.matcher(text);
    while (host.find()) {
      hosts.add(host.group(1));
    }
  }

  @Test
  void everyVolumeFileAndDependencyIsThere() {
    for (Map.Entry<String, JsonNode> service : compose.services().entrySet()) {
      for (String volume : texts(service.getValue().path("volumes"))) {
        String source = volume.split(":", 2)[0];
        if (source.startsWith("./")) {
          assertThat(HOME.resolve("deploy").resolve(source)).as(service.getKey()).exists();
        } else {
          assertThat(compose.file().get("volumes").has(source)).as(volume).isTrue();
        }
      }
      service
          .getValue()
          .path("depends_on")
          .properties()
          .forEach(
              other -> {
                JsonNode needed = compose.services().get(other.getKey());
                assertThat(needed).as(other.getKey()).isNotNull();
                if (other.getValue().get("condition").asText().equals("service_healthy")) {
                  assertThat(needed.has("healthcheck")).as(other.getKey()).isTrue();
                }
              });
    }
  }

  /** What is asked of .env is explained in .env.example, and the other way round. */
  @Test
  void theExampleOfTheEnvironmentIsWhole() {
    Set<String> asked = new TreeSet<>();
    Matcher variable =
        Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)").matcher(DeployFiles.text(DeployFiles.COMPOSE));
    while (variable.find()) {
      asked.add(variable.group(1));
    }
    assertThat(compose.environment().keySet()).containsExactlyInAnyOrderElementsOf(asked);
  }

  /** Arguments are for everybody on the machine to read. */
  @Test
  void noSecretIsAnArgument() {
    Set<String> secrets =
        compose.environment().keySet().stream()
            .filter(name -> name.matches(".*(PASSWORD|KEY|TOKEN).*"))
            .collect(Collectors.toSet());
    assertThat(secrets).hasSize(6);
    for (JsonNode service : compose.services().values()) {
      String arguments =
          service.path("command") + " " + service.path("entrypoint") + service.path("healthcheck");
      assertThat(secrets).noneMatch(arguments::contains);
    }
  }

  /** No part can read the key of another. */
  @Test
  void eachPartHasTheKeyOfItsRoleAlone() {
    Map<String, String> keys =
        Map.of(
            "setup", "key-setup:/key:ro",
            "jobmanager", "key-job:/key:ro",
            "taskmanager", "key-job:/key:ro",
            "page", "key-page:/key:ro",
            "schedule", "key-reports:/key:ro",
            "dashboards", "key-dashboards:/key:ro");
    compose
        .services()
        .forEach(
            (name, service) -> {
              List<String> mounted =
                  texts(service.path("volumes")).stream().filter(v -> v.endsWith(":ro")).toList();
              if (keys.containsKey(name)) {
                assertThat(mounted)
                    .filteredOn(v -> v.startsWith("key-"))
                    .containsOnly(keys.get(name));
                assertThat(compose.environment(name).values()).contains("/key/api-key");
              } else {
                assertThat(mounted).as(name).noneMatch(v -> v.startsWith("key-"));
              }
            });
    for (String part : AccessRole.codes()) {
      assertThat(texts(compose.services().get("access").get("volumes")))
          .contains("key-%s:/keys/%s".formatted(part, part));
    }
    assertThat(DeployFiles.text(HOME.resolve("deploy/docker/make-keys.sh")))
        .contains("for part in " + String.join(" ", AccessRole.codes()) + "; do");
  }

  @Test
  void whatGoesOnIsWatchedLimitedAndStartedAgain() {
    for (Map.Entry<String, JsonNode> service : compose.services().entrySet()) {
      if (!ONCE.contains(service.getKey())) {
        assertThat(service.getValue().path("restart").asText())
            .as(service.getKey())
            .isIn("unless-stopped", "on-failure");
        assertThat(service.getValue().at("/deploy/resources/limits/memory").asText())
            .as(service.getKey())
            .isNotEmpty();
      }
    }
    assertThat(compose.services())
        .allSatisfy(
            (name, service) -> {
              if (service.has("ports")) {
                assertThat(service.has("healthcheck")).as(name).isTrue();
              }
            });
  }

  private static JsonSchema own() {
    try {
      return schema(
          SpecVersion.VersionFlag.V202012,
          Files.readString(Path.of("src/test/resources/compose.schema.json")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonSchema schema(SpecVersion.VersionFlag version, String text) {
    return JsonSchemaFactory.getInstance(version).getSchema(text, InputFormat.JSON);
  }

  private static List<String> problems(JsonSchema schema, JsonNode file) {
    return schema.validate(file).stream().map(ValidationMessage::getMessage).toList();
  }
}
