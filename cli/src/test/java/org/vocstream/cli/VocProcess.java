package org.vocstream.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code voc} as scripts/voc does, in a process of its own, from the packaged jars. */
final class VocProcess {
  /** The project's folder; tests run in that of the module. */
  static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  /** Labelled reviews, where the data stands beside the project. */
  static final Path COSMETICS_DEV = HOME.resolve("../shared/data/zjlab_makeup/dev.jsonl");

  private final Path work;
  private final Map<String, String> variables;

  /** What a finished process left. */
  record Result(int exitCode, String out, String err) {}

  VocProcess(Path work) {
    this(work, Map.of());
  }

  /** With these variables in its environment, beside that of the work directory. */
  VocProcess(Path work, Map<String, String> variables) {
    this.work = work;
    this.variables = variables;
  }

  /** Runs a command to its end. */
  Result run(String... arguments) throws IOException, InterruptedException {
    return runWith("", arguments);
  }

  /** Runs a command to its end with this on its standard input. */
  Result runWith(String input, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(work, "out", ".txt");
    Path err = Files.createTempFile(work, "err", ".txt");
    Process process = start(out, err, arguments);
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException closedEarly) {
      // A command that reads no input may be gone by now.
    }
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(
          "voc " + String.join(" ", arguments) + " did not end:\n" + Files.readString(err));
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Starts a command and leaves it running. */
  Process start(Path out, Path err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String opened : List.of("java.util", "java.lang", "java.time", "java.nio", "sun.nio.ch")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.addAll(
        List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-Dvoc.home=" + HOME,
            "-cp",
            HOME.resolve("cli/target/lib") + "/*",
            Voc.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("VOC_"));
    environment.put("VOC_WORK", work.toString());
    environment.putAll(variables);
    return builder.start();
  }
}
