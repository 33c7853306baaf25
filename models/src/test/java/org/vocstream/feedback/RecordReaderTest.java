package org.vocstream.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

  @Test
  void everyLineIsARecordWhateverItsEnd() throws IOException {
    List<RawRecord> records = read("a.jsonl", "\uFEFF{\"a\":1}\r\n\n{\"b\":2}");
    assertThat(records).extracting(RawRecord::json).containsExactly("{\"a\":1}", "", "{\"b\":2}");
    assertThat(records)
        .extracting(RawRecord::origin)
        .containsExactly("a.jsonl:1", "a.jsonl:2", "a.jsonl:3");
    assertThat(records.stream().mapToLong(RawRecord::size).sum())
        .as("bytes")
        .isEqualTo(3 + 9 + 1 + 7);
  }

  @Test
  void anEmptyFileHasNoRecords() throws IOException {
    assertThat(read("a.jsonl", "")).isEmpty();
    assertThat(read("a.csv", "")).isEmpty();
  }

  @Test
  void gzipIsUnpackedByName() throws IOException {
    assertThat(read("a.csv.gz", packed("id,text\n1,好\n")))
        .extracting(RawRecord::json)
        .containsExactly("{\"id\":\"1\",\"text\":\"好\"}");
  }

  @Test
  void aFileThatIsNoGzipThoughNamedSoIsOneProblem() throws IOException {
    for (String name : List.of("a.jsonl.gz", "a.csv.gz")) {
      assertThat(read(name, "{}\n{}\n"))
          .containsExactly(
              new RawRecord(
                  name + ":0",
                  "",
                  0,
                  "this is no gzip though the name ends in .gz; pack the file or rename it"));
      assertThat(read(name, "")).extracting(RawRecord::origin).containsExactly(name + ":0");
    }
  }

  @Test
  void ofAGzipThatIsCutShortTheWholeRecordsAreKept() throws IOException {
    StringBuilder lines = new StringBuilder();
    StringBuilder rows = new StringBuilder("id,text\n");
    for (int i = 1; i <= 5_000; i++) {
      String text = Integer.toHexString(i * 0x9E3779B9);
      lines.append("{\"id\":").append(i).append(",\"text\":\"").append(text).append("\"}\n");
      rows.append(i).append(',').append(text).append('\n');
    }
    cutShort("a.jsonl.gz", lines.toString());
    cutShort("a.csv.gz", rows.toString());
  }

  private static void cutShort(String name, String content) throws IOException {
    byte[] whole = packed(content);
    List<RawRecord> all = read(name, whole);
    assertThat(all).hasSize(5_000).allMatch(r -> r.problem() == null);

    List<RawRecord> records = read(name, Arrays.copyOf(whole, whole.length / 2));
    int kept = records.size() - 1;
    assertThat(kept).isBetween(1_500, 3_500);
    assertThat(records.subList(0, kept)).isEqualTo(all.subList(0, kept));
    assertThat(records.get(kept).origin()).isEqualTo(name + ":0");
    assertThat(records.get(kept).problem())
        .startsWith("the gzip is cut short or damaged (")
        .contains(" " + kept + " records, was read");
  }

  @Test
  void aGzipCutBehindALineLosesNothingOfThatLine() throws IOException {
    byte[] whole = packed("{\"a\":1}\n{\"b\":2}\n");
    // The trailer holds the checksum; without it nobody knows whether more was to come.
    List<RawRecord> records = read("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 8));
    assertThat(records).extracting(RawRecord::json).containsExactly("{\"a\":1}", "{\"b\":2}", "");
    assertThat(records.get(2).problem()).startsWith("the gzip is cut short or damaged");
  }

  @Test
  void aCsvHeaderInAnotherEncodingIsOneProblem() throws IOException {
    byte[] bytes = "id,?\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_8);
    bytes[3] = (byte) 0xC4;
    assertThat(read("a.csv", bytes))
        .containsExactly(
            new RawRecord(
                "a.csv:1", "", 0, "the CSV header is not valid UTF-8; save the file as UTF-8"));
  }

  @Test
  void brokenUtf8NamesTheByteAndSparesTheNextLine() throws IOException {
    byte[] bytes = "{\"a\":\"x\"}\n{\"b\":2}\n".getBytes(StandardCharsets.UTF_8);
    bytes[6] = (byte) 0xFF;
    List<RawRecord> records = read("a.jsonl", bytes);
    assertThat(records.get(0).problem())
        .isEqualTo("not valid UTF-8 at byte 7 (0xFF); save the file as UTF-8");
    assertThat(records.get(1).problem()).isNull();
  }

  @Test
  void aCharacterCutAtTheEndOfALineIsBrokenUtf8() throws IOException {
    byte[] whole = "{\"a\":\"很\n".getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 2);
    assertThat(read("a.jsonl", cut).get(0).problem()).startsWith("not valid UTF-8 at byte 7");
  }

  @Test
  void aLineOfSixteenMegabytesIsPassedOverAndTheNextIsRead() throws IOException {
    List<RawRecord> records =
        read("a.jsonl", "x".repeat(RecordReader.MAX_RECORD_BYTES + 1) + "\n{}\n");
    assertThat(records.get(0).problem()).startsWith("the line is longer than 16 MiB");
    assertThat(records.get(0).json()).hasSize(RecordReader.KEPT_OF_A_PROBLEM);
    assertThat(records.get(1).json()).isEqualTo("{}");
  }

  @Test
  void csvCellsKeepSeparatorsQuotesAndLineBreaks() throws IOException {
    List<RawRecord> records =
        read("a.csv", "\uFEFFid,text,brand\r\n1,\"a,\"\"b\"\"\nc\",\r\n2,好,A\r\n");
    assertThat(records)
        .extracting(RawRecord::json)
        .containsExactly(
            "{\"id\":\"1\",\"text\":\"a,\\\"b\\\"\\nc\"}",
            "{\"id\":\"2\",\"text\":\"好\",\"brand\":\"A\"}");
    assertThat(records).extracting(RawRecord::origin).containsExactly("a.csv:2", "a.csv:4");
  }

  @Test
  void aCsvRowThatDoesNotFitItsHeaderIsAProblemOfThatRowOnly() throws IOException {
    List<RawRecord> records = read("a.csv", "id,text\n1,a,b\n2,ok\n");
    assertThat(records.get(0).problem())
        .isEqualTo("the row has 3 cells, the header 2; quote cells that hold a separator");
    assertThat(records.get(0).json()).isEqualTo("1,a,b");
    assertThat(records.get(1).problem()).isNull();
  }

  @Test
  void oneCsvCellInAnotherEncodingCostsOneRow() throws IOException {
    byte[] bytes = "id,text\n1,?\n2,好\n".getBytes(StandardCharsets.UTF_8);
    bytes[10] = (byte) 0xC4;
    List<RawRecord> records = read("a.csv", bytes);
    assertThat(records.get(0).problem())
        .isEqualTo("not valid UTF-8 in column text; save the file as UTF-8");
    bytes = ("id," + "t".repeat(81) + "\n1,?\n").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xC4;
    assertThat(read("a.csv", bytes).get(0).problem())
        .isEqualTo("not valid UTF-8 in column 2; save the file as UTF-8");
    assertThat(records.get(1).json()).contains("好");
  }

  @Test
  void aQuoteThatIsNeverClosedIsReportedOnce() throws IOException {
    List<RawRecord> records = read("a.csv", "id,text\n1,ok\n2,\"never closed\n3,x\n");
    assertThat(records).hasSize(2);
    assertThat(records.get(1).problem())
        .startsWith("the CSV cannot be read from here on (a quote that is never closed?)");
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private static List<RawRecord> read(String name, String text) throws IOException {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<RawRecord> read(String name, byte[] bytes) throws IOException {
    List<RawRecord> records = new ArrayList<>();
    try (RecordReader reader = RecordReader.open(new ByteArrayInputStream(bytes), name)) {
      for (RawRecord record = reader.next(); record != null; record = reader.next()) {
        records.add(record);
      }
    }
    return records;
  }
}
