package org.vocstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@code voc up} leaves for the other commands: which process keeps the stack up, and where.
 *
 * @param pid the process; while it lives, so does the stack
 * @param startedAt when that process started, which tells it from a later one with the same number
 * @param elasticsearch address of its Elasticsearch
 * @param page address of its page
 */
record StackFile(long pid, Instant startedAt, URI elasticsearch, URI page) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** This process as the keeper. */
  static StackFile ofThisProcess(URI elasticsearch, URI page) {
    ProcessHandle self = ProcessHandle.current();
    return new StackFile(self.pid(), startOf(self), elasticsearch, page);
  }

  /**
   * The stack that is up in this work directory; a file left by a process that is gone counts for
   * nothing.
   */
  static Optional<StackFile> running(WorkDirectory work) throws IOException {
    if (!Files.exists(work.stackFile())) {
      return Optional.empty();
    }
    JsonNode file = JSON.readTree(Files.readAllBytes(work.stackFile()));
    StackFile stack =
        new StackFile(
            file.path("pid").asLong(),
            Instant.parse(file.path("started_at").asText()),
            URI.create(file.path("elasticsearch").asText()),
            URI.create(file.path("page").asText()));
    return stack.process().isPresent() ? Optional.of(stack) : Optional.empty();
  }

  /** The process, where it still lives. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(p -> p.isAlive() && startOf(p).equals(startedAt));
  }

  /** Writes the file so that no reader finds half of it. */
  void write(WorkDirectory work) throws IOException {
    Path part = work.stackFile().resolveSibling("stack.json.part");
    Files.write(
        part,
        JSON.writeValueAsBytes(
            JSON.createObjectNode()
                .put("pid", pid)
                .put("started_at", startedAt.toString())
                .put("elasticsearch", elasticsearch.toString())
                .put("page", page.toString())));
    Files.move(
        part,
        work.stackFile(),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
