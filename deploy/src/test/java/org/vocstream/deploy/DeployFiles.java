package org.vocstream.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of the folder deploy, as the tests read them. */
public final class DeployFiles {
  /** The project's folder; tests run in that of the module. */
  public static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  /** Manifests for Kubernetes. */
  public static final Path KUBERNETES = HOME.resolve("deploy/kubernetes");

  /** The services on one machine. */
  public static final Path COMPOSE = HOME.resolve("deploy/docker-compose.yml");

  private static final ObjectMapper JSON = new ObjectMapper();

  private DeployFiles() {}

  /** All documents of a YAML file, anchors and merge keys resolved. */
  public static List<JsonNode> documents(Path file) {
    Iterable<Object> all =
        new Load(LoadSettings.builder().setLabel(file.toString()).build())
            .loadAllFromString(text(file));
    List<JsonNode> documents = new ArrayList<>();
    all.forEach(document -> documents.add(MergeKeys.resolved(JSON.valueToTree(document))));
    return documents;
  }

  /** Every manifest, of all files. */
  public static List<JsonNode> manifests() {
    return yamlFiles().stream()
        .filter(file -> !file.endsWith("kustomization.yaml"))
        .flatMap(file -> documents(file).stream())
        .toList();
  }

  /** The pods that a manifest asks for. */
  static List<JsonNode> templates(JsonNode manifest) {
    return Stream.of("/spec/template", "/spec/podTemplate", "/spec/jobTemplate/spec/template")
        .map(manifest::at)
        .filter(pod -> pod.at("/spec/containers").isArray())
        .toList();
  }

  /** Kind and name of a manifest: {@code Secret voc-page}. */
  static String name(JsonNode manifest) {
    return manifest.get("kind").asText() + " " + manifest.at("/metadata/name").asText();
  }

  /** The YAML files of the manifests. */
  public static List<Path> yamlFiles() {
    try (Stream<Path> files = Files.list(KUBERNETES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file as text. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The elements of a list as texts. */
  public static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
