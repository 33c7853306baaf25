package org.vocstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, told from a later one with the same number. Immutable.
 *
 * @param pid its number
 * @param startedAt when it started
 */
record ProcessMark(long pid, Instant startedAt) {
  /** This process. */
  static ProcessMark own() {
    ProcessHandle self = ProcessHandle.current();
    return new ProcessMark(self.pid(), startOf(self));
  }

  /** As it was written by {@link #into}. */
  static ProcessMark of(JsonNode file) {
    return new ProcessMark(
        file.path("pid").asLong(), Instant.parse(file.path("started_at").asText()));
  }

  /** Writes it into a file's JSON. */
  ObjectNode into(ObjectNode file) {
    return file.put("pid", pid).put("started_at", startedAt.toString());
  }

  /** The process, where it still lives. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(p -> p.isAlive() && startOf(p).equals(startedAt));
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
