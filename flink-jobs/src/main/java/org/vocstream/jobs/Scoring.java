package org.vocstream.jobs;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.vocstream.jobs.settings.PackScorer;
import org.vocstream.jobs.settings.Scorer;
import org.vocstream.jobs.settings.Setting;
import org.vocstream.jobs.settings.SettingFile;
import org.vocstream.jobs.settings.SettingKind;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;

/** Says how feedback is scored; the scorer itself is made where the job runs. */
@FunctionalInterface
public interface Scoring extends Serializable {
  /** A new scorer: reads what it needs, a second or so. Used by one thread. */
  Scorer scorer();

  /**
   * With a pack and trained models.
   *
   * @param pack name of a bundled pack, path of a pack file, or URI of one on a file system that
   *     Flink knows
   * @param options with which models; their folders must be there on every machine of the cluster
   */
  static Scoring with(String pack, ScoringOptions options) {
    return with(pack, options, null);
  }

  /**
   * With a pack and trained models that may stand on a file system that Flink knows.
   *
   * @param pack name of a bundled pack, path of a pack file, or URI of one; read here and now
   * @param options with which models
   * @param modelsAt URI of a folder of models, which every machine copies for itself, or null:
   *     those of the options
   * @throws org.vocstream.pack.PackException where there is no such pack
   */
  static Scoring with(String pack, ScoringOptions options, String modelsAt) {
    // What is read here stays the same however often the job is restored.
    Setting start = read(new SettingFile(SettingKind.PACK, pack));
    // A path of the local file system is not serializable.
    Effort effort = options.effort();
    String models = options.models().folder().map(Path::toString).orElse(null);
    String encoder = options.encoder() == null ? null : options.encoder().toString();
    CompetitorSet competitors = options.competitors();
    Map<String, String> english = EnglishArguments.of(options.english());
    return () ->
        read(
            start,
            new ScoringOptions(
                effort,
                ModelFolder.of(path(models)),
                path(encoder),
                competitors,
                EnglishArguments.read(english)),
            modelsAt);
  }

  /**
   * A scorer, for whoever asks what it is made of; reads pack and models, wherever they stand.
   *
   * @param pack name of a bundled pack, path of a pack file, or URI of one
   * @param options with which models
   * @param modelsAt URI of a folder of models, or null: those of the options
   * @throws UncheckedIOException where a copy cannot be made; the message says of what
   */
  static PackScorer read(String pack, ScoringOptions options, String modelsAt) {
    return read(read(new SettingFile(SettingKind.PACK, pack)), options, modelsAt);
  }

  private static PackScorer read(Setting pack, ScoringOptions options, String modelsAt) {
    try (LocalCopy trained = copy(modelsAt)) {
      return PackScorer.of(
          pack, trained == null ? options : options.with(ModelFolder.of(trained.path())));
    } catch (IOException e) {
      throw new UncheckedIOException("models cannot be read: " + e.getMessage(), e);
    }
  }

  private static Setting read(SettingFile pack) {
    try {
      return pack.read();
    } catch (IOException e) {
      throw new UncheckedIOException(pack.location() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static LocalCopy copy(String location) throws IOException {
    return LocalCopy.isNeededFor(location) ? LocalCopy.of(location) : null;
  }

  private static Path path(String name) {
    return name == null ? null : Path.of(name);
  }
}
