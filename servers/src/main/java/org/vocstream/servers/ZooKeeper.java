package org.vocstream.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real ZooKeeper of one peer on the loopback address, as a child JVM. With it a JobManager that
 * is started anew takes up the jobs of the one that was killed.
 */
public final class ZooKeeper implements AutoCloseable {
  private static final long READY_SECONDS = 90;

  /** The unit of its time, in milliseconds: a session ends after 2 of them to 20. */
  private static final int TICK = 1_000;

  /**
   * After so many milliseconds without a sign of life a JobManager has lost its leadership. Less is
   * quicker and takes a busy machine for a dead one.
   */
  private static final int SESSION = 15_000;

  private final ServerJvm server;
  private final int port;

  private ZooKeeper(ServerJvm server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param folder holds the jars of Flink, {@code servers/flink/target/server}: ZooKeeper is in
   *     them
   * @param home an empty folder
   */
  public static ZooKeeper start(Path folder, Path home) throws IOException, InterruptedException {
    List<Integer> ports = FreePorts.of(3);
    Path all = Files.createDirectories(home).toAbsolutePath();
    Files.writeString(
        all.resolve("zoo.cfg"),
        """
        tickTime=%d
        dataDir=%s/data
        clientPort=%d
        clientPortAddress=127.0.0.1
        admin.enableServer=false
        server.1=127.0.0.1:%d:%d
        """
            .formatted(TICK, all, ports.get(0), ports.get(1), ports.get(2)));
    ServerLog.write(all, "");
    ServerJvm server =
        ServerJvm.start(
            folder,
            all.resolve("server.log"),
            "binding to port",
            Map.of(),
            List.of(
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + all.resolve("log4j2.properties")),
            "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
            "--zkConfigFile",
            all.resolve("zoo.cfg").toString(),
            "--peerId",
            "1");
    boolean up = false;
    try {
      server.awaitReady(READY_SECONDS);
      up = true;
    } finally {
      if (!up) {
        server.close();
      }
    }
    return new ZooKeeper(server, ports.get(0));
  }

  /**
   * The settings by which a Flink cluster keeps its jobs with it.
   *
   * @param storage where the cluster puts what is large, in a folder that outlives JobManagers
   */
  public Map<String, String> highAvailability(URI storage) {
    return Map.of(
        "high-availability.type",
        "zookeeper",
        "high-availability.storageDir",
        storage.toString(),
        "high-availability.zookeeper.quorum",
        "127.0.0.1:" + port,
        "high-availability.zookeeper.client.session-timeout",
        SESSION + " ms",
        "high-availability.zookeeper.client.connection-timeout",
        SESSION + " ms",
        // A busy machine answers late now and then: leadership is lost with the session, not
        // before.
        "high-availability.zookeeper.client.tolerate-suspended-connections",
        "true");
  }

  @Override
  public void close() {
    server.close();
  }
}
