package org.vocstream.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small inputs that would take much more memory than they are long. */
class BombsTest {
  private static final long MEBIBYTE = 1 << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Envelope ENVELOPE =
      new Envelope(
          EnvelopeOptions.defaults(),
          text -> text,
          new KeyedHash(new byte[KeyedHash.KEY_BYTES]),
          Customers.none());

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void deepNestingIsRefused(String open) {
    String line =
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"a\",\"b\":" + open.repeat(100_000);
    assertThat(reason(line)).startsWith("not JSON").contains("nesting depth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[],", "{},", "0,", "\"\","})
  void aHeapOfTinyValuesIsRefusedBeforeItIsBuilt(String value) {
    String line =
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"a\",\"b\":["
            + value.repeat((int) (15 * MEBIBYTE / value.length()))
            + "0]}";
    long before = allocated();
    assertThat(reason(line)).startsWith("not JSON").contains("Token count");
    assertThat(allocated() - before).isLessThan(400 * MEBIBYTE);
  }

  @Test
  void aNumberOfAMillionDigitsIsRefused() {
    String line = "{\"id\":\"1\",\"channel\":\"review\",\"rating\":" + "9".repeat(1_000_000) + "}";
    assertThat(reason(line)).startsWith("not JSON").contains("Number value length");
  }

  @Test
  void oneEndlessLineInASmallGzipIsOneProblem() throws IOException {
    long before = allocated();
    List<RawRecord> records = read("a.jsonl.gz", "{\"id\":\"", "x", 300 * MEBIBYTE);
    assertThat(records).hasSize(1);
    assertThat(records.get(0).problem())
        .isEqualTo("the line is longer than 16 MiB; one line holds one feedback, split it");
    assertThat(allocated() - before).isLessThan(100 * MEBIBYTE);
  }

  @Test
  void oneEndlessCellInASmallGzipIsOneProblem() throws IOException {
    long before = allocated();
    List<RawRecord> records = read("a.csv.gz", "id,text\n1,good\n2,\"", "x", 300 * MEBIBYTE);
    assertThat(records).hasSize(2);
    assertThat(records.get(1).problem())
        .contains("the CSV cannot be read from here on")
        .contains("one row is longer than 16 MiB");
    assertThat(allocated() - before).isLessThan(200 * MEBIBYTE);
  }

  @Test
  void anEndlessHeaderIsOneProblem() throws IOException {
    List<RawRecord> records = read("a.csv.gz", "id", ",", 300 * MEBIBYTE);
    assertThat(records).hasSize(1);
    assertThat(records.get(0).problem())
        .contains("the CSV header cannot be read")
        .contains("one row is longer than 16 MiB");
  }

  @Test
  void manyRowsTogetherMayBeLongerThanOne() throws IOException {
    List<RawRecord> records =
        read("a.csv.gz", "id,text\n", "1," + "y".repeat(998) + "\n", 40 * MEBIBYTE);
    assertThat(records).hasSize((int) (40 * MEBIBYTE / 1001));
    assertThat(records).allMatch(record -> record.problem() == null);
  }

  private static String reason(String line) {
    Intake intake = ENVELOPE.read(new RawRecord("f:1", line, line.length(), null));
    assertThat(intake.accepted()).isFalse();
    assertThat(intake.deadLetter().raw().length()).isLessThanOrEqualTo(DeadLetter.MAX_RAW);
    return intake.deadLetter().reason();
  }

  /** Reads a gzip of a head and of one piece again and again, some hundred times smaller. */
  private static List<RawRecord> read(String name, String head, String piece, long bytes)
      throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(head.getBytes(StandardCharsets.UTF_8));
      byte[] block =
          piece.repeat(Math.max(1, (1 << 16) / piece.length())).getBytes(StandardCharsets.UTF_8);
      for (long left = bytes - bytes % piece.length(); left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
    List<RawRecord> records = new ArrayList<>();
    try (InputStream in = new ByteArrayInputStream(packed.toByteArray());
        RecordReader reader = RecordReader.open(in, name)) {
      for (RawRecord record = reader.next(); record != null; record = reader.next()) {
        records.add(record);
      }
    }
    return records;
  }

  private static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
