package org.vocstream.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RecordReader;
import org.vocstream.jobs.kafka.FeedbackMessages;
import org.vocstream.jobs.kafka.KafkaConnection;
import org.vocstream.jobs.kafka.KafkaTopics;
import org.vocstream.jobs.kafka.KafkaUnavailable;
import org.vocstream.jobs.kafka.MessageSender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends feedback to Kafka. */
@Command(
    name = "produce",
    description = {
      "Sends feedback from files to Kafka, each to the topic of its channel and under its id, so that later versions stay behind earlier ones.",
      "A record that breaks the envelope's contract is told with its reason and not sent; exit code 1 where there was one.",
      "Personal data is sent as it stands in the files: the job masks it when it takes it in."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc produce --kafka localhost:9092 --input sample/feed --create-topics",
      "  scripts/voc produce --kafka localhost:9092 --input history/ --channel review --rate 500 --resume history.sent"
    })
final class ProduceCommand implements Callable<Integer> {
  private static final long STOP_WITHIN_SECONDS = 30;

  @Mixin InputOptions input;
  @Mixin KafkaConnectionOptions kafka;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Records a second at the most. Default: as many as Kafka takes.")
  double rate;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Keeps in this file how far it is, and goes on from there where the file is there already.")
  Path resume;

  @Option(
      names = "--create-topics",
      description =
          "Make the topics that are missing, and that of dead letters, with the partitions and replicas that the broker is set to.")
  boolean createTopics;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    List<Path> files = input.files();
    Envelope envelope = input.reader(new KeyedHash(new byte[KeyedHash.KEY_BYTES]));
    KafkaConnection connection = kafka.connection();
    SentRecords sent = resume == null ? SentRecords.unkept() : SentRecords.in(resume);
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    try {
      try (KafkaTopics topics = KafkaTopics.open(connection)) {
        topics.requireForWriting(createTopics);
      }
      try (MessageSender sender = new MessageSender(connection)) {
        Producing producing =
            new Producing(
                envelope,
                new FeedbackMessages(connection.topics(), input.fields),
                sender,
                rate,
                input.readsStandardInput() ? 0 : InputOptions.bytesOf(files),
                progress);
        produce(producing, files, sent);
        return producing.refused() == 0 ? 0 : 1;
      }
    } catch (KafkaUnavailable e) {
      throw UserError.failed(
          e.getMessage() + (resume == null ? "" : "; the same command goes on where this one was"),
          e);
    }
  }

  private void check() {
    if (!kafka.isGiven()) {
      throw UserError.usage("--kafka HOST:PORT is missing: where to send it");
    }
    if (!(rate >= 0 && rate <= 1e9)) {
      throw UserError.usage("--rate " + rate + ": records a second, more than 0");
    }
    if (resume != null && input.readsStandardInput()) {
      throw UserError.usage("--resume reads files again; standard input cannot be read again");
    }
  }

  /** Ctrl-C waits until what was sent is acknowledged and written down. */
  private void produce(Producing producing, List<Path> files, SentRecords sent)
      throws IOException, InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Thread stop =
        new Thread(
            () -> {
              producing.stop();
              try {
                done.await(STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "voc-stop-producing");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file);
            RecordReader records = RecordReader.open(in, file.toString())) {
          producing.send(
              records,
              sent.of(file),
              number -> {
                sent.set(file, number);
                sent.keep();
              });
        }
      }
      if (input.readsStandardInput()) {
        try (RecordReader records = input.standardInput().records()) {
          producing.send(records, 0, number -> {});
        }
      }
      producing.summarise();
    } finally {
      done.countDown();
    }
    if (!producing.isStopped()) {
      Runtime.getRuntime().removeShutdownHook(stop);
    }
  }
}
