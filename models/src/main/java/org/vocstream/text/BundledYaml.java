package org.vocstream.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Data files of text and feedback that come with the program. Without state. */
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
      LoadSettings settings =
          LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false).build();
      return (Map<?, ?>) new Load(settings).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
