package org.vocstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.deploy.DeployFiles.HOME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.AccessRole;

/** The script that makes the keys of the parts, with a command line that writes down its calls. */
class MakeKeysTest {
  @TempDir Path folder;

  @BeforeEach
  void writeStandIns() throws IOException {
    // As the real one: a key file must be new.
    program("voc", "set -o noclobber; echo \"key of $3\" >\"$7\"; echo \"made $3\" >&2");
    program("chown", "echo \"$1 ${2#" + folder + "/}\" >&2");
    for (String part : AccessRole.codes()) {
      Files.createDirectories(folder.resolve(part));
    }
    Files.writeString(
        folder.resolve("make-keys.sh"),
        DeployFiles.text(HOME.resolve("deploy/docker/make-keys.sh"))
            .replace("/opt/voc/scripts/voc", folder.resolve("voc").toString())
            .replace("/keys/", folder + "/"));
  }

  @Test
  void eachPartGetsItsKeyOnceAndAgainAfterAMonth() throws Exception {
    assertThat(run())
        .containsExactly(
            "made setup",
            "10001:10001 setup/api-key.new",
            "made job",
            "9999:9999 job/api-key.new",
            "made page",
            "10001:10001 page/api-key.new",
            "made reports",
            "10001:10001 reports/api-key.new");
    assertThat(folder.resolve("job/api-key")).hasContent("key of job");
    assertThat(run()).isEmpty();

    Files.setLastModifiedTime(
        folder.resolve("page/api-key"),
        FileTime.from(Instant.now().minus(40, ChronoUnit.DAYS))); // The script asks find.
    // What a run that was broken off has left.
    Files.writeString(folder.resolve("page/api-key.new"), "half");
    assertThat(run()).containsExactly("made page", "10001:10001 page/api-key.new");
    assertThat(folder.resolve("page/api-key")).hasContent("key of page");
    assertThat(folder.resolve("page/api-key.new")).doesNotExist();
  }

  private void program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private List<String> run() throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", folder.resolve("make-keys.sh").toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
    int exit = builder.start().waitFor();
    assertThat(exit).as(Files.readString(out)).isZero();
    return Files.readAllLines(out);
  }
}
