package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.feedback.RawRecord;

@Timeout(60)
@SuppressWarnings("try") // The collecting iterator can be interrupted when it closes.
class FeedbackFilesTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path directory;

  @Test
  void filesAreReadInOrderOfTheirPathsWhateverStandsWhere() throws Exception {
    line("feed/b.jsonl");
    line("feed/2026/10/a.ndjson");
    line("feed/2026/09/z.json");
    packed("feed/c.jsonl.gz");
    Files.writeString(file("feed/a.csv"), "id,text\n1,\"one\ntwo\"\n2,x\n");
    assertThat(origins(file("feed")))
        .containsExactly(
            "feed/2026/09/z.json:1",
            "feed/2026/10/a.ndjson:1",
            "feed/a.csv:2",
            "feed/a.csv:4",
            "feed/b.jsonl:1",
            "feed/c.jsonl.gz:1");
  }

  @Test
  void whatIsHiddenOrNoInputIsPassedOver() throws Exception {
    line("feed/reviews.jsonl");
    line("feed/.hidden.jsonl");
    line("feed/.staging/reviews.jsonl");
    line("feed/reviews.jsonl.part");
    line("feed/README.md");
    line("feed/reviews.xlsx");
    Files.createDirectories(file("feed/empty"));
    assertThat(origins(file("feed"))).containsExactly("feed/reviews.jsonl:1");
  }

  @Test
  void aFileGivenByItselfIsReadWhateverItsName() throws Exception {
    line("feed/.hidden");
    line("feed/export.txt");
    assertThat(origins(file("feed/export.txt"), file("feed/.hidden")))
        .as("in order of path, not as given")
        .containsExactly(".hidden:1", "export.txt:1");
  }

  @Test
  void namesMayHoldWhateverAFileSystemAllows() throws Exception {
    line("feed/2026-10-05T09:30.jsonl");
    line("feed/评论 100%25 #1?.jsonl");
    line("feed/a[1]{2}*.jsonl");
    assertThat(origins(file("feed")))
        .containsExactly(
            "feed/2026-10-05T09:30.jsonl:1", "feed/a[1]{2}*.jsonl:1", "feed/评论 100%25 #1?.jsonl:1");
  }

  @Test
  void aFileMetTwiceIsReadOnce() throws Exception {
    line("feed/reviews.jsonl");
    assertThat(origins(file("feed"), file("feed/reviews.jsonl"), file("feed/../feed")))
        .containsExactly("feed/reviews.jsonl:1");
  }

  @Test
  void inputsOfTheSameNameKeepDifferentOrigins() throws Exception {
    line("shop/reviews.jsonl");
    line("forum/reviews.jsonl");
    assertThat(origins(file("shop/reviews.jsonl"), file("forum/reviews.jsonl")))
        .containsExactly("forum/reviews.jsonl:1", "shop/reviews.jsonl:1");
  }

  @Test
  void anInputWhoseNameBeginsLikeADirectoryIsNotTakenForAPartOfIt() throws Exception {
    line("feed/reviews.jsonl");
    line("feedback.jsonl");
    assertThat(origins(file("feed"), file("feedback.jsonl")))
        .containsExactly("feed/reviews.jsonl:1", "feedback.jsonl:1");
  }

  @Test
  void aFileThatIsNoGzipDoesNotStopTheOthers() throws Exception {
    line("feed/a.jsonl.gz");
    line("feed/b.jsonl");
    List<RawRecord> records = records(file("feed"));
    assertThat(records)
        .extracting(RawRecord::origin)
        .containsExactly("feed/a.jsonl.gz:0", "feed/b.jsonl:1");
    assertThat(records.get(0).problem()).startsWith("this is no gzip");
  }

  @Test
  void aLinkToADirectoryAboveEndsNowhere() throws Exception {
    line("feed/reviews.jsonl");
    Files.createSymbolicLink(file("feed/above"), file("feed"));
    assertThat(origins(file("feed"))).containsExactly("feed/reviews.jsonl:1");
  }

  @Test
  void aMissingInputIsAnErrorThatNamesIt() {
    assertThatThrownBy(() -> origins(file("nowhere"))).hasStackTraceContaining("nowhere");
  }

  @Test
  void whileWatchingAFileThatAppearsLaterIsTakenIn() throws Exception {
    line("feed/a.jsonl");
    try (CloseableIterator<RawRecord> records = stream(true, file("feed")).executeAndCollect()) {
      assertThat(records.next().origin()).isEqualTo("feed/a.jsonl:1");

      Path whole = line("feed/b.part");
      Files.createDirectories(file("feed/new"));
      Files.move(whole, file("feed/new/b.jsonl"), StandardCopyOption.ATOMIC_MOVE);
      assertThat(records.next().origin()).isEqualTo("feed/new/b.jsonl:1");

      line("feed/0.jsonl");
      assertThat(records.next().origin()).as("each only once").isEqualTo("feed/0.jsonl:1");
    }
  }

  private List<String> origins(Path... inputs) throws Exception {
    return records(inputs).stream().map(RawRecord::origin).toList();
  }

  private static List<RawRecord> records(Path... inputs) throws Exception {
    List<RawRecord> all = new ArrayList<>();
    try (CloseableIterator<RawRecord> records = stream(false, inputs).executeAndCollect()) {
      records.forEachRemaining(all::add);
    }
    return all;
  }

  private static DataStream<RawRecord> stream(boolean watch, Path... inputs) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Configuration configuration = FeedbackScoringJob.configuration();
    configuration.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    env.configure(configuration);
    FileSource<RawRecord> source = FeedbackFiles.source(List.of(inputs), watch);
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "records").setParallelism(1);
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private Path line(String name) throws IOException {
    Files.createDirectories(file(name).getParent());
    return Files.writeString(file(name), "{}\n");
  }

  private void packed(String name) throws IOException {
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file(name)))) {
      gzip.write("{}\n".getBytes(StandardCharsets.UTF_8));
    }
  }
}
