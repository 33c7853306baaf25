package org.vocstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.vocstream.cli.UserError;
import org.vocstream.cli.Voc;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.text.TextPreparer;

/**
 * How fast one core scores reviews, beside bare segmentation of the same texts by HanLP. Both are
 * measured in turns, in processor time of one thread, so that other work on the machine does not
 * show; the median of the rounds counts.
 */
final class ScoringBenchmark implements Benchmark {
  /** Speed of bare segmentation that scoring must reach. */
  static final double REQUIRED_OF_BARE = 0.2;

  /** Reviews of {@link MadeUpRecords#LENGTH} characters that one core must score in a second. */
  static final double REQUIRED_REVIEWS = 8_000;

  private static final String PACK = "cosmetics";
  private static final List<String> TEXTS = List.of("reviews.jsonl", "posts.jsonl");

  private final Amounts amounts;

  ScoringBenchmark(Amounts amounts) {
    this.amounts = amounts;
  }

  @Override
  public String name() {
    return "scoring";
  }

  @Override
  public void measure(Figures figures) throws IOException {
    List<String> texts = texts(MadeUpRecords.LENGTH);
    TextPreparer preparer = new TextPreparer();
    List<String> folded = texts.stream().map(text -> preparer.prepare(text).folded()).toList();
    List<Feedback> reviews =
        texts.stream().map(text -> Feedback.of("b", Channel.REVIEW, null, text)).toList();
    Segment hanlp = hanlp();
    FeedbackScorer standard = scorer(Effort.STANDARD);
    FeedbackScorer fast = scorer(Effort.FAST);
    List<Double> bare = new ArrayList<>();
    List<Double> scored = new ArrayList<>();
    List<Double> hasty = new ArrayList<>();
    List<Double> ratio = new ArrayList<>();
    // The first round is to warm up.
    for (int round = 0; round <= amounts.rounds(); round++) {
      double bareRate = perSecond(folded, hanlp::seg);
      double scoredRate = perSecond(reviews, standard::score);
      double hastyRate = perSecond(reviews, fast::score);
      if (round > 0) {
        bare.add(bareRate);
        scored.add(scoredRate);
        hasty.add(hastyRate);
        ratio.add(scoredRate / bareRate);
      }
    }
    int length = MadeUpRecords.LENGTH;
    figures.require(
        name(),
        "speed beside bare segmentation of the same texts",
        median(ratio),
        Figure.RATIO,
        Bound.atLeast(REQUIRED_OF_BARE));
    figures.require(
        name(),
        "one core, reviews of " + length + " characters",
        median(scored),
        "reviews/s",
        Bound.atLeast(REQUIRED_REVIEWS));
    figures.tell(name(), "one core, characters", length * median(scored), "chars/s");
    figures.tell(name(), "one core, effort fast", median(hasty), "reviews/s");
    figures.tell(name(), "one core, bare segmentation", median(bare), "texts/s");
    List<Feedback> posts =
        texts.stream().map(text -> Feedback.of("b", Channel.SOCIAL, null, text)).toList();
    FeedbackScorer deep = scorer(Effort.DEEP);
    perSecond(posts, deep::score);
    figures.tell(name(), "one core, posts, effort deep", perSecond(posts, deep::score), "posts/s");
  }

  /** HanLP itself, set as the segmenter has it, which finds the same words in less time. */
  private static Segment hanlp() {
    return new ViterbiSegment()
        .enablePartOfSpeechTagging(false)
        .enableAllNamedEntityRecognize(false)
        .enableOffset(true);
  }

  private static FeedbackScorer scorer(Effort effort) {
    return FeedbackScorer.of(
        new PackLoader().load(PACK), new ScoringOptions(effort, ModelFolder.bundled(), null));
  }

  /** Texts a second of processor time of this thread. */
  private <T> double perSecond(List<T> items, Consumer<T> work) {
    long nanos = amounts.seconds() * 1_000_000_000L;
    long begin = processorNanos();
    long used = 0;
    long done = 0;
    while (used < nanos) {
      // Asking for the time costs time, so it is asked now and then only.
      for (int i = 0; i < 64; i++) {
        work.accept(items.get((int) (done++ % items.size())));
      }
      used = processorNanos() - begin;
    }
    return done * 1e9 / used;
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
  }

  /** The texts of the sample feed one after the other, cut into pieces of the wanted length. */
  private static List<String> texts(int length) throws IOException {
    ObjectMapper json = new ObjectMapper();
    StringBuilder all = new StringBuilder();
    for (String name : TEXTS) {
      Path file = Voc.home().resolve("sample/feed").resolve(name);
      for (String line : Files.readAllLines(file)) {
        JsonNode text = json.readTree(line).path("text");
        if (text.isTextual()) {
          all.append(text.asText()).append('。');
        }
      }
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i + length <= all.length(); i += length) {
      texts.add(all.substring(i, i + length));
    }
    if (texts.isEmpty()) {
      throw UserError.failed("the sample feed holds no texts");
    }
    return texts;
  }
}
