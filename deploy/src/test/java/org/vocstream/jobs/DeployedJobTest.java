package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.deploy.DeployFiles.HOME;
import static org.vocstream.deploy.DeployFiles.KUBERNETES;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vocstream.deploy.ComposeFile;
import org.vocstream.deploy.DeployFiles;
import org.vocstream.elasticsearch.Secrets;
import org.vocstream.jobs.kafka.FeedbackTopics;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.report.schedule.ReportPlans;

/**
 * The job understands what it is deployed with; in its package, for nobody else reads its
 * arguments.
 */
class DeployedJobTest {
  private static final String SETTINGS = "/etc/voc/";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("VOC_HASH_KEY", "0123456789abcdef", "KAFKA_PASSWORD", "0123456789abcdef");

  @Test
  void theJobOfDockerComposeStarts() throws IOException {
    List<String> command = new ComposeFile().command("jobmanager");
    List<String> arguments =
        command.subList(command.indexOf("--job-classname") + 2, command.size());
    FeedbackScoringOptions options =
        JobArguments.parse(arguments.toArray(String[]::new), ENVIRONMENT);
    assertThat(options.kafka()).isNotNull();
    assertThat(options.elasticsearch()).hasScheme("https");
    assertThat(options.parallelism()).isEqualTo(2);
  }

  @Test
  void theJobOfKubernetesStartsWithItsSettings() throws IOException {
    JsonNode spec =
        DeployFiles.documents(KUBERNETES.resolve("scoring-job.yaml")).get(0).get("spec");
    String[] arguments =
        DeployFiles.texts(spec.at("/job/args")).stream()
            .map(a -> a.replace(SETTINGS, KUBERNETES.resolve("settings") + "/"))
            .toArray(String[]::new);
    FeedbackScoringOptions options = JobArguments.parse(arguments, ENVIRONMENT);
    assertThat(options.scoring().competitors().brands()).isNotEmpty();
    assertThat(options.alerts().rules()).isNotEmpty();
    assertThat(options.kafka().connection().consumer())
        .containsEntry("security.protocol", "SASL_SSL");
    assertThat(options.parallelism()).isEqualTo(spec.at("/job/parallelism").asInt());
  }

  /** As commands make them: settings in order, and of each kind the last is kept. */
  @Test
  void everyTopicIsMade() {
    Map<String, String> made = new TreeMap<>();
    String script = DeployFiles.text(HOME.resolve("deploy/docker/make-topics.sh"));
    String all = script.replace("\\\n", " ");
    Matcher loop = Pattern.compile("for topic in (.*); do").matcher(all);
    assertThat(loop.find()).isTrue();
    for (String topic : loop.group(1).split(" ", -1)) {
      made.put(topic, "");
    }
    Matcher topic = Pattern.compile("--topic (voc[a-z.-]+) (.*)").matcher(all);
    while (topic.find()) {
      made.put(topic.group(1), topic.group(2));
    }
    assertThat(made.keySet())
        .containsAll(FeedbackTopics.parse(FeedbackTopics.STANDARD).names())
        .contains(KafkaOptions.DEAD_LETTERS, KafkaOptions.SETTINGS);
    assertThat(made.get(KafkaOptions.SETTINGS))
        .contains("--partitions 1 ", "--config cleanup.policy=compact");
    assertThat(made.get(KafkaOptions.DEAD_LETTERS)).contains("--config retention.ms=");
  }

  @Test
  void reportsAreReports() throws IOException {
    assertThat(ReportPlans.load(KUBERNETES.resolve("settings/reports.yaml")).variables()).isEmpty();
  }

  /** A variable that nobody reads is a mistake in its name. */
  @Test
  void everyVariableIsRead() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(HOME)) {
      List<Path> files =
          sources
              .filter(f -> f.toString().endsWith(".java") && f.toString().contains("/src/main/"))
              .toList();
      for (Path file : files) {
        collect(Files.readString(file), read);
      }
    }
    collect(DeployFiles.text(HOME.resolve("scripts/voc")), read);
    Set<String> given = new TreeSet<>();
    ComposeFile compose = new ComposeFile();
    compose
        .services()
        .forEach(
            (name, service) -> {
              String image = service.get("image").asText();
              if (image.startsWith("voc-")) {
                given.addAll(compose.environment(name).keySet());
              }
            });
    for (JsonNode manifest : DeployFiles.manifests()) {
      manifest.findValues("env").forEach(e -> e.forEach(v -> given.add(v.get("name").asText())));
    }
    Set<String> ours =
        given.stream()
            .filter(name -> name.startsWith("VOC_") && !name.startsWith("VOC_SMTP_"))
            .map(name -> read.contains(name) ? name : name.replaceFirst(Secrets.FILE + "$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(ours).hasSizeGreaterThan(5);
    assertThat(read).containsAll(ours);
  }

  private static void collect(String source, Set<String> into) {
    Matcher name = Pattern.compile("\\bVOC_[A-Z_]+").matcher(source);
    while (name.find()) {
      into.add(name.group());
    }
  }
}
