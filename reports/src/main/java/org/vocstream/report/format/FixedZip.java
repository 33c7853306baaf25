package org.vocstream.report.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A zip whose entries say nothing of when they were written, as office files are. Without state.
 */
final class FixedZip {
  /** The first moment that a zip can tell. */
  private static final LocalDateTime THEN = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** What names the others stands first. */
  private static final String FIRST = "[Content_Types].xml";

  private FixedZip() {}

  /** The same entries, in order of their names, without the times at which they were written. */
  static byte[] of(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      if (entries.containsKey(FIRST)) {
        put(out, FIRST, entries.remove(FIRST));
      }
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        put(out, entry.getKey(), entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(THEN);
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }
}
