package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.vocstream.page.PageOptions;
import org.vocstream.page.PageServer;
import org.vocstream.scoring.ModelFolder;

/** The page over an Elasticsearch of its own, with feedback that the job has scored into it. */
final class ServedPage implements AutoCloseable {
  /** The bundled sample. */
  static final Path SAMPLE = VocProcess.HOME.resolve("sample/feed");

  private final WorkDirectory work;
  private final ElasticsearchStack stack;
  private final PageServer page;

  private ServedPage(WorkDirectory work, ElasticsearchStack stack) throws IOException {
    this.work = work;
    this.stack = stack;
    this.page = serve(PageOptions.local(0));
  }

  /** Starts it over a feed, a file or a folder. */
  static ServedPage over(Path feed, Path folder) throws IOException, InterruptedException {
    System.setProperty("voc.home", VocProcess.HOME.toString());
    WorkDirectory work = new WorkDirectory(folder);
    ServedPage served = of(work, ElasticsearchStack.start(work, 0, text -> {}));
    try {
      served.score(feed);
      return served;
    } catch (IOException | InterruptedException | RuntimeException e) {
      served.close();
      throw e;
    }
  }

  /** Starts it over what there is; the stack is closed with it. */
  static ServedPage of(WorkDirectory work, ElasticsearchStack stack) throws IOException {
    try {
      return new ServedPage(work, stack);
    } catch (IOException | RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private void score(Path feed) throws IOException, InterruptedException {
    InputOptions input = new InputOptions();
    input.inputs = List.of(feed.toString());
    new ScoringRun(
            stack,
            work,
            new PrintWriter(new StringWriter()),
            Progress.onStandardError(new PrintWriter(new StringWriter())),
            Clock.systemUTC())
        .toEnd(DemoCommand.options(stack, work, feed), input.files());
  }

  /** Serves the same once more, in another way; the caller closes it. */
  PageServer serve(PageOptions options) throws IOException {
    return PageServer.start(
        options, stack.connection().client(), ModelFolder.bundled(), Clock.systemUTC());
  }

  /** The Elasticsearch behind it. */
  ElasticsearchStack stack() {
    return stack;
  }

  /** Where it is served. */
  URI uri() {
    return page.uri();
  }

  @Override
  public void close() {
    page.close();
    stack.close();
  }
}
