package org.vocstream.jobs;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.settings.SettingFile;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.suspect.SuspectOptions;

/** Options of the scoring job, for tests: two subtasks, and everything usual that is not said. */
final class JobOptions {
  private JobOptions() {}

  /** For a job whose ends the test brings, so that nothing is written to Elasticsearch. */
  static FeedbackScoringOptions ofEnds(Path input, SuspectOptions suspects) {
    return of(
        List.of(input),
        null,
        2,
        "cosmetics",
        List.of(),
        ScoringOptions.STANDARD,
        URI.create("http://127.0.0.1:9"),
        Duration.ofMinutes(1),
        suspects);
  }

  /** For a job that writes to Elasticsearch. */
  static FeedbackScoringOptions into(
      URI elasticsearch, Path input, String pack, ScoringOptions scoring, Duration retryFor) {
    return of(
        List.of(input),
        null,
        2,
        pack,
        List.of(),
        scoring,
        elasticsearch,
        retryFor,
        SuspectOptions.STANDARD);
  }

  /** For a job that reads from Kafka and writes to Elasticsearch. */
  static FeedbackScoringOptions ofKafka(
      URI elasticsearch, KafkaOptions kafka, int parallelism, ScoringOptions scoring) {
    return ofKafka(elasticsearch, kafka, parallelism, "cosmetics", List.of(), scoring);
  }

  /** The same with another pack, and files that are watched. */
  static FeedbackScoringOptions ofKafka(
      URI elasticsearch,
      KafkaOptions kafka,
      int parallelism,
      String pack,
      List<SettingFile> watched,
      ScoringOptions scoring) {
    return of(
        List.of(),
        kafka,
        parallelism,
        pack,
        watched,
        scoring,
        elasticsearch,
        Duration.ofMinutes(1),
        SuspectOptions.STANDARD);
  }

  private static FeedbackScoringOptions of(
      List<Path> inputs,
      KafkaOptions kafka,
      int parallelism,
      String pack,
      List<SettingFile> watched,
      ScoringOptions scoring,
      URI elasticsearch,
      Duration retryFor,
      SuspectOptions suspects) {
    return new FeedbackScoringOptions(
        inputs,
        false,
        kafka,
        pack,
        scoring,
        watched,
        null,
        EnvelopeOptions.defaults(),
        new FeedbackScoringOptions.Secret("0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
        Customers.none(),
        elasticsearch,
        parallelism,
        AlertRules.bundled(),
        retryFor,
        suspects);
  }
}
