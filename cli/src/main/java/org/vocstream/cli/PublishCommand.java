package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.vocstream.jobs.kafka.KafkaConnection;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.kafka.KafkaTopics;
import org.vocstream.jobs.kafka.KafkaUnavailable;
import org.vocstream.jobs.kafka.MessageSender;
import org.vocstream.jobs.settings.Setting;
import org.vocstream.jobs.settings.SettingFile;
import org.vocstream.jobs.settings.SettingKind;
import org.vocstream.jobs.settings.SettingMessages;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackCheck;
import org.vocstream.pack.PackFinding;
import org.vocstream.pack.PackLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends a later version of a pack or a competitor set to the jobs that run. */
@Command(
    name = "publish",
    description = {
      "Sends a pack or a competitor set through Kafka to the jobs that run; what it says takes effect at once, without a restart.",
      "It is checked first, as scripts/voc packs check does. A job refuses a version that is not later than its own (index voc-dead-letters, stage settings)."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc publish --kafka localhost:9092 --pack pets.yaml --create-topic",
      "  scripts/voc publish --kafka localhost:9092 --competitors competitors.yaml"
    })
final class PublishCommand implements Callable<Integer> {
  @Mixin KafkaConnectionOptions kafka;

  @Option(names = "--pack", paramLabel = "FILE", description = "A pack file.")
  Path pack;

  @Option(
      names = "--competitors",
      paramLabel = "FILE",
      description = "The file of a competitor set (docs/competitors.md).")
  Path competitors;

  @Option(
      names = "--settings-topic",
      paramLabel = "TOPIC",
      defaultValue = KafkaOptions.SETTINGS,
      description = "The topic that the jobs read. Default: ${DEFAULT-VALUE}.")
  String topic;

  @Option(
      names = "--create-topic",
      description =
          "Make the topic where it is missing: one partition, of which Kafka keeps the last pack and the last competitor set.")
  boolean createTopic;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!kafka.isGiven()) {
      throw UserError.usage("--kafka HOST:PORT is missing: where to send it");
    }
    if (pack == null && competitors == null) {
      throw UserError.usage("nothing to send; give --pack FILE, --competitors FILE, or both");
    }
    List<Setting> settings = new ArrayList<>();
    List<String> names = new ArrayList<>();
    if (pack != null) {
      names.add("pack " + checked(pack).id());
      settings.add(read(SettingKind.PACK, pack));
    }
    if (competitors != null) {
      CompetitorSet set = CompetitorSet.load(competitors);
      names.add("competitor set " + set.id() + "@" + set.version());
      settings.add(read(SettingKind.COMPETITORS, competitors));
    }
    send(settings);
    PrintWriter out = spec.commandLine().getOut();
    names.forEach(name -> out.printf("%s is sent to %s%n", name, topic));
    return 0;
  }

  private static Pack checked(Path file) {
    PackLoader loader = new PackLoader();
    Pack loaded = loader.load(file);
    List<PackFinding> findings = new PackCheck(loader).check(file);
    if (!findings.isEmpty()) {
      throw UserError.failed(
          findings.stream().map(PackFinding::toString).collect(Collectors.joining("\n")));
    }
    return loaded;
  }

  private static Setting read(SettingKind kind, Path file) throws IOException {
    return new SettingFile(kind, file.toAbsolutePath().toString()).read();
  }

  private void send(List<Setting> settings) throws IOException, InterruptedException {
    KafkaConnection connection = kafka.connection();
    try (KafkaTopics topics = KafkaTopics.open(connection)) {
      topics.requireForSettings(topic, createTopic);
      try (MessageSender sender = new MessageSender(connection)) {
        for (Setting setting : settings) {
          sender.send(
              new ProducerRecord<>(
                  topic, SettingMessages.key(setting), SettingMessages.value(setting)));
        }
        sender.flush();
      }
    } catch (KafkaUnavailable e) {
      throw UserError.failed(e.getMessage(), e);
    }
  }
}
