package org.vocstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.deploy.DeployFiles.HOME;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of the images without an engine that builds them. */
class DockerfilesTest {
  private static final Set<String> INSTRUCTIONS =
      Set.of(
          "FROM", "RUN", "COPY", "ENV", "VOLUME", "WORKDIR", "USER", "EXPOSE", "ENTRYPOINT", "CMD");

  @ParameterizedTest
  @ValueSource(strings = {"flink", "voc"})
  void itHasInstructionsOfDockerAndAPinnedBase(String image) {
    Dockerfile file = file(image);
    assertThat(file.instructions())
        .extracting(Dockerfile.Instruction::name)
        .isSubsetOf(INSTRUCTIONS);
    assertThat(file.instructions().get(0).name()).isEqualTo("FROM");
    assertThat(file.all("FROM"))
        .allSatisfy(base -> assertThat(base).matches("[a-z-]+:[0-9][A-Za-z0-9._-]+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flink", "voc"})
  void itRunsAsSomebodyWithoutRights(String image) {
    List<String> users = file(image).all("USER");
    assertThat(users.get(users.size() - 1)).isNotEqualTo("root").doesNotStartWith("0");
  }

  /** Docker sends to its engine what .dockerignore lets through. */
  @ParameterizedTest
  @ValueSource(strings = {"flink", "voc"})
  void whatItCopiesIsSent(String image) {
    assertThat(sent()).containsAll(file(image).copied());
  }

  @Test
  void nothingIsSentThatNoImageTakes() {
    Set<String> copied = new TreeSet<>(file("flink").copied());
    copied.addAll(file("voc").copied());
    assertThat(sent()).isEqualTo(copied);
  }

  @Test
  void flinkIsTheOneThatTheJobIsBuiltFor() {
    String pom = DeployFiles.text(HOME.resolve("pom.xml"));
    String version = file("flink").all("FROM").get(0).replaceAll("flink:([0-9.]+)-java17", "$1");
    assertThat(pom).contains("<flink.version>" + version + "</flink.version>");
    assertThat(file("flink").all("RUN").get(0)).contains("-" + version + ".jar");
    assertThat(
            DeployFiles.documents(DeployFiles.KUBERNETES.resolve("scoring-job.yaml"))
                .get(0)
                .at("/spec/flinkVersion")
                .asText())
        .isEqualTo("v" + version.replaceAll("\\.[0-9]+$", "").replace('.', '_'));
  }

  @Test
  void serversAreThoseThatTheBuildIsTestedWith() {
    String pom = DeployFiles.text(HOME.resolve("pom.xml"));
    Set<String> images =
        new ComposeFile()
            .services().values().stream()
                .map(service -> service.get("image").asText())
                .collect(Collectors.toSet());
    assertThat(images).hasSize(8);
    for (String image : images) {
      String version = image.substring(image.lastIndexOf(':') + 1);
      if (image.startsWith("apache/kafka:")) {
        assertThat(pom).contains("<kafka.version>" + version + "</kafka.version>");
      }
      if (image.contains("elastic")) {
        assertThat(pom).contains("<elasticsearch.version>" + version + "</elasticsearch.version>");
      }
    }
  }

  /** Images of ours go by the same names here and there. */
  @Test
  void everyManifestStartsAnImageThatIsBuiltHere() {
    Set<String> built =
        new ComposeFile()
            .services().values().stream()
                .filter(service -> service.has("build"))
                .map(service -> service.get("image").asText())
                .collect(Collectors.toSet());
    Set<String> started = new TreeSet<>();
    for (JsonNode manifest : DeployFiles.manifests()) {
      manifest.findValues("image").forEach(image -> started.add(image.asText()));
    }
    assertThat(started).isEqualTo(built);
  }

  private static Dockerfile file(String image) {
    return Dockerfile.read(HOME.resolve("deploy/docker/" + image + ".Dockerfile"));
  }

  private static Set<String> sent() {
    List<String> lines =
        DeployFiles.text(HOME.resolve(".dockerignore"))
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    assertThat(lines.get(0)).as("all is left out but what is named").isEqualTo("*");
    return lines.stream()
        .skip(1)
        .map(line -> line.replaceFirst("^!", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
