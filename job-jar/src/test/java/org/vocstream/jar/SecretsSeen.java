package org.vocstream.jar;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vocstream.servers.FlinkRest;
import org.vocstream.servers.LocalCluster;

/** Looks for the secrets of a {@link LocalCluster} where nobody may see them. */
final class SecretsSeen {
  private SecretsSeen() {}

  /** Pages of Flink's web interface about the cluster and this job that show one. */
  static List<String> onPages(FlinkRest rest, String job) throws IOException, InterruptedException {
    List<String> paths =
        new ArrayList<>(
            List.of("/config", "/jobmanager/config", "/jobmanager/environment", "/jobs/overview"));
    paths.addAll(List.of("/jars", "/jobmanager/metrics", "/taskmanagers"));
    for (String part :
        List.of("", "/config", "/plan", "/accumulators", "/checkpoints", "/checkpoints/config")) {
      paths.add("/jobs/" + job + part);
    }
    paths.add("/jobs/" + job + "/exceptions");
    for (JsonNode vertex : rest.get("/jobs/" + job).path("vertices")) {
      String path = "/jobs/" + job + "/vertices/" + vertex.path("id").asText();
      paths.add(path);
      paths.add(path + "/accumulators");
      paths.add(path + "/taskmanagers");
      paths.add(path + "/metrics");
    }
    for (JsonNode manager : rest.get("/taskmanagers").path("taskmanagers")) {
      paths.add("/taskmanagers/" + manager.path("id").asText());
    }
    List<String> seen = new ArrayList<>();
    for (String path : paths) {
      String answer = rest.get(path).toString();
      if (LocalCluster.SECRETS.values().stream().anyMatch(answer::contains)) {
        seen.add(path);
      }
    }
    return seen;
  }

  /** Files below these folders that hold one: logs, checkpoints, savepoints, settings. */
  static List<Path> inFiles(List<Path> folders) throws IOException {
    List<Path> seen = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          if (LocalCluster.SECRETS.values().stream().anyMatch(bytes::contains)) {
            seen.add(file);
          }
        }
      }
    }
    return seen;
  }
}
