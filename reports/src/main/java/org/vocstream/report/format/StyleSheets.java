package org.vocstream.report.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheets in the jar. */
final class StyleSheets {
  private StyleSheets() {}

  /** What html and pdf share, then what only one of them has: {@code screen} or {@code page}. */
  static String of(String medium) {
    return read("report") + read(medium);
  }

  private static String read(String name) {
    try (InputStream file = StyleSheets.class.getResourceAsStream("style/" + name + ".css")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
