package org.vocstream.elasticsearch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the embedded Elasticsearch is started. Immutable.
 *
 * @param serverFolder folder with the server's jars: {@code elasticsearch/embedded/target/server}
 * @param home its own folder for data, logs and snapshots; made where it is missing
 * @param port port to use where it is free, else any free one is taken; 0 for any free one
 * @param heapMegabytes heap of the server
 * @param jvmOptions further options of the child JVM; {@code -XX:TieredStopAtLevel=1} starts it in
 *     half the time, but then it indexes more slowly for as long as it runs
 * @param startTimeout longest wait until it is healthy
 */
public record ServerOptions(
    Path serverFolder,
    Path home,
    int port,
    int heapMegabytes,
    List<String> jvmOptions,
    Duration startTimeout) {
  /** The port of Elasticsearch everywhere. */
  public static final int DEFAULT_PORT = 9200;

  /** Heap in megabytes that serves a million mentions. */
  public static final int DEFAULT_HEAP = 512;

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

  /** Keeps a copy. */
  public ServerOptions {
    jvmOptions = List.copyOf(jvmOptions);
  }

  /** Default port, heap and time limit. */
  public static ServerOptions of(Path serverFolder, Path home) {
    return new ServerOptions(
        serverFolder, home, DEFAULT_PORT, DEFAULT_HEAP, List.of(), DEFAULT_TIMEOUT);
  }

  /** The same with another port. */
  public ServerOptions withPort(int other) {
    return new ServerOptions(serverFolder, home, other, heapMegabytes, jvmOptions, startTimeout);
  }

  /** The same with another heap. */
  public ServerOptions withHeapMegabytes(int other) {
    return new ServerOptions(serverFolder, home, port, other, jvmOptions, startTimeout);
  }

  /** The same with these options of the JVM. */
  public ServerOptions withJvmOptions(String... others) {
    return new ServerOptions(
        serverFolder, home, port, heapMegabytes, List.of(others), startTimeout);
  }
}
