package org.vocstream.elasticsearch.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.ClassPathPlugins;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/**
 * One Elasticsearch node on the loopback address, without authentication, with its data under one
 * folder. To be started once per process, for Elasticsearch keeps static state.
 */
final class EmbeddedNode {
  private static final String NAME = "voc-embedded";
  private static final long CLOSE_SECONDS = 10;

  private final Node node;
  private final HomeLock lock;

  private EmbeddedNode(Node node, HomeLock lock) {
    this.node = node;
    this.lock = lock;
  }

  /**
   * Starts a node and returns once it accepts requests.
   *
   * @param lock the folder, held until the node has stopped
   * @param httpPorts one port or several, tried in order: {@code 9200,0}; 0 is any free one
   */
  static EmbeddedNode start(HomeLock lock, String httpPorts)
      throws IOException, NodeValidationException {
    Path home = lock.home();
    Path config = Files.createDirectories(home.resolve("config"));
    Settings settings = settings(home, httpPorts);
    LogConfigurator.setNodeName(NAME);
    // Not configureWithoutConfig: that puts a console in the place of log4j2.xml.
    LogConfigurator.configureESLogging();
    ClassPathPlugins plugins =
        ClassPathPlugins.of(home.resolve("modules"), List.of(Netty4Plugin.class, RootPlugin.class));
    Node node = new Node(new Environment(settings, config), plugins);
    node.start();
    return new EmbeddedNode(node, lock);
  }

  private static Settings settings(Path home, String httpPorts) {
    return Settings.builder()
        .put("path.home", home)
        .put("path.data", home.resolve("data"))
        .put("path.logs", home.resolve("logs"))
        .put("path.repo", home.resolve("snapshots"))
        .put("node.name", NAME)
        .put("cluster.name", NAME)
        .put("discovery.type", "single-node")
        .put("network.host", "127.0.0.1")
        .put("http.port", httpPorts)
        .put("transport.port", "0")
        // A shared disk that is 90% full still has room for feedback; the default would allot no
        // shard there, and the one node has nowhere else to go.
        .put("cluster.routing.allocation.disk.watermark.low", "1gb")
        .put("cluster.routing.allocation.disk.watermark.high", "500mb")
        .put("cluster.routing.allocation.disk.watermark.flood_stage", "200mb")
        .build();
  }

  /** The port on which it answers. */
  int httpPort() {
    return node.injector()
        .getInstance(HttpServerTransport.class)
        .boundAddress()
        .publishAddress()
        .getPort();
  }

  /** Stops it; what was acknowledged is on disk. */
  void stop() throws IOException {
    node.prepareForClose();
    node.close();
    try {
      node.awaitClose(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.close();
  }
}
