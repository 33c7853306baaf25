package org.vocstream.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RecordReader;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.text.PiiMask;

/**
 * Measures mentions on the project's own sample feed, whose texts are unlike those that were
 * trained on: how well what was learnt carries over. Nothing is ever tuned on it. Stateless.
 */
final class SampleEvaluation {
  static final String SET = "sample feed";
  private static final List<String> FILES =
      List.of("reviews.jsonl", "posts.jsonl", "calls.jsonl", "surveys.csv");

  private SampleEvaluation() {}

  /**
   * The intended opinions of every feedback that stands at the end of the feed.
   *
   * @param sample folder with {@code feed} and {@code intended.tsv}
   * @param called name of the set in the table
   */
  static List<Measured> measure(Path sample, String called, Effort effort, ModelFolder models) {
    Map<String, Set<PairCounts.Pair>> intended = intended(sample.resolve("intended.tsv"));
    FeedbackScorer ours =
        FeedbackScorer.of(
            new PackLoader().load("cosmetics"), new ScoringOptions(effort, models, null));
    FeedbackScorer cues =
        FeedbackScorer.of(AspectEvaluation.cuesOnly(new PackLoader().load("cosmetics")), models);
    List<double[]> found = new ArrayList<>();
    double[] foundByCues = new double[6];
    for (Feedback feedback : standing(sample.resolve("feed"))) {
      Set<PairCounts.Pair> marked = intended.getOrDefault(feedback.id(), Set.of());
      found.add(PairCounts.count(marked, AspectEvaluation.pairs(ours.score(feedback).mentions())));
      add(
          foundByCues,
          PairCounts.count(marked, AspectEvaluation.pairs(cues.score(feedback).mentions())));
    }
    double[] sums = new double[6];
    found.forEach(f -> add(sums, f));
    return List.of(
        Measured.of(
            called,
            found.size(),
            "detection micro-F1",
            Double.NaN,
            PairCounts.of(foundByCues).detectionF1(),
            PairCounts.of(sums).detectionF1(),
            Interval.bootstrap(found, s -> PairCounts.of(s).detectionF1())),
        Measured.of(
            called,
            found.size(),
            "pair micro-F1",
            Double.NaN,
            PairCounts.of(foundByCues).pairF1(),
            PairCounts.of(sums).pairF1(),
            Interval.bootstrap(found, s -> PairCounts.of(s).pairF1())));
  }

  private static void add(double[] sums, double[] counts) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] += counts[k];
    }
  }

  private static Map<String, Set<PairCounts.Pair>> intended(Path file) {
    Map<String, Set<PairCounts.Pair>> intended = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
        String[] fields = line.split("\t", -1);
        intended
            .computeIfAbsent(fields[0], id -> new HashSet<>())
            .add(new PairCounts.Pair(fields[1], Integer.parseInt(fields[2])));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return intended;
  }

  /** The last version of each feedback that is not withdrawn. */
  private static List<Feedback> standing(Path feed) {
    Envelope envelope =
        new Envelope(
            EnvelopeOptions.defaults(),
            new PiiMask()::mask,
            new KeyedHash(new byte[KeyedHash.KEY_BYTES]),
            Customers.none());
    Map<String, Feedback> last = new LinkedHashMap<>();
    for (String name : FILES) {
      Path file = feed.resolve(name);
      try (InputStream in = Files.newInputStream(file);
          RecordReader reader = RecordReader.open(in, name)) {
        for (var raw = reader.next(); raw != null; raw = reader.next()) {
          Feedback feedback = envelope.read(raw).feedback();
          if (feedback != null) {
            last.put(feedback.id(), feedback);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return last.values().stream().filter(f -> !f.deleted()).toList();
  }
}
