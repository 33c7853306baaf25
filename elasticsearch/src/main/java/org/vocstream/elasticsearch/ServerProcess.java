package org.vocstream.elasticsearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The child JVM of the embedded server. It ends when its standard input does, so it cannot outlive
 * this process, however this process ends. Safe for several threads.
 */
final class ServerProcess {
  private static final String JAR = "voc-embedded-elasticsearch.jar";
  private static final int LOG_TAIL_LINES = 15;
  private static final int LOG_TAIL_BYTES = 64 << 10;
  private static final long STOP_SECONDS = 20;

  private final Path logs;
  private final Process process;
  private final CompletableFuture<String> firstLine = new CompletableFuture<>();

  private ServerProcess(Path logs, Process process) {
    this.logs = logs;
    this.process = process;
    Thread reader = new Thread(this::readFirstLine, "embedded-elasticsearch-output");
    reader.setDaemon(true);
    reader.start();
  }

  static ServerProcess start(ServerOptions options) throws IOException {
    Path jar = options.serverFolder().resolve(JAR).toAbsolutePath();
    if (!Files.isReadable(jar)) {
      throw new ElasticsearchUnavailable(
          "the embedded Elasticsearch is not built, %s is missing: run mvn -pl".formatted(jar)
              + " elasticsearch/embedded package");
    }
    Path logs = Files.createDirectories(options.home().resolve("logs"));
    Process process =
        new ProcessBuilder(command(options, jar, logs))
            .redirectError(logs.resolve("server.err").toFile())
            .start();
    return new ServerProcess(logs, process);
  }

  private static List<String> command(ServerOptions options, Path jar, Path logs) {
    List<String> command = new ArrayList<>();
    // Ctrl-C goes to every process of a terminal. The server ignores it, so that the one who
    // started it can still write before closing it.
    command.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\""));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xms" + options.heapMegabytes() + "m");
    command.add("-Xmx" + options.heapMegabytes() + "m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:ErrorFile=" + logs.resolve("crash.log"));
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(options.jvmOptions());
    command.addAll(List.of("-jar", jar.toString(), options.home().toString()));
    command.add(options.port() == 0 ? "0" : options.port() + ",0");
    return command;
  }

  private void readFirstLine() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      firstLine.complete(Optional.ofNullable(reader.readLine()).orElse(""));
      while (reader.readLine() != null) {
        // Nothing more is said, but a full pipe would stop the server.
      }
    } catch (IOException e) {
      firstLine.completeExceptionally(e);
    }
  }

  /**
   * Waits for the server's one line and reads the port from it.
   *
   * @throws ElasticsearchUnavailable where it does not start, with the end of its log
   */
  int awaitPort(long nanos) throws ElasticsearchUnavailable, InterruptedException {
    String line;
    try {
      line = firstLine.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new ElasticsearchUnavailable(
          "the embedded Elasticsearch did not start in time\n" + logTail(), e);
    } catch (ExecutionException e) {
      throw new ElasticsearchUnavailable(
          "the embedded Elasticsearch cannot be heard\n" + logTail(), e);
    }
    String[] words = line.split(" ", 3);
    if (words[0].equals("ready")) {
      return Integer.parseInt(words[1]);
    }
    if (words.length == 3 && words[1].equals("in-use")) {
      throw new ElasticsearchUnavailable(
          "the data folder is taken: %s; stop that one first, or choose another folder"
              .formatted(words[2]));
    }
    throw new ElasticsearchUnavailable(
        "the embedded Elasticsearch did not start: %s\n%s".formatted(line, logTail()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Ends it: cleanly where it answers in time, else by force. */
  void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The pipe is broken: it has ended already.
    }
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The last lines of what the server and its JVM wrote. */
  String logTail() {
    return tail("server.log") + tail("server.err");
  }

  private String tail(String name) {
    Path file = logs.resolve(name);
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        return "";
      }
      byte[] bytes = Files.readAllBytes(file);
      int from = Math.max(0, bytes.length - LOG_TAIL_BYTES);
      String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size());
      return "end of " + file + ":\n  " + String.join("\n  ", last) + "\n";
    } catch (IOException e) {
      return file + " cannot be read: " + e + "\n";
    }
  }
}
