package org.vocstream.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Data files that come with the program, as maps and lists. Without state. */
public final class BundledYaml {
  private BundledYaml() {}

  /**
   * The whole of a file; a key that stands twice is refused.
   *
   * @param file name on the class path, such as {@code /lexicons/pii.yaml}
   * @throws IllegalStateException where there is no such file
   */
  public static Map<?, ?> read(String file) {
    try (InputStream in = BundledYaml.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path: build `models` again");
      }
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * What stands in a text; a key that stands twice is refused.
   *
   * @param file name of its file, for messages
   */
  public static Map<?, ?> parse(String file, String text) {
    return (Map<?, ?>) new Load(settings(file, text)).loadFromString(text);
  }

  /**
   * How a whole text is parsed.
   *
   * @param file name of its file, for messages
   */
  public static LoadSettings settings(String file, String text) {
    // In one piece: snakeyaml-engine (2.9 to 3.0.1) fails where a piece that it reads ends within
    // a surrogate pair, such as an emoji.
    return LoadSettings.builder()
        .setLabel(file)
        .setAllowDuplicateKeys(false)
        .setBufferSize(text.length() + 1)
        .build();
  }
}
