package org.vocstream.servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A real Kafka broker of one node (KRaft: it is its own controller) on the loopback address, as a
 * child JVM. Its data stands in its home folder, so one that was killed can be started again there.
 * Topics are not made by themselves.
 */
public final class KafkaBroker implements AutoCloseable {
  private static final long READY_SECONDS = 90;
  private static final List<String> JVM =
      List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");

  private final Path folder;
  private final Path home;
  private final int port;
  private ServerJvm server;

  private KafkaBroker(Path folder, Path home, int port) {
    this.folder = folder;
    this.home = home;
    this.port = port;
  }

  /**
   * Formats the home folder and starts a broker in it.
   *
   * @param folder holds the jars of the broker, {@code servers/kafka/target/server}
   * @param home an empty folder
   * @throws IllegalStateException where it does not start, with the end of its log
   */
  public static KafkaBroker start(Path folder, Path home) throws IOException, InterruptedException {
    return start(folder, home, Map.of());
  }

  /**
   * As {@link #start(Path, Path)}, with settings of its own.
   *
   * @param more settings of the broker beside ours, or in their place; its listener for clients is
   *     called PLAINTEXT whatever the protocol
   */
  public static KafkaBroker start(Path folder, Path home, Map<String, String> more)
      throws IOException, InterruptedException {
    List<Integer> ports = FreePorts.of(2);
    write(home, ports.get(0), ports.get(1), more);
    KafkaBroker broker = new KafkaBroker(folder, home, ports.get(0));
    broker.format();
    broker.start();
    return broker;
  }

  private static void write(Path home, int port, int controller, Map<String, String> more)
      throws IOException {
    Files.createDirectories(home);
    Files.writeString(
        home.resolve("server.properties"),
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        num.partitions=3
        auto.create.topics.enable=false
        offsets.topic.num.partitions=1
        offsets.topic.replication.factor=1
        transaction.state.log.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        group.initial.rebalance.delay.ms=0
        """
                .formatted(port, controller, home.resolve("data").toAbsolutePath())
            // Of two settings of one name the later counts.
            + more.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining()));
    ServerLog.write(home, "");
  }

  private void format() throws IOException, InterruptedException {
    UUID id = UUID.randomUUID();
    byte[] bytes =
        ByteBuffer.allocate(16)
            // Without the first bit: an id that begins with a dash is taken for an option.
            .putLong(id.getMostSignificantBits() & Long.MAX_VALUE)
            .putLong(id.getLeastSignificantBits())
            .array();
    String cluster = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    try (ServerJvm format =
        ServerJvm.start(
            folder,
            home.resolve("format.log"),
            "Formatting",
            Map.of(),
            JVM,
            "kafka.tools.StorageTool",
            "format",
            "-t",
            cluster,
            "-c",
            home.resolve("server.properties").toString(),
            "--standalone")) {
      format.awaitReady(READY_SECONDS);
      format.awaitEnd(READY_SECONDS);
    }
  }

  private void start() throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(JVM);
    options.add("-Dlog4j2.configurationFile=" + home.resolve("log4j2.properties"));
    server =
        ServerJvm.start(
            folder,
            home.resolve("server.log"),
            "Kafka Server started",
            Map.of(),
            options,
            "kafka.Kafka",
            home.resolve("server.properties").toString());
    boolean up = false;
    try {
      server.awaitReady(READY_SECONDS);
      up = true;
    } finally {
      if (!up) {
        server.close();
      }
    }
  }

  /** Starts it again at the same address, with its data, after {@link #kill} or {@link #close}. */
  public void restart() throws IOException, InterruptedException {
    start();
  }

  /** Its address: {@code 127.0.0.1:41234}. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** Its process id. */
  public long pid() {
    return server.pid();
  }

  /** Ends it at once, as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    server.kill();
  }

  /** Ends it cleanly. */
  @Override
  public void close() {
    server.close();
  }
}
