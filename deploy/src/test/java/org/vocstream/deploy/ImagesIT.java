package org.vocstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.deploy.DeployFiles.HOME;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After the build, what the images take is there, and the command line starts from it alone. */
class ImagesIT {
  @ParameterizedTest
  @ValueSource(strings = {"flink", "voc"})
  void whatIsCopiedIsThere(String image) {
    Dockerfile file = Dockerfile.read(HOME.resolve("deploy/docker/" + image + ".Dockerfile"));
    assertThat(file.copied()).isNotEmpty();
    assertThat(file.copied()).allSatisfy(path -> assertThat(HOME.resolve(path)).exists());
  }

  @Test
  void theJobJarHasTheClassThatIsStarted() throws Exception {
    List<String> command = new ComposeFile().command("jobmanager");
    String name = command.get(command.indexOf("--job-classname") + 1);
    try (JarFile jar = new JarFile(HOME.resolve("job-jar/target/voc-job.jar").toFile())) {
      assertThat(jar.getEntry(name.replace('.', '/') + ".class")).isNotNull();
    }
    assertThat(
            DeployFiles.documents(DeployFiles.KUBERNETES.resolve("scoring-job.yaml"))
                .get(0)
                .at("/spec/job/entryClass")
                .asText())
        .isEqualTo(name);
  }

  /** As in the image: the script and the jars in a folder of their own, and nothing to build. */
  @Test
  void theCommandLineStartsWithNothingElse(@TempDir Path image) throws Exception {
    Path script = image.resolve("scripts/voc");
    Files.createDirectories(script.getParent());
    Files.copy(HOME.resolve("scripts/voc"), script);
    Files.createDirectories(image.resolve("cli/target"));
    Files.createSymbolicLink(image.resolve("cli/target/lib"), HOME.resolve("cli/target/lib"));
    Files.createFile(image.resolve("cli/target/built"));
    Path out = image.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", script.toString(), "schedule", "--help")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("VOC_WORK", image.resolve("work").toString());
    builder.environment().put("VOC_HEAP", "256m");
    assertThat(builder.start().waitFor()).as(Files.readString(out)).isZero();
    assertThat(Files.readString(out)).contains("--reports").doesNotContain("building");
  }
}
