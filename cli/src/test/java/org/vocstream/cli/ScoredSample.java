package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.vocstream.scoring.ModelFolder;
import picocli.CommandLine;

/**
 * The bundled sample, scored once for all the tests that are given it, and the commands that ask
 * it. A test may add feedback, and takes none away.
 */
final class ScoredSample implements ExtensionContext.Store.CloseableResource {
  /** A week after the last of it. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T00:00:00Z"), ZoneOffset.UTC);

  private static final PrintWriter NOBODY = new PrintWriter(new StringWriter());

  private final SampleIndex index;

  /** What a command that ran in this process left. */
  record Answer(int exit, String out, String err) {}

  private ScoredSample(SampleIndex index) {
    this.index = index;
  }

  private static ScoredSample start() {
    System.setProperty("voc.home", VocProcess.HOME.toString());
    try {
      return new ScoredSample(
          SampleIndex.start(Progress.onStandardError(NOBODY), NOBODY, Clock.systemUTC()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  ElasticsearchClient client() {
    return index.stack().connection().client();
  }

  URI uri() {
    return index.stack().uri();
  }

  /** Scores a feed into it, a file or a folder. */
  void add(Path feed) throws IOException, InterruptedException {
    InputOptions input = new InputOptions();
    input.inputs = List.of(feed.toString());
    new ScoringRun(
            index.stack(),
            index.work(),
            NOBODY,
            Progress.onStandardError(NOBODY),
            Clock.systemUTC())
        .toEnd(DemoCommand.options(index.stack(), index.work(), feed), input.files());
  }

  /** Writes the report of {@code --sample} in every format. */
  List<Path> report(String language, Path folder) throws IOException {
    ReportOptions options = new ReportOptions();
    options.sample = true;
    options.language = language;
    options.out = folder;
    StringWriter printed = new StringWriter();
    new ReportRun(options, ModelFolder.bundled(), CLOCK, Progress.onStandardError(NOBODY))
        .write(client(), new PrintWriter(printed));
    return printed.toString().lines().map(Path::of).toList();
  }

  /** What a command answers that must not fail, given as a user writes it. */
  String answer(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    if (!words.remove(0).equals("scripts/voc")) {
      throw new IllegalArgumentException(command + " is no command of ours");
    }
    Answer answer = run(Voc.commandLine(), words.toArray(new String[0]));
    if (answer.exit() != 0) {
      throw new AssertionError(command + ": " + answer);
    }
    return answer.out();
  }

  /** Runs a command to its end, asking this index. */
  Answer run(CommandLine commands, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--elasticsearch", uri().toString()));
    return execute(commands, all.toArray(new String[0]));
  }

  /** Runs a command to its end that asks no index. */
  static Answer command(String... words) {
    return execute(Voc.commandLine(), words);
  }

  private static Answer execute(CommandLine commands, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(words);
    return new Answer(exit, out.toString(), err.toString());
  }

  @Override
  public void close() throws IOException {
    index.close();
  }

  /** Gives it to the methods of tests, and takes it away after the last of them. */
  static final class Given implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ScoredSample.class;
    }

    @Override
    public ScoredSample resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(
              ScoredSample.class, key -> ScoredSample.start(), ScoredSample.class);
    }
  }
}
