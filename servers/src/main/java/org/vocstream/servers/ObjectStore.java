package org.vocstream.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An object store on the loopback address that speaks S3 (S3Proxy), as a child JVM: one bucket,
 * kept in memory. It asks nobody for a key. For one thread.
 */
public final class ObjectStore implements AutoCloseable {
  private static final String BUCKET = "voc";
  private static final Duration READY = Duration.ofSeconds(90);
  private static final int CREATED = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ServerJvm server;
  private final URI address;
  private final Path plugins;

  private ObjectStore(ServerJvm server, URI address, Path plugins) {
    this.server = server;
    this.address = address;
    this.plugins = plugins;
  }

  /**
   * Starts it and makes its bucket.
   *
   * @param folder what the module {@code servers/s3} has built: {@code servers/s3/target}
   * @param home an empty folder
   */
  public static ObjectStore start(Path folder, Path home) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + FreePorts.of(1).get(0));
    Path settings = Files.createDirectories(home).resolve("s3proxy.properties");
    Files.writeString(
        settings,
        """
        s3proxy.endpoint=%s
        s3proxy.authorization=none
        jclouds.provider=transient-nio2
        """
            .formatted(address));
    ServerJvm server =
        ServerJvm.start(
            folder.resolve("server"),
            home.resolve("server.log"),
            "",
            Map.of("LOG_LEVEL", "info"),
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            "org.gaul.s3proxy.Main",
            "--properties",
            settings.toString());
    ObjectStore store =
        new ObjectStore(server, address, folder.resolve("plugins").toAbsolutePath());
    boolean up = false;
    try {
      Until.holds("the object store has a bucket", READY, store::hasBucket);
      up = true;
    } finally {
      if (!up) {
        server.close();
      }
    }
    return store;
  }

  private boolean hasBucket() throws IOException, InterruptedException {
    return send(
            HttpRequest.newBuilder(address.resolve("/" + BUCKET))
                .PUT(HttpRequest.BodyPublishers.noBody()))
        == CREATED;
  }

  private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  /**
   * Puts a file there.
   *
   * @param key such as {@code models/a.vocl}
   * @throws IOException where it is not taken
   */
  public void put(String key, Path file) throws IOException, InterruptedException {
    int status =
        send(
            HttpRequest.newBuilder(address.resolve("/" + BUCKET + "/" + key))
                .PUT(HttpRequest.BodyPublishers.ofFile(file)));
    if (status != CREATED) {
      throw new IOException(key + " was not taken: " + status);
    }
  }

  /** The list of its objects whose keys begin so, as XML. */
  public String list(String prefix) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(address.resolve("/" + BUCKET + "?prefix=" + prefix)).build(),
            BodyHandlers.ofString())
        .body();
  }

  /** Where a key is for Flink: {@code s3://voc/models}. */
  public static String uri(String key) {
    return "s3://" + BUCKET + "/" + key;
  }

  /** How Flink reaches it. */
  public Map<String, String> settings() {
    return Map.of(
        "s3.endpoint", address.toString(),
        "s3.path.style.access", "true",
        "s3.access-key", "any",
        "s3.secret-key", "any");
  }

  /** What Flink's processes have in their environment, so that they know {@code s3://}. */
  public Map<String, String> environment() {
    return Map.of("FLINK_PLUGINS_DIR", plugins.toString());
  }

  @Override
  public void close() {
    server.close();
  }
}
