package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.cli.VocProcess.Result;

/** Importing calls as a user does: processes, exit codes, files. */
class ImportCallsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CALL =
      "WEBVTT\n\n00:01.000 --> 00:03.000\n<v SPEAKER_00>您好，请问有什么可以帮您\n\n"
          + "00:04.000 --> 00:09.000\n<v SPEAKER_01>呃我的快递太太慢了，电话幺三八，嗯，零零幺三八零零零\n";

  @TempDir Path work;
  private VocProcess voc;
  private Path calls;

  @BeforeEach
  void aFolderOfCalls() throws Exception {
    voc = new VocProcess(work);
    calls = Files.createDirectory(work.resolve("calls"));
    Files.writeString(calls.resolve("a1.vtt"), CALL);
  }

  @Test
  void aFolderBecomesEnvelopesThatAreScored() throws Exception {
    Files.createDirectory(calls.resolve("october"));
    Files.write(calls.resolve("october/b2.txt"), "客户：在吗\n客服：在的".getBytes(Charset.forName("GBK")));
    Files.writeString(calls.resolve("broken.json"), "{\"segments\": [{\"text\"");
    Files.writeString(calls.resolve("13800138000.srt"), "");
    Path table = work.resolve("table.csv");
    Files.writeString(
        table,
        "录音,id,brand,published_at,channel\na1.wav,C-1,云通,2026-10-03T08:15:00+08:00,400热线\nz9.wav,C-9,,,\n");
    Path out = work.resolve("calls.jsonl");
    Result done =
        voc.run(
            "import-calls",
            calls.toString(),
            "--metadata",
            table.toString(),
            "--map",
            "file=录音",
            "--brand",
            "未知",
            "--out",
            out.toString());
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.err())
        .contains("not imported: broken.json: the JSON is broken at line 1")
        .contains("not imported: ***********.srt: the file is empty")
        .contains("read 4 files = imported 2 + not imported 2")
        .contains("1 files have no row in the metadata, 1 rows have no file")
        .doesNotContain("13800138000")
        .doesNotContain("\tat ");
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(2);
    JsonNode first = JSON.readTree(lines.get(0));
    assertThat(first.path("id").asText()).isEqualTo("C-1");
    assertThat(first.path("brand").asText()).isEqualTo("云通");
    assertThat(first.path("channel").asText()).isEqualTo("call");
    assertThat(first.path("given_channel").asText()).isEqualTo("400热线");
    assertThat(first.path("turns").path(1).path("speaker").asText()).isEqualTo("customer");
    assertThat(first.path("turns").path(1).path("text").asText()).contains("快递太太慢了", "***");
    JsonNode second = JSON.readTree(lines.get(1));
    assertThat(second.path("id").asText()).isEqualTo("october/b2");
    assertThat(second.path("brand").asText()).isEqualTo("未知");
    assertThat(Files.readAllLines(work.resolve("calls.jsonl.dead-letters")))
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"origin\":"));

    Result scored = voc.run("score", "--pack", "commerce", "--input", out.toString());
    assertThat(scored.exitCode()).as(scored.err()).isZero();
    JsonNode score = JSON.readTree(scored.out().lines().findFirst().orElseThrow());
    assertThat(score.path("mentions").path(0).path("indicator").asText()).startsWith("delivery");
    assertThat(score.path("turns")).hasSize(2);
  }

  @Test
  void standardOutputHoldsEnvelopesAlone() throws Exception {
    Result done =
        voc.run(
            "import-calls",
            calls.resolve("a1.vtt").toString(),
            "--channel",
            "chat",
            "--published-at",
            "2026-10-03T08:15:00+08:00",
            "--out",
            "-");
    assertThat(done.exitCode()).as(done.err()).isZero();
    JsonNode call = JSON.readTree(done.out());
    assertThat(call.path("id").asText()).isEqualTo("a1");
    assertThat(call.path("channel").asText()).isEqualTo("chat");
    assertThat(call.path("published_at").asText()).startsWith("2026-10-03T08:15");
  }

  @Test
  void theSameCallInTwoFormatsIsNotTakenTwice() throws Exception {
    Files.writeString(calls.resolve("a1.txt"), "客户：在吗");
    Path out = work.resolve("out.jsonl");
    Result done = voc.run("import-calls", calls.toString(), "--out", out.toString());
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.err()).contains("not imported: a1.vtt: the id is that of a1.txt already");
    assertThat(Files.readAllLines(out)).hasSize(1);
  }

  @Test
  void wrongUsageIsTwoAndNothingReadIsOne() throws Exception {
    Path empty = Files.createDirectory(work.resolve("empty"));
    assertThat(voc.run("import-calls", empty.toString(), "--out", "-").exitCode()).isEqualTo(2);
    assertThat(voc.run("import-calls", "nowhere.vtt", "--out", "-").exitCode()).isEqualTo(2);
    Result channel = voc.run("import-calls", calls.toString(), "--channel", "review", "--out", "-");
    assertThat(channel.exitCode()).isEqualTo(2);
    assertThat(channel.err()).contains("--channel review: transcripts are call or chat");
    Path table = work.resolve("t.csv");
    Files.writeString(table, "name,id\na1,1\n");
    Result metadata =
        voc.run("import-calls", calls.toString(), "--metadata", table.toString(), "--out", "-");
    assertThat(metadata.exitCode()).isEqualTo(2);
    assertThat(metadata.err()).contains("t.csv:2 names no file", "--map file=COLUMN");
    Path broken = Files.writeString(work.resolve("broken.vtt"), "");
    Result none = voc.run("import-calls", broken.toString(), "--out", "-");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).contains("voc: no transcript could be read");
  }
}
