package org.vocstream.jobs.settings;

import java.io.Serializable;
import java.util.Map;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;

/**
 * What a job scores by and can go over to while it runs: a pack or a competitor set, as the text
 * that a person wrote. Immutable.
 *
 * @param kind what it is; null where not even that can be read
 * @param file name of its file without folders, {@code cosmetics.yaml}; null where that cannot be
 *     read
 * @param texts name of a file to what stands in it: the file itself, unless it is a bundled pack,
 *     and what it extends where that is not bundled
 * @param origin where it came from: {@code voc.settings/0/17}, or a path with a digest of the text
 * @param fault why it cannot be read, for a person; null where it can be, right or wrong
 */
public record Setting(
    SettingKind kind, String file, Map<String, String> texts, String origin, String fault)
    implements Serializable {

  /** One that can be read. */
  public static Setting of(
      SettingKind kind, String file, Map<String, String> texts, String origin) {
    return new Setting(kind, file, Map.copyOf(texts), origin, null);
  }

  /** One that cannot. */
  public static Setting unreadable(String text, String origin, String fault) {
    return new Setting(null, null, Map.of("", text), origin, fault);
  }

  /** What stands in its own file; empty for a bundled pack. */
  public String text() {
    return texts.getOrDefault(file == null ? "" : file, "");
  }

  /**
   * The pack that it is.
   *
   * @throws org.vocstream.pack.PackException with all that is wrong with it
   */
  Pack pack() {
    return new PackLoader().load(file, texts);
  }

  /**
   * The competitor set that it is.
   *
   * @throws org.vocstream.pack.PackException with all that is wrong with it
   */
  CompetitorSet competitors() {
    return CompetitorSet.read(file, text());
  }
}
