package org.vocstream.elasticsearch.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.logging.log4j.LogManager;

/**
 * The child JVM: {@code EmbeddedServer HOME HTTP_PORTS}. It lives as long as its standard input:
 * when the parent closes that, or dies, even by kill -9, the node stops and the process ends.
 *
 * <p>On standard output stands one line, for the parent: {@code ready PORT} once requests are
 * answered, or {@code failed CODE MESSAGE} with code {@code in-use} (another process uses HOME) or
 * {@code other}. All else goes to {@code HOME/logs/server.log}, two files of at most 5 MB.
 */
public final class EmbeddedServer {
  private final Path home;
  private final PrintStream parent;
  private final AtomicReference<EmbeddedNode> node = new AtomicReference<>();

  private EmbeddedServer(Path home, PrintStream parent) {
    this.home = home;
    this.parent = parent;
  }

  /** Runs until standard input ends. Exit code 0, or 1 where the start failed. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: EmbeddedServer HOME HTTP_PORTS");
      System.exit(2);
    }
    Path home = Files.createDirectories(Path.of(args[0])).toRealPath();
    // Read by log4j2.xml, so it must stand before the first class that logs is loaded.
    System.setProperty("voc.logs", home.resolve("logs").toString());
    PrintStream parent = System.out;
    System.setOut(System.err);
    System.exit(new EmbeddedServer(home, parent).run(args[1]));
  }

  private int run(String httpPorts) {
    // Before the node starts: a parent that dies during the start takes this process along, too.
    endWithParent();
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
      node.set(EmbeddedNode.start(HomeLock.take(home), httpPorts));
      tell("ready " + node.get().httpPort());
      Thread.currentThread().join();
      return 0;
    } catch (InterruptedException e) {
      return 0;
    } catch (ServerFailure e) {
      tell("failed " + e.code() + " " + e.getMessage());
      return 1;
    } catch (Exception | LinkageError e) {
      log("The start failed", e);
      tell("failed " + ServerFailure.OTHER + " " + e);
      return 1;
    }
  }

  private void endWithParent() {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // The parent has nothing to say; only the end counts.
                }
              } catch (IOException e) {
                System.err.println("standard input: " + e);
              }
              System.exit(0);
            },
            "parent-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void stop() {
    EmbeddedNode running = node.getAndSet(null);
    if (running == null) {
      return;
    }
    try {
      running.stop();
    } catch (IOException | RuntimeException e) {
      log("The stop failed", e);
    }
  }

  // The logger is no constant: logging may only be loaded once its folder is known.
  private static void log(String message, Throwable e) {
    LogManager.getLogger(EmbeddedServer.class).error(message, e);
  }

  private void tell(String line) {
    byte[] bytes = (line.replaceAll("\\R", " ") + "\n").getBytes(StandardCharsets.UTF_8);
    parent.write(bytes, 0, bytes.length);
    parent.flush();
  }
}
