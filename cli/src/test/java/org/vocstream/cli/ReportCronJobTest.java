package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** The manifest for Kubernetes starts the command that there is, with what that command reads. */
class ReportCronJobTest {
  private static final Path MANIFEST =
      VocProcess.HOME.resolve("deploy/kubernetes/report-cronjob.yaml");

  @Test
  void itsArgumentsAreThoseOfTheCommand() throws IOException {
    Map<?, ?> container = container();
    List<String> arguments = new ArrayList<>();
    ((List<?>) container.get("args")).forEach(argument -> arguments.add(argument.toString()));
    CommandLine commands = Voc.commandLine();
    commands.parseArgs(arguments.toArray(new String[0]));
    ScheduleCommand schedule = commands.getSubcommands().get("schedule").getCommand();
    assertThat(schedule.once).isTrue();
    assertThat(schedule.elasticsearch.uri).isEqualTo(URI.create("https://elasticsearch:9200"));
    assertThat(mounts(container)).contains(schedule.file.getParent().toString());
  }

  /** What is made and not yet delivered is kept where something outlives the job. */
  @Test
  void itsWorkDirectoryIsMounted() throws IOException {
    Map<?, ?> container = container();
    Map<?, ?> work =
        maps(container.get("env")).stream()
            .filter(variable -> "VOC_WORK".equals(variable.get("name")))
            .findFirst()
            .orElseThrow();
    assertThat(mounts(container)).contains((String) work.get("value"));
  }

  private static Map<?, ?> container() throws IOException {
    Object manifest =
        new Load(LoadSettings.builder().setLabel(MANIFEST.toString()).build())
            .loadFromString(Files.readString(MANIFEST));
    assertThat(at(manifest, "kind")).isEqualTo("CronJob");
    List<Map<?, ?>> containers =
        maps(at(manifest, "spec", "jobTemplate", "spec", "template", "spec", "containers"));
    assertThat(containers).hasSize(1);
    return containers.get(0);
  }

  private static List<String> mounts(Map<?, ?> container) {
    return maps(container.get("volumeMounts")).stream()
        .map(mount -> (String) mount.get("mountPath"))
        .toList();
  }

  private static Object at(Object node, String... path) {
    Object at = node;
    for (String key : path) {
      at = ((Map<?, ?>) at).get(key);
    }
    return at;
  }

  private static List<Map<?, ?>> maps(Object list) {
    List<Map<?, ?>> maps = new ArrayList<>();
    ((List<?>) list).forEach(item -> maps.add((Map<?, ?>) item));
    return maps;
  }
}
