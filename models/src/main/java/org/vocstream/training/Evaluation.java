package org.vocstream.training;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.TrainedModels;
import org.vocstream.text.Language;

/**
 * Measures models by suites and puts the lines into one table. Immutable.
 *
 * @param data folder of the labelled data, or null where no suite needs it
 * @param sample folder of the project's own sample
 * @param models what is measured
 * @param deep whether texts are measured once more, with the bundled encoders
 * @param baselines whether what is simpler is measured, too: it must be trained first
 * @param progress told of each step
 */
public record Evaluation(
    Path data,
    Path sample,
    ModelFolder models,
    boolean deep,
    boolean baselines,
    Consumer<String> progress) {

  /** Ending of the name of a set that is measured with the encoder. */
  static final String DEEP = ", effort deep";

  /** What can be measured. */
  public enum Suite {
    /** Sentiment of whole texts, on the labelled data. */
    SENTIMENT,
    /** Mentions of the packs, on the labelled data. */
    ASPECTS,
    /** What of the two above is English. */
    ENGLISH,
    /** Satisfaction with calls and chats, on the labelled data. */
    CALLS,
    /** What comes with the project: its own hand-written cases and sample feed. */
    CASES
  }

  /**
   * The table of these suites.
   *
   * @param date day of measuring
   * @throws IllegalArgumentException where data or models are missing or broken
   */
  public ScoreTable measure(Set<Suite> suites, LocalDate date) {
    List<Measured> rows = new ArrayList<>();
    Map<String, String> files = new TreeMap<>();
    Corpus corpus = Set.of(Suite.CASES, Suite.CALLS).containsAll(suites) ? null : new Corpus(data);
    if (suites.contains(Suite.SENTIMENT)) {
      rows.addAll(SentimentEvaluation.measure(corpus, models, deep, baselines, progress));
    } else if (suites.contains(Suite.ENGLISH)) {
      rows.addAll(SentimentEvaluation.english(corpus, models, deep, baselines, progress));
    }
    for (Map.Entry<String, AspectData> pack : DataSets.ASPECTS.entrySet()) {
      boolean english = pack.getValue().language() == Language.EN;
      if (suites.contains(Suite.ASPECTS) || (english && suites.contains(Suite.ENGLISH))) {
        Pack loaded = new PackLoader().load(pack.getKey());
        rows.addAll(AspectEvaluation.measure(corpus, loaded, models, deep, progress));
      }
    }
    if (suites.contains(Suite.ENGLISH)) {
      rows.addAll(CoreNlpEvaluation.measure(corpus, models, progress));
    }
    if (!rows.isEmpty()) {
      files.putAll(corpus.digests());
    }
    if (suites.contains(Suite.CALLS)) {
      CallEvaluation calls = new CallEvaluation(data, models, baselines, progress);
      rows.addAll(calls.measure());
      files.putAll(calls.digests());
      rows.addAll(RoleEvaluation.measure(data, models, progress));
    }
    if (suites.contains(Suite.CASES)) {
      progress.accept("hand-written cases");
      int total = 0;
      int passed = 0;
      for (Cases.Share share : Cases.bundled().run(models)) {
        rows.add(cases("cases: " + share.kind(), share.passed(), share.total()));
        passed += share.passed();
        total += share.total();
      }
      rows.add(cases("cases", passed, total));
      progress.accept("hand-written calls");
      rows.addAll(ContactCases.bundled().run(models));
      progress.accept("the sample feed");
      rows.addAll(SampleEvaluation.measure(sample, SampleEvaluation.SET, Effort.STANDARD, models));
      if (deep) {
        rows.addAll(
            SampleEvaluation.measure(sample, SampleEvaluation.SET + DEEP, Effort.DEEP, models));
      }
      files.put(
          SampleEvaluation.SET + "/intended.tsv", Corpus.digest(sample.resolve("intended.tsv")));
    }
    rows.removeIf(row -> row.n() == 0);
    return new ScoreTable(date, TrainedModels.digests(models), files, rows);
  }

  private static Measured cases(String set, int passed, int total) {
    return Measured.of(
        set,
        total,
        "passed",
        Double.NaN,
        Double.NaN,
        passed / (double) total,
        Interval.wilson(passed, total));
  }
}
