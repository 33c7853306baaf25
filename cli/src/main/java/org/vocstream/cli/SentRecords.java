package org.vocstream.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many records of each file are done with (sent and acknowledged, or refused), kept in a small
 * JSON file, so that sending can go on after whatever stopped it. Not thread-safe.
 */
final class SentRecords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, Long> done;

  private SentRecords(Path file, Map<String, Long> done) {
    this.file = file;
    this.done = done;
  }

  /** Nothing done, and nothing kept. */
  static SentRecords unkept() {
    return new SentRecords(null, new TreeMap<>());
  }

  /**
   * What stands in this file; nothing where there is none yet.
   *
   * @throws UserError where the file is none of ours
   */
  static SentRecords in(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new SentRecords(file, new TreeMap<>());
    }
    try {
      Map<String, Long> done =
          JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, Long>>() {});
      return new SentRecords(file, done);
    } catch (JsonProcessingException e) {
      throw UserError.failed(
          "--resume "
              + file
              + " does not say how far sending was; name the file of an earlier produce, or a new one",
          e);
    }
  }

  /** How many records of this input are done with. */
  long of(Path input) {
    return done.getOrDefault(name(input), 0L);
  }

  /** So many records of this input are done with. */
  void set(Path input, long records) {
    done.put(name(input), records);
  }

  /** Writes it down, all or nothing. */
  void keep() throws IOException {
    if (file != null) {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, JSON.writeValueAsString(done) + "\n");
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static String name(Path input) {
    return input.toAbsolutePath().normalize().toString();
  }
}
