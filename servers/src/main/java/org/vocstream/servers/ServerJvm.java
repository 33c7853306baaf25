package org.vocstream.servers;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child JVM with a class path of its own, which ends with this process at the latest. What it
 * prints goes into a file. Safe for several threads.
 */
public final class ServerJvm implements AutoCloseable {
  private static final long STOP_SECONDS = 30;
  private static final int TAIL = 30;

  private final Process process;
  private final Path log;
  private final String readyWhen;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

  private ServerJvm(Process process, Path log, String readyWhen) {
    this.process = process;
    this.log = log;
    this.readyWhen = readyWhen;
    Thread reader = new Thread(this::copyOutput, "output-of-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts it.
   *
   * @param folder holds the jars of its class path
   * @param log where to write what it prints
   * @param readyWhen what stands in the line by which it says that it is ready
   * @param environment variables that the child has beside ours
   * @param jvmOptions of the child, such as {@code -Xmx512m}
   * @param command main class and arguments
   * @throws IllegalStateException where the folder is not built; the message says what to do
   */
  public static ServerJvm start(
      Path folder,
      Path log,
      String readyWhen,
      Map<String, String> environment,
      List<String> jvmOptions,
      String... command)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          folder + " is not there: build its module (mvn -pl servers/kafka,servers/flink package)");
    }
    String own = ServerJvm.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(jvmOptions);
    all.addAll(
        List.of(
            "-cp",
            folder.toAbsolutePath() + "/*" + File.pathSeparator + own,
            Child.class.getName()));
    all.addAll(List.of(command));
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new ServerJvm(builder.start(), log, readyWhen);
  }

  private void copyOutput() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        var copy = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.write(line + "\n");
        copy.flush();
        if (line.contains(readyWhen)) {
          ready.complete(true);
        }
      }
    } catch (IOException e) {
      // It has been killed.
    }
    ready.complete(false);
  }

  /**
   * Waits until it is ready.
   *
   * @throws IllegalStateException where it ends before, or is not ready in time, with the end of
   *     what it printed
   */
  public void awaitReady(long seconds) throws InterruptedException {
    try {
      if (ready.get(seconds, TimeUnit.SECONDS)) {
        return;
      }
      throw new IllegalStateException("the server ended before it was ready\n" + tail());
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException("not ready after " + seconds + " s\n" + tail(), e);
    }
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** False once it has ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end by itself. */
  public int awaitEnd(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running after " + seconds + " s");
    }
    return process.exitValue();
  }

  /** Ends it at once, as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it cleanly, by force after half a minute. May be called again. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has ended already.
    }
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
