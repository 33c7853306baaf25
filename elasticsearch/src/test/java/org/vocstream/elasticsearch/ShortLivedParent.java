package org.vocstream.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts the embedded server, tells its process id, and waits to be killed. */
final class ShortLivedParent {
  private ShortLivedParent() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    EmbeddedElasticsearch server =
        EmbeddedElasticsearch.start(RealElasticsearch.options(Path.of(args[0])), step -> {});
    System.out.println(server.pid());
    new CountDownLatch(1).await();
  }
}
