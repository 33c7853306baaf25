package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  private static final URI FLINK = URI.create("http://127.0.0.1:8081");
  private static final URI ELASTICSEARCH = URI.create("http://127.0.0.1:9200");

  @TempDir Path root;

  @Test
  void aRunThatLivesIsFoundAndOneThatWasKilledIsNot() throws Exception {
    WorkDirectory work = new WorkDirectory(root);
    assertThat(RunFile.running(work)).isEmpty();
    RunFile own = new RunFile(ProcessMark.own(), FLINK, ELASTICSEARCH);
    // The number is taken again, by a process that started later.
    ProcessMark killed = new ProcessMark(ProcessMark.own().pid(), Instant.EPOCH);
    Path left = new RunFile(killed, FLINK, ELASTICSEARCH).write(work);
    Path running = own.write(work);
    assertThat(RunFile.running(work)).containsExactly(own);
    assertThat(left).doesNotExist();
    assertThat(running).exists();
  }
}
