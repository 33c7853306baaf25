package org.vocstream.jobs.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.vocstream.pack.PackLoader;

/**
 * A pack, or the file of a competitor set, on this machine or on a file system that Flink knows; or
 * the name of a bundled pack. Immutable.
 *
 * @param kind what it holds
 * @param location a path, a URI like {@code s3://bucket/pets.yaml}, or the name of a bundled pack
 */
public record SettingFile(SettingKind kind, String location) implements Serializable {
  /** One byte more than a pack may have, so that its reader sees that it is too large. */
  private static final int MAX_BYTES = (1 << 20) + 1;

  /** Whether there is a file, which can change; a bundled pack never does. */
  public boolean isFile() {
    return PackLoader.isFile(location) || location.contains("://");
  }

  /**
   * The files that a job is to watch.
   *
   * @param pack of the job
   * @param competitors file of its competitor set, or null
   * @throws IllegalArgumentException where there is none; the message says what to do
   */
  public static List<SettingFile> watched(String pack, String competitors) {
    List<SettingFile> files = new ArrayList<>();
    files.add(new SettingFile(SettingKind.PACK, pack));
    if (competitors != null) {
      files.add(new SettingFile(SettingKind.COMPETITORS, competitors));
    }
    files.removeIf(file -> !file.isFile());
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          "--watch-settings: the pack "
              + pack
              + " is a bundled one, which never changes; give --pack or --competitors a file");
    }
    return List.copyOf(files);
  }

  /**
   * What stands there now, with what a pack extends beside it; right or wrong.
   *
   * @throws IOException where there is no such file, or it cannot be read
   */
  public Setting read() throws IOException {
    if (!isFile()) {
      return Setting.of(kind, location + ".yaml", Map.of(), location);
    }
    Path path = new Path(location);
    Map<String, String> texts = new TreeMap<>();
    String origin = location;
    try {
      String text = text(path);
      origin += "@" + mark(text);
      texts.put(path.getName(), text);
      Optional<String> base = base(path, text);
      while (base.isPresent() && !texts.containsKey(base.get() + ".yaml")) {
        Path beside = new Path(path.getParent(), base.get() + ".yaml");
        if (!beside.getFileSystem().exists(beside)) {
          break;
        }
        texts.put(beside.getName(), text(beside));
        base = base(beside, texts.get(beside.getName()));
      }
    } catch (CharacterCodingException e) {
      return Setting.unreadable("", origin, location + ": the file is not UTF-8; save it as UTF-8");
    }
    return Setting.of(kind, path.getName(), texts, origin);
  }

  private Optional<String> base(Path path, String text) {
    return kind == SettingKind.PACK ? PackLoader.base(path.getName(), text) : Optional.empty();
  }

  private static String text(Path path) throws IOException {
    FileSystem files = path.getFileSystem();
    try (InputStream in = files.open(path)) {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(in.readNBytes(MAX_BYTES)))
          .toString();
    }
  }

  /** Tells two texts of one file apart. */
  private static String mark(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }
}
