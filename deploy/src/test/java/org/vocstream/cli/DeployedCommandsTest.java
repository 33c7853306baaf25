package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vocstream.deploy.ComposeFile;
import org.vocstream.deploy.DeployFiles;
import picocli.CommandLine;

/**
 * Every command that is deployed, or that the runbook tells to give, is one of the command line.
 */
class DeployedCommandsTest {
  private static final String IMAGE = "voc-stream:";
  private static final Pattern FENCE = Pattern.compile("(?s)```bash\n(.*?)```");

  @Test
  void commandsOfContainersAreCommands() {
    Map<String, List<String>> commands = new TreeMap<>();
    ComposeFile compose = new ComposeFile();
    compose
        .services()
        .forEach(
            (name, service) -> {
              if (service.get("image").asText().startsWith(IMAGE) && service.has("command")) {
                commands.put("docker-compose.yml " + name, compose.command(name));
              }
            });
    for (JsonNode manifest : DeployFiles.manifests()) {
      for (JsonNode containers : manifest.findValues("containers")) {
        for (JsonNode container : containers) {
          if (container.path("image").asText().startsWith(IMAGE)) {
            commands.put(
                "kubernetes " + container.get("name").asText(),
                DeployFiles.texts(container.get("args")));
          }
        }
      }
    }
    Matcher access =
        Pattern.compile("/opt/voc/scripts/voc (.*)")
            .matcher(
                DeployFiles.text(DeployFiles.HOME.resolve("deploy/docker/make-keys.sh"))
                    .replace("\"$part\"", "job")
                    .replace("\"", ""));
    assertThat(access.find()).isTrue();
    commands.put("make-keys.sh", List.of(access.group(1).split(" ", -1)));
    assertThat(commands).hasSize(9);
    assertThat(commands).allSatisfy((where, command) -> parse(command));
  }

  @Test
  void commandsOfTheRunbookAreCommands() {
    List<List<String>> commands = new ArrayList<>();
    for (String file : List.of("docs/operations.md", "docs/scaling.md")) {
      Matcher fence = FENCE.matcher(DeployFiles.text(DeployFiles.HOME.resolve(file)));
      while (fence.find()) {
        for (String line :
            fence
                .group(1)
                .replace("\\\n", " ")
                .replace("$part", "job")
                .replace("\"", "")
                .lines()
                .toList()) {
          Matcher voc =
              Pattern.compile(
                      "(?:scripts/voc|run --rm (?:page|schedule|setup))\\s+(.*?)\\s*(?:#.*)?$")
                  .matcher(line);
          if (voc.find()) {
            commands.add(List.of(voc.group(1).split("\\s+", -1)));
          }
        }
      }
    }
    assertThat(commands).hasSizeGreaterThan(6);
    assertThat(commands).allSatisfy(DeployedCommandsTest::parse);
  }

  @Test
  void whatIsNoOptionIsFound() {
    assertThatThrownBy(() -> parse(List.of("schedule", "--report", "reports.yaml", "--twice")))
        .isInstanceOf(CommandLine.ParameterException.class);
  }

  private static void parse(List<String> command) {
    Voc.commandLine().parseArgs(command.toArray(String[]::new));
  }
}
