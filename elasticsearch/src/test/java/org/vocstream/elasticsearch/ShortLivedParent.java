package org.vocstream.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts the embedded server, tells its process id, and waits to be killed. */
final class ShortLivedParent {
  private ShortLivedParent() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    ServerOptions options =
        ServerOptions.of(Path.of(args[0]), Path.of(args[1])).withPort(0).withHeapMegabytes(256);
    EmbeddedElasticsearch server = EmbeddedElasticsearch.start(options, step -> {});
    System.out.println(server.pid());
    new CountDownLatch(1).await();
  }
}
