package org.vocstream.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("id,text\n1,好\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read("a.csv.gz", packed.toByteArray()))
        .extracting(RawRecord::json)
        .containsExactly("{\"id\":\"1\",\"text\":\"好\"}");
    assertThatThrownBy(() -> read("a.jsonl.gz", "{}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("GZIP");
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
    assertThat(records.get(1).json()).contains("好");
  }

  @Test
  void aQuoteThatIsNeverClosedIsReportedOnce() throws IOException {
    List<RawRecord> records = read("a.csv", "id,text\n1,ok\n2,\"never closed\n3,x\n");
    assertThat(records).hasSize(2);
    assertThat(records.get(1).problem())
        .startsWith("the CSV cannot be read from here on (a quote that is never closed?)");
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
