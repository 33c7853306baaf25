package org.vocstream.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.RecordReader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.segment.HanLpSegmenter;
import org.vocstream.segment.Segmenter;
import org.vocstream.text.TextPreparer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures how fast feedback is scored. Times are processor time of one thread, so that other work
 * on the machine does not show; compare the ratios of one run, not figures of two machines.
 */
@Command(
    name = "benchmark",
    description = {
      "Measures how fast one core scores feedback, beside bare segmentation in the same run.",
      "The texts are those of the input, joined, cut to one length, and scored as reviews or as --channel says."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  scripts/voc benchmark --pack cosmetics --input sample/feed --map published_at=ts")
final class BenchmarkCommand implements Callable<Integer> {
  @Mixin InputOptions input;

  @Mixin PackOption pack;

  @Mixin EffortOptions effort;

  @Option(
      names = "--length",
      paramLabel = "UNITS",
      defaultValue = "55",
      description = "Length of each text in UTF-16 units. Default: ${DEFAULT-VALUE}.")
  int length;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Seconds of processor time for each measure, after as many to warm up. Default: ${DEFAULT-VALUE}.")
  int seconds;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (length < 1 || seconds < 1) {
      throw UserError.usage("--length and --seconds must be 1 or more");
    }
    List<String> texts = texts();
    if (texts.isEmpty()) {
      throw UserError.usage("--input holds less than " + length + " characters of text");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%,d texts of %d characters, one core, %d s each after warming up%n",
        texts.size(), length, seconds);
    out.printf(
        "%-24s %12s %14s %12s %12s %12s%n",
        "", "reviews/s", "of bare", "median ms", "p99 ms", "greatest ms");
    TextPreparer preparer = new TextPreparer();
    Segmenter segmenter = new HanLpSegmenter();
    List<String> folded = texts.stream().map(t -> preparer.prepare(t).folded()).toList();
    Rate bare = measure(folded, segmenter::segment);
    print(out, "segmentation, bare", bare, bare);
    ScoringOptions options = effort.load();
    FeedbackScorer scorer = FeedbackScorer.of(pack.load(), options);
    Channel named = input.envelope().channel();
    // Posts cost more than reviews with effort deep: say --channel social.
    Channel channel = named == null ? Channel.REVIEW : named;
    List<Feedback> feedback = texts.stream().map(t -> Feedback.of("b", channel, null, t)).toList();
    print(out, options.effort().code(), measure(feedback, scorer::score), bare);
    out.printf("heap in use after a collection: %,d MB%n", heapInUse() >> 20);
    return 0;
  }

  /** Time per text in nanoseconds, ascending, and their sum. */
  private static final class Rate {
    private final long[] sorted;
    private final long sum;

    Rate(long[] sorted, long sum) {
      this.sorted = sorted;
      this.sum = sum;
    }

    double perSecond() {
      return sorted.length * 1e9 / sum;
    }

    double milliseconds(double share) {
      return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
  }

  private static void print(PrintWriter out, String name, Rate rate, Rate bare) {
    out.printf(
        "%-24s %,12.0f %13.0f%% %12.3f %12.3f %12.3f%n",
        name,
        rate.perSecond(),
        100 * rate.perSecond() / bare.perSecond(),
        rate.milliseconds(0.5),
        rate.milliseconds(0.99),
        rate.milliseconds(1));
    out.flush();
  }

  private <T> Rate measure(List<T> items, Consumer<T> work) {
    run(items, work);
    return run(items, work);
  }

  private <T> Rate run(List<T> items, Consumer<T> work) {
    long[] nanos = new long[1 << 16];
    int n = 0;
    long start = processorNanos();
    long end = start + seconds * 1_000_000_000L;
    long last = start;
    while (last < end) {
      work.accept(items.get(n % items.size()));
      long now = processorNanos();
      if (n == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * n);
      }
      nanos[n++] = now - last;
      last = now;
    }
    long[] sorted = Arrays.copyOf(nanos, n);
    Arrays.sort(sorted);
    return new Rate(sorted, last - start);
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** The texts of the input one after the other, cut into pieces of the wanted length. */
  private List<String> texts() throws IOException {
    Envelope envelope = input.reader(new KeyedHash(new byte[KeyedHash.KEY_BYTES]));
    StringBuilder all = new StringBuilder();
    for (Path file : input.files()) {
      try (InputStream in = Files.newInputStream(file);
          RecordReader reader = RecordReader.open(in, file.getFileName().toString())) {
        for (RawRecord next = reader.next(); next != null; next = reader.next()) {
          Intake intake = envelope.read(next);
          if (intake.accepted() && intake.feedback().text() != null) {
            all.append(intake.feedback().text()).append('。');
          }
        }
      }
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i + length <= all.length(); i += length) {
      texts.add(all.substring(i, i + length));
    }
    return texts;
  }
}
