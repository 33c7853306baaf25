package org.vocstream.report.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Java's drawing without a screen and without any font of the machine: on Linux Java refuses to
 * load even a font of our own where no other is installed, unless it is told which ones there are.
 * What a user has set stays.
 */
final class Headless {
  private static final String FONTS = "sun.awt.fontconfig";
  private static final String SCREEN = "java.awt.headless";

  private Headless() {}

  /** Must be called before anything is drawn; once is enough. */
  static void prepare() {
    if (System.getProperty(SCREEN) == null) {
      System.setProperty(SCREEN, "true");
    }
    if (System.getProperty(FONTS) == null && System.getProperty("os.name").startsWith("Linux")) {
      try {
        Path file = Files.createTempFile("voc-fonts", ".properties");
        file.toFile().deleteOnExit();
        Files.writeString(
            file, "version=1\nsequence.allfonts=default\n", StandardCharsets.US_ASCII);
        System.setProperty(FONTS, file.toString());
      } catch (IOException e) {
        throw new UncheckedIOException("nothing can be written to the temporary directory", e);
      }
    }
  }
}
