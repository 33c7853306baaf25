package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.IndexSummary;
import org.vocstream.elasticsearch.VocIndex;

class StatusTextTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final URI ELASTICSEARCH = URI.create("http://127.0.0.1:9200");
  private static final URI FLINK = URI.create("http://127.0.0.1:8081");

  @Test
  void aPersonIsToldWhatIsThereAndWhatRuns() {
    StackStatus status =
        new StackStatus(
            NOW,
            URI.create("http://127.0.0.1:8090"),
            ELASTICSEARCH,
            index(),
            null,
            List.of(new StackStatus.Flink(FLINK, 4711L, List.of(job()), null)));
    assertThat(status.isWell()).isTrue();
    assertThat(text(status))
        .isEqualTo(
            """
Elasticsearch 8.19.21 at http://127.0.0.1:9200
  voc-feedback       1,234 documents, generation voc-feedback-000001
  newest feedback    2026-11-22T09:00:00Z (3 h ago)
  last written       2026-11-22T11:59:48Z (12 s ago)
  suspects           12; flags: burst 2, duplicate 10
  dead letters       5; by what is at fault: record 1, text 4
the page at http://127.0.0.1:8090
voc feedback scoring, pack cosmetics: RUNNING for 5 min, in process 4711
  read         1,240 records, 21/s over the last minute; dead letters 5 (record 1, text 4); late 0
  scored       1,235 with 3,100 mentions, 0.12 ms (99%: 1.50 ms) each; flagged 10 (duplicate 10)
  indexed      1,234 (voc-feedback 1,234); a batch of feedback takes 45 ms (99%: 2.5 s); retries 0, refused 0
  newest       taken in 2026-11-22T09:00:00Z (3 h ago), indexed none yet
  checkpoint   2026-11-22T11:59:57Z (3 s ago); 1 failed; 0 restarts
""");
  }

  @Test
  void aProgramIsToldTheSame() {
    JsonNode json =
        StatusJson.of(
            new StackStatus(
                NOW,
                null,
                ELASTICSEARCH,
                index(),
                null,
                List.of(new StackStatus.Flink(FLINK, null, List.of(job()), null))));
    assertThat(json.path("well").asBoolean()).isTrue();
    assertThat(json.at("/elasticsearch/indices/voc-feedback/documents").asInt()).isEqualTo(1234);
    assertThat(json.at("/elasticsearch/dead_letters/text").asInt()).isEqualTo(4);
    assertThat(json.at("/elasticsearch/newest_published_at").asText())
        .isEqualTo("2026-11-22T09:00:00Z");
    JsonNode job = json.at("/flink/0/jobs/0");
    assertThat(job.path("state").asText()).isEqualTo("RUNNING");
    assertThat(job.at("/metrics/records_read_total").asInt()).isEqualTo(1240);
    assertThat(job.at("/metrics/dead_letters_total/text").asInt()).isEqualTo(4);
    assertThat(job.at("/metrics/scoring_seconds/p99").asDouble()).isEqualTo(0.0015);
    assertThat(job.at("/metrics/index_batch_seconds/voc-feedback/median").asDouble())
        .isEqualTo(0.045);
    assertThat(job.at("/metrics/newest_taken_in_timestamp_seconds").asDouble())
        .isEqualTo((double) (NOW.getEpochSecond() - 10_800));
    assertThat(job.path("metrics").has("newest_indexed_timestamp_seconds")).isFalse();
  }

  @Test
  void whatDoesNotAnswerIsToldBesideWhatDoes() {
    StackStatus status =
        new StackStatus(
            NOW,
            null,
            ELASTICSEARCH,
            null,
            "Elasticsearch at http://127.0.0.1:9200 does not answer",
            List.of(
                new StackStatus.Flink(
                    FLINK, null, List.of(), "Flink at " + FLINK + " does not answer")));
    assertThat(status.isWell()).isFalse();
    assertThat(text(status))
        .isEqualTo(
            """
            Elasticsearch at http://127.0.0.1:9200 does not answer
            Flink at http://127.0.0.1:8081 does not answer
            """);
    JsonNode json = StatusJson.of(status);
    assertThat(json.at("/elasticsearch/problem").asText()).contains("does not answer");
    assertThat(json.at("/flink/0/problem").asText()).contains("does not answer");
  }

  private static String text(StackStatus status) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new StatusText(status, out).print();
    return text.toString().replace("\r", "");
  }

  private static StackStatus.Index index() {
    return new StackStatus.Index(
        "8.19.21",
        Map.of(VocIndex.FEEDBACK, new StackStatus.Held(1234, "voc-feedback-000001")),
        new IndexSummary(
            Instant.parse("2026-11-22T09:00:00Z"),
            NOW.minusSeconds(12),
            12,
            new TreeMap<>(Map.of("duplicate", 10L, "burst", 2L)),
            new TreeMap<>(Map.of("text", 4L, "record", 1L))));
  }

  private static JobStatus job() {
    MetricValues values = new MetricValues();
    Map.of(
            "0.take_in.voc.records_read_total", "1240",
            "0.take_in.voc.reason.text.dead_letters_total", "4",
            "0.take_in.voc.reason.record.dead_letters_total", "1",
            "0.take_in.voc.newest_taken_in_timestamp_seconds",
                Long.toString(NOW.getEpochSecond() - 10_800),
            "0.score.voc.feedback_scored_total", "1235",
            "0.score.voc.mentions_found_total", "3100",
            "0.score.voc.scoring_seconds_median", "0.00012",
            "0.score.voc.scoring_seconds_p99", "0.0015",
            "0.score.voc.flag.duplicate.feedback_flagged_total", "10",
            "0.score.voc.flag.burst.feedback_flagged_total", "0")
        .forEach(values::add);
    values.add("0.w.voc.index.voc-feedback.documents_indexed_total", "1234");
    values.add("0.w.voc.index.voc-feedback.index_batch_seconds_median", "0.045");
    values.add("0.w.voc.index.voc-feedback.index_batch_seconds_p99", "2.5");
    return new JobStatus(
        "voc feedback scoring, pack cosmetics",
        "0123456789abcdef",
        "RUNNING",
        NOW.minusSeconds(300),
        0L,
        NOW.minusSeconds(3),
        1,
        20.7,
        values);
  }
}
