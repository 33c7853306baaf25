package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.feedback.RawRecord;

class RecordFilesTest {
  private static final int RECORDS = 3 * RecordFiles.BATCH + 7;

  @TempDir Path directory;

  @Test
  void afterARestoreTheRecordsBehindTheCheckpointAreRead() throws IOException {
    String lines =
        IntStream.rangeClosed(1, RECORDS)
            .mapToObj(i -> "{\"id\":" + i + "}\n")
            .collect(Collectors.joining());
    String rows = "id\n" + lines.replaceAll("[^0-9\n]", "");
    for (Path file :
        List.of(
            plain("a.jsonl", lines),
            packed("a.jsonl.gz", lines),
            plain("a.csv", rows),
            packed("a.csv.gz", rows))) {
      List<RecordAndPosition<RawRecord>> all = read(file, null);
      assertThat(all).hasSize(RECORDS);
      for (int n : new int[] {0, 1, RecordFiles.BATCH, RecordFiles.BATCH + 1, RECORDS}) {
        CheckpointedPosition position =
            n == 0
                ? new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, 0)
                : new CheckpointedPosition(
                    all.get(n - 1).getOffset(), all.get(n - 1).getRecordSkipCount());
        assertThat(records(read(file, position)))
            .as("%s behind record %d", file.getFileName(), n)
            .isEqualTo(records(all.subList(n, RECORDS)));
        assertThat(read(file, position))
            .extracting(RecordAndPosition::getRecordSkipCount)
            .isEqualTo(
                all.subList(n, RECORDS).stream()
                    .map(RecordAndPosition::getRecordSkipCount)
                    .toList());
      }
    }
  }

  @Test
  void theProblemOfABrokenGzipIsNotToldAgainAfterARestore() throws IOException {
    byte[] whole = Files.readAllBytes(packed("b.jsonl.gz", "{\"id\":1}\n{\"id\":2}\n"));
    Path cut = directory.resolve("cut.jsonl.gz");
    Files.write(cut, Arrays.copyOf(whole, whole.length - 8));
    assertThat(records(read(cut, null)))
        .extracting(RawRecord::origin)
        .containsExactly("cut.jsonl.gz:1", "cut.jsonl.gz:2", "cut.jsonl.gz:0");
    assertThat(records(read(cut, new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, 2))))
        .extracting(RawRecord::origin)
        .containsExactly("cut.jsonl.gz:0");
    assertThat(read(cut, new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, 3))).isEmpty();
  }

  @Test
  void aBatchOfLongRecordsIsHandedOnBeforeItIsFull() throws IOException {
    String line = "x".repeat(400_000) + "\n";
    Path file = plain("long.jsonl", line.repeat(10));
    try (BulkFormat.Reader<RawRecord> reader = open(file, null)) {
      List<Integer> sizes = new ArrayList<>();
      for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
        int size = 0;
        while (batch.next() != null) {
          size++;
        }
        sizes.add(size);
      }
      assertThat(sizes).containsExactly(3, 3, 3, 1);
    }
  }

  @Test
  void anEmptyFileHasNoRecords() throws IOException {
    assertThat(read(plain("empty.jsonl", ""), null)).isEmpty();
    assertThat(read(plain("empty.csv", "id,text\n"), null)).isEmpty();
  }

  private List<RecordAndPosition<RawRecord>> read(Path file, CheckpointedPosition from)
      throws IOException {
    List<RecordAndPosition<RawRecord>> all = new ArrayList<>();
    try (BulkFormat.Reader<RawRecord> reader = open(file, from)) {
      for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
        // The iterator reuses the object that it hands out.
        for (var next = batch.next(); next != null; next = batch.next()) {
          all.add(
              new RecordAndPosition<>(
                  next.getRecord(), next.getOffset(), next.getRecordSkipCount()));
        }
        batch.releaseBatch();
      }
    }
    return all;
  }

  private BulkFormat.Reader<RawRecord> open(Path file, CheckpointedPosition from)
      throws IOException {
    RecordFiles format = new RecordFiles(new InputRoots(List.of(file)));
    long size = Files.size(file);
    FileSourceSplit split =
        new FileSourceSplit(file.toString(), InputRoots.path(file), 0, size, 0, size);
    return from == null
        ? format.createReader(new Configuration(), split)
        : format.restoreReader(new Configuration(), split.updateWithCheckpointedPosition(from));
  }

  private static List<RawRecord> records(List<RecordAndPosition<RawRecord>> read) {
    return read.stream().map(RecordAndPosition::getRecord).toList();
  }

  private Path plain(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private Path packed(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(directory.resolve(name), bytes.toByteArray());
  }
}
