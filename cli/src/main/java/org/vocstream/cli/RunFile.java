package org.vocstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a job inside a process of this machine leaves for {@code voc status}: where it can be asked.
 * Immutable.
 *
 * @param process runs the job
 * @param flink address of Flink's REST interface in it
 * @param elasticsearch where the job writes to
 */
record RunFile(ProcessMark process, URI flink, URI elasticsearch) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENDING = ".json";

  /** The runs that live; files that others have left are deleted. */
  static List<RunFile> running(WorkDirectory work) throws IOException {
    if (!Files.isDirectory(work.runs())) {
      return List.of();
    }
    List<RunFile> running = new ArrayList<>();
    try (Stream<Path> files = Files.list(work.runs())) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        read(file, running);
      }
    }
    return running;
  }

  private static void read(Path file, List<RunFile> running) throws IOException {
    JsonNode json;
    try {
      json = JSON.readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException ended) {
      return;
    }
    RunFile run =
        new RunFile(
            ProcessMark.of(json),
            URI.create(json.path("flink").asText()),
            URI.create(json.path("elasticsearch").asText()));
    if (run.process().process().isPresent()) {
      running.add(run);
    } else {
      Files.deleteIfExists(file);
    }
  }

  /** Writes the file so that no reader finds half of it. */
  Path write(WorkDirectory work) throws IOException {
    Files.createDirectories(work.runs());
    // A process may run two jobs: a rescoring has several passes.
    Path part = Files.createTempFile(work.runs(), process.pid() + "-", ".part");
    Files.write(
        part,
        JSON.writeValueAsBytes(
            process
                .into(JSON.createObjectNode())
                .put("flink", flink.toString())
                .put("elasticsearch", elasticsearch.toString())));
    String name = part.getFileName().toString();
    return Files.move(
        part,
        part.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ENDING),
        StandardCopyOption.ATOMIC_MOVE);
  }
}
