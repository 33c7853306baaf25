package org.vocstream.jar;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
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

  /** Files below a folder that hold one: logs, checkpoints, savepoints, settings. */
  static List<Path> inFiles(Path folder) throws IOException {
    List<Path> seen = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
              if (LocalCluster.SECRETS.values().stream().anyMatch(bytes::contains)) {
                seen.add(file);
              }
            } catch (NoSuchFileException e) {
              return visitFileFailed(file, e);
            }
            return FileVisitResult.CONTINUE;
          }

          /** A job that runs removes what it no longer needs. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            return e instanceof NoSuchFileException
                ? FileVisitResult.CONTINUE
                : super.visitFileFailed(file, e);
          }
        });
    return seen;
  }
}
