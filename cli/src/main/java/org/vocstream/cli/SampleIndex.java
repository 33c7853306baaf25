package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The bundled sample feed, scored into an Elasticsearch of its own. Closing it stops that and takes
 * everything away.
 */
final class SampleIndex implements AutoCloseable {
  private final WorkDirectory work;
  private final ElasticsearchStack stack;

  private SampleIndex(WorkDirectory work, ElasticsearchStack stack) {
    this.work = work;
    this.stack = stack;
  }

  /**
   * Starts Elasticsearch in a temporary folder and scores the sample.
   *
   * @param out takes what became of the records
   */
  static SampleIndex start(Progress progress, PrintWriter out, Clock clock)
      throws IOException, InterruptedException {
    WorkDirectory work = new WorkDirectory(Files.createTempDirectory("voc-sample"));
    try {
      SampleIndex index = new SampleIndex(work, ElasticsearchStack.start(work, 0, progress::step));
      try {
        index.score(progress, out, clock);
        return index;
      } catch (IOException | InterruptedException | RuntimeException e) {
        index.stack.close();
        throw e;
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      work.delete();
      throw e;
    }
  }

  private void score(Progress progress, PrintWriter out, Clock clock)
      throws IOException, InterruptedException {
    Path sample = Voc.home().resolve("sample/feed");
    InputOptions input = new InputOptions();
    input.inputs = List.of(sample.toString());
    new ScoringRun(stack, work, out, progress, clock)
        .toEnd(DemoCommand.options(stack, work, sample), input.files());
  }

  ElasticsearchStack stack() {
    return stack;
  }

  /** Its temporary folder. */
  WorkDirectory work() {
    return work;
  }

  @Override
  public void close() throws IOException {
    stack.close();
    work.delete();
  }
}
