package org.vocstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What {@code voc up} leaves for the other commands: which process keeps the stack up, and where.
 *
 * @param keeper the process; while it lives, so does the stack
 * @param elasticsearch address of its Elasticsearch
 * @param page address of its page
 */
record StackFile(ProcessMark keeper, URI elasticsearch, URI page) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** This process as the keeper. */
  static StackFile ofThisProcess(URI elasticsearch, URI page) {
    return new StackFile(ProcessMark.own(), elasticsearch, page);
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
            ProcessMark.of(file),
            URI.create(file.path("elasticsearch").asText()),
            URI.create(file.path("page").asText()));
    return stack.process().isPresent() ? Optional.of(stack) : Optional.empty();
  }

  /** The process, where it still lives. */
  Optional<ProcessHandle> process() {
    return keeper.process();
  }

  /** Writes the file so that no reader finds half of it. */
  void write(WorkDirectory work) throws IOException {
    Path part = work.stackFile().resolveSibling("stack.json.part");
    Files.write(
        part,
        JSON.writeValueAsBytes(
            keeper
                .into(JSON.createObjectNode())
                .put("elasticsearch", elasticsearch.toString())
                .put("page", page.toString())));
    Files.move(
        part,
        work.stackFile(),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
