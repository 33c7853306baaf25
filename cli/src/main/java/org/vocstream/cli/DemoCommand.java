package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.jobs.AlertRules;
import org.vocstream.jobs.FeedbackScoringOptions;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.page.PageServer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.suspect.SuspectOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything with one command: Elasticsearch, the job over the sample feed, the comparison. */
@Command(
    name = "demo",
    description = {
      "Starts the embedded Elasticsearch, runs the scoring job over the bundled sample feed and compares its three brands.",
      "Every demo starts from an empty index of its own; what you have indexed yourself is not touched."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  scripts/voc demo --once")
final class DemoCommand implements Callable<Integer> {
  private static final int BRANDS_OF_CALLS = 2;

  private static final String PACK = "cosmetics";
  private static final String OWN = "沐禾";
  private static final Duration RETRY_FOR = Duration.ofMinutes(5);

  @Option(
      names = "--once",
      description = "Stop everything at the end instead of serving until Ctrl-C.")
  boolean once;

  @Mixin PageOption page;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    page.check();
    WorkDirectory work = WorkDirectory.ofUser().demo();
    Path sample = Voc.home().resolve("sample/feed");
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    Files.createDirectories(work.root().getParent());
    try (FileChannel file =
            FileChannel.open(
                work.root().resolveSibling("demo.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      if (lock == null) {
        throw UserError.failed(
            "a demo is running already; stop it with Ctrl-C where it was started");
      }
      work.delete();
      try (ElasticsearchStack stack = ElasticsearchStack.open(null, work, progress::step)) {
        InputOptions input = new InputOptions();
        input.inputs = List.of(sample.toString());
        new ScoringRun(stack, work, out, progress, Clock.systemUTC())
            .toEnd(options(stack, work, sample), input.files());
        out.println();
        new ComparisonRun(comparison(), ModelFolder.bundled(), Clock.systemUTC())
            .print(stack.connection().client(), out);
        out.println();
        new ComparisonRun(question(), ModelFolder.bundled(), Clock.systemUTC())
            .print(stack.connection().client(), out);
        out.println();
        out.println("预警 Alerts");
        AlertsCommand.print(out, stack.connection().client(), false);
        out.println();
        CallsRun.summary(stack.connection().client(), BRANDS_OF_CALLS, out);
        if (once) {
          lookNext(out);
        } else {
          try (PageServer pages = page.start(stack.connection().client())) {
            lookNext(out, stack, pages);
            Serving.untilInterrupted(stack, pages, out);
          }
        }
      }
    }
    return 0;
  }

  /** The sample's own brand against the others, over the four weeks that it holds. */
  static CompareOptions comparison() {
    CompareOptions options = new CompareOptions();
    options.brand = OWN;
    options.against = List.of("绮澜", "澄野");
    options.period = "2026-W40..2026-W43";
    return options;
  }

  /** One question by itself, which the feed is large enough to answer. */
  private static CompareOptions question() {
    CompareOptions options = comparison();
    options.brand = "绮澜";
    options.against = List.of("沐禾", "澄野");
    options.indicators = List.of("物流");
    return options;
  }

  static FeedbackScoringOptions options(ElasticsearchStack stack, WorkDirectory work, Path sample)
      throws IOException {
    return new FeedbackScoringOptions(
        List.of(sample),
        false,
        null,
        PACK,
        ScoringOptions.STANDARD.among(
            CompetitorSet.load(Voc.home().resolve("sample/competitors.yaml"))),
        List.of(),
        null,
        new EnvelopeOptions(Map.of(), null, null, "default", "Asia/Shanghai", null),
        work.hashKey(),
        Customers.none(),
        stack.uri(),
        Math.min(4, Runtime.getRuntime().availableProcessors()),
        AlertRules.bundled(),
        RETRY_FOR,
        SuspectOptions.STANDARD);
  }

  private static void lookNext(PrintWriter out, ElasticsearchStack stack, PageServer pages) {
    out.println();
    out.println("Where to look next");
    out.printf("  the page, every number opens  %s?brand=%s%n", pages.uri(), OWN);
    out.printf(
        "  all there is to compare       scripts/voc compare --elasticsearch %s --brand %s --against 绮澜,澄野 --show all%n",
        stack.uri(), OWN);
    out.printf(
        "  what callers ask about        scripts/voc calls --elasticsearch %s%n", stack.uri());
    out.printf(
        "  records not taken in          curl '%s/voc-dead-letters/_search?pretty'%n", stack.uri());
    lookFurther(out);
  }

  private static void lookNext(PrintWriter out) {
    out.println();
    out.println("Where to look next");
    out.println("  the same with a page          scripts/voc demo");
    lookFurther(out);
  }

  private static void lookFurther(PrintWriter out) {
    out.println("  what is planted in the feed   sample/README.md");
    out.println(
        "  your own feedback             scripts/voc run --once --pack cosmetics --input FILE --channel review --brand NAME");
    out.println(
        "  scores without a server       scripts/voc score --pack cosmetics --input FILE --output -");
    out.flush();
  }
}
