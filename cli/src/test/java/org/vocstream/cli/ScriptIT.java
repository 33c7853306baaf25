package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts/voc and scripts/test say on a machine that lacks something. */
class ScriptIT {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "env",
          "dirname",
          "readlink",
          "sed",
          "head",
          "grep",
          "find",
          "mkdir",
          "touch",
          "tail",
          "id");

  @TempDir Path bin;

  @Test
  void withoutJavaItSaysHowToGetIt() throws Exception {
    Said said = run("scripts/voc", "demo");
    assertThat(said.exitCode).isEqualTo(1);
    assertThat(said.text)
        .contains("a JDK 17 is needed and no java was found")
        .contains("apt-get install openjdk-17-jdk-headless");
  }

  @Test
  void anOldJavaIsNamedWithItsVersion() throws Exception {
    script("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    Said said = run("scripts/voc", "demo");
    assertThat(said.exitCode).isEqualTo(1);
    assertThat(said.text).contains("a JDK 17 or newer is needed, java is version 11");
  }

  @Test
  void theTestsSayWhatToInstallWhereTheyMayNot() throws Exception {
    script("id", "echo 1000");
    Said said = run("scripts/test");
    assertThat(said.exitCode).isEqualTo(1);
    assertThat(said.text)
        .contains("these are needed and missing")
        .contains("sudo apt-get install")
        .contains("maven");
  }

  private record Said(int exitCode, String text) {}

  /** Runs a script with a path that holds the plainest tools only. */
  private Said run(String script, String... arguments) throws IOException, InterruptedException {
    for (String tool : TOOLS) {
      Path real = Path.of("/usr/bin", tool);
      if (Files.exists(real) && !Files.exists(bin.resolve(tool))) {
        Files.createSymbolicLink(bin.resolve(tool), real);
      }
    }
    List<String> command =
        new ArrayList<>(
            List.of("/usr/bin/env", "bash", VocProcess.HOME.resolve(script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private void script(String name, String line) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/usr/bin/env bash\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
