package org.vocstream.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a started server logs, and how: to its standard output, which {@link ServerJvm} reads. */
final class ServerLog {
  private static final String TO_STANDARD_OUTPUT =
      """
      rootLogger.level=INFO
      rootLogger.appenderRef.c.ref=C
      appender.c.type=Console
      appender.c.name=C
      appender.c.layout.type=PatternLayout
      appender.c.layout.pattern=%d{HH:mm:ss,SSS} %-5p %c{1} - %m%n
      """;

  private ServerLog() {}

  /**
   * Writes {@code log4j2.properties} into the home folder of a server.
   *
   * @param more settings behind the common ones, a line each; may be empty
   */
  static void write(Path home, String more) throws IOException {
    Files.writeString(home.resolve("log4j2.properties"), TO_STANDARD_OUTPUT + more);
  }
}
