package org.vocstream.jobs;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.settings.SettingFile;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.suspect.SuspectOptions;

/**
 * What {@link FeedbackScoringJob} must know. Immutable; its text form hides the secrets.
 *
 * @param inputs files and directories, at least one unless it reads from Kafka
 * @param watch go on and take in files that appear in the directories later
 * @param kafka how feedback is read from Kafka, or null: it is read from the inputs
 * @param pack name of a bundled pack, path of a pack file, or URI of one on a file system that
 *     Flink knows
 * @param scoring with which models
 * @param watchedSettings files of the pack and the competitor set that are looked at while the job
 *     runs; a later version takes effect at once
 * @param modelsAt URI of a folder of models on a file system that Flink knows, which stand before
 *     the bundled ones; null: those of {@code scoring}
 * @param envelope how records are read
 * @param hashKey secret key of the pseudonyms, at least 16 bytes
 * @param customers what is known of customers
 * @param elasticsearch where the index is
 * @param parallelism subtasks that score and index, 1 or more
 * @param alerts what is an alert, and where alerts are delivered
 * @param retryFor how long to wait for an Elasticsearch that is away before the job fails
 * @param suspects from when on a feedback is suspect
 */
public record FeedbackScoringOptions(
    List<Path> inputs,
    boolean watch,
    KafkaOptions kafka,
    String pack,
    ScoringOptions scoring,
    List<SettingFile> watchedSettings,
    String modelsAt,
    EnvelopeOptions envelope,
    Secret hashKey,
    Customers customers,
    URI elasticsearch,
    int parallelism,
    AlertRules alerts,
    Duration retryFor,
    SuspectOptions suspects) {

  /** Bytes that no text form shows. */
  public static final class Secret implements Serializable {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    /** Keeps a copy. */
    public Secret(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public String toString() {
      return "(hidden)";
    }
  }
}
