package org.vocstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.RecordReader;
import org.vocstream.feedback.UntrustedJson;

/**
 * The table that a call platform exports beside its transcripts: a row per file with fields of the
 * envelope. Files are found by their name, with or without folder and ending. Not thread-safe.
 */
final class CallMetadata {
  private static final ObjectMapper JSON = UntrustedJson.mapper();
  private static final String FILE = "file";

  private final Map<String, ObjectNode> rows = new HashMap<>();
  private final Set<String> unused = new LinkedHashSet<>();

  private CallMetadata() {}

  /** No table. */
  static CallMetadata none() {
    return new CallMetadata();
  }

  /**
   * Reads a table: CSV, TSV or JSON lines.
   *
   * @param names envelope field, or {@code file}, to the column that holds it
   */
  static CallMetadata read(Path path, Map<String, String> names) {
    CallMetadata metadata = new CallMetadata();
    try (InputStream in = Files.newInputStream(path);
        RecordReader reader = RecordReader.open(in, path.getFileName().toString())) {
      for (RawRecord raw = reader.next(); raw != null; raw = reader.next()) {
        metadata.add(raw, names);
      }
    } catch (IOException e) {
      throw UserError.usage("--metadata " + path + " cannot be read: " + e.getMessage());
    }
    return metadata;
  }

  private void add(RawRecord raw, Map<String, String> names) throws IOException {
    if (raw.problem() != null) {
      throw UserError.usage("--metadata " + raw.origin() + ": " + raw.problem());
    }
    JsonNode read = JSON.readTree(raw.json());
    if (!(read instanceof ObjectNode row)) {
      throw UserError.usage("--metadata " + raw.origin() + " is no JSON object");
    }
    names.forEach(
        (ours, theirs) -> {
          JsonNode value = row.remove(theirs);
          if (value != null) {
            row.set(ours, value);
          }
        });
    String file = row.path(FILE).asText("").strip();
    if (file.isEmpty()) {
      throw UserError.usage(
          "--metadata "
              + raw.origin()
              + " names no file; a column \"file\" is needed, or --map file=COLUMN. Its columns are "
              + String.join(", ", columns(row)));
    }
    row.remove(FILE);
    if (rows.put(stem(file), row) != null) {
      throw UserError.usage("--metadata " + raw.origin() + ": " + file + " has two rows");
    }
    unused.add(stem(file));
  }

  private static List<String> columns(ObjectNode row) {
    List<String> columns = new ArrayList<>();
    row.fieldNames().forEachRemaining(columns::add);
    return columns;
  }

  /** The fields of a file; none where the table has no row for it. */
  ObjectNode of(Path file) {
    String stem = stem(file.toString());
    unused.remove(stem);
    return rows.getOrDefault(stem, JSON.createObjectNode()).deepCopy();
  }

  /** Whether there is a table. */
  boolean isThere() {
    return !rows.isEmpty();
  }

  /** Rows whose file did not come. */
  int unused() {
    return unused.size();
  }

  /** The name without folder and ending. */
  static String stem(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
