package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.RawRecord;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.Suspicion;
import org.vocstream.suspect.SuspectOptions;

/** Marks what is planted in the sample feed, in whatever order it comes. */
@Timeout(180)
class SuspectsJobTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLE = Path.of("../sample");

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(2)
              .setNumberSlotsPerTaskManager(1)
              .build());

  /** A record of the feed with its time in ms. */
  private record Line(String json, String id, long at) {}

  @Test
  void plantedCopiesAndRepostsAreFoundAndNothingElse() throws Exception {
    JsonNode truths = JSON.readTree(SAMPLE.resolve("truths.json").toFile());
    Map<String, String> planted = new TreeMap<>();
    truths.path("duplicates").forEach(cluster -> plant(planted, cluster));
    plant(planted, truths.path("repost_cluster"));

    Map<String, Suspicion> marked = marks(sample(), Duration.ofDays(30));

    Map<String, String> found = new TreeMap<>();
    marked.forEach((id, suspicion) -> found.put(id, suspicion.duplicateOf()));
    assertThat(found).isEqualTo(planted);
    assertThat(marked.values()).allMatch(s -> s.reasons().equals(List.of(Flag.DUPLICATE)));
  }

  @Test
  void theOrderOfArrivalMakesNoDifference() throws Exception {
    // Some planted copies come later than this behind their original.
    Duration window = Duration.ofDays(8);
    List<Line> feed = new ArrayList<>(sample());
    feed.addAll(burst());
    feed.sort(Comparator.comparingLong(Line::at));
    Map<String, Suspicion> marked = marks(feed, window);
    assertThat(marked.values())
        .flatExtracting(Suspicion::reasons)
        .contains(Flag.DUPLICATE, Flag.BURST);
    assertThat(marked.entrySet().stream().filter(m -> m.getValue().reasons().contains(Flag.BURST)))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("b1", "b2", "b3", "b4", "b5", "b6");
    assertThat(marked).containsKey("r-0158").doesNotContainKey("r-0130");
    for (int seed = 1; seed <= 3; seed++) {
      assertThat(marks(shuffled(feed, seed), window)).as("seed %d", seed).isEqualTo(marked);
    }
    List<Line> twice = new ArrayList<>(feed);
    twice.addAll(feed);
    assertThat(marks(twice, window)).as("the whole feed a second time").isEqualTo(marked);
  }

  /** Every id but the first is a copy of the first. */
  private static void plant(Map<String, String> planted, JsonNode cluster) {
    for (int i = 1; i < cluster.size(); i++) {
      planted.put(cluster.get(i).asText(), cluster.get(0).asText());
    }
  }

  /** One author on one brand: six within the hour, a seventh later. */
  private static List<Line> burst() throws IOException {
    List<Line> lines = new ArrayList<>();
    String[] times = {"09:00", "09:05", "09:20", "09:21", "10:00", "10:04", "11:04"};
    for (int i = 0; i < times.length; i++) {
      lines.add(
          line(
              String.format(
                  "{\"id\":\"b%d\",\"channel\":\"review\",\"source\":\"jd-demo\",\"brand\":\"青禾\","
                      + "\"author\":\"u-burst\",\"published_at\":\"2026-10-09T%s:00+08:00\",\"text\":\"好\"}",
                  i + 1, times[i]),
              0));
    }
    return lines;
  }

  private static List<Line> sample() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String file : List.of("reviews", "posts", "calls")) {
      for (String json : Files.readAllLines(SAMPLE.resolve("feed/" + file + ".jsonl"))) {
        // A withdrawal has no time of its own: it comes behind the line before it.
        lines.add(line(json, lines.isEmpty() ? 0 : lines.get(lines.size() - 1).at()));
      }
    }
    return lines;
  }

  private static Line line(String json, long otherwise) throws IOException {
    JsonNode record = JSON.readTree(json);
    String at = record.path("published_at").asText();
    return new Line(
        json,
        record.path("id").asText(),
        at.isEmpty() ? otherwise : OffsetDateTime.parse(at).toInstant().toEpochMilli());
  }

  /**
   * Another order, in which nothing comes later than the job allows for. Versions of one feedback
   * keep theirs, for the last one counts.
   */
  private static List<Line> shuffled(List<Line> feed, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Long> last = new HashMap<>();
    Map<Line, Long> arrival = new HashMap<>();
    for (Line line : feed) {
      long late = random.nextLong(FeedbackScoringJob.OUT_OF_ORDER.toMillis());
      long at = Math.max(line.at() + late, last.getOrDefault(line.id(), 0L) + 1);
      last.put(line.id(), at);
      arrival.put(line, at);
    }
    return feed.stream().sorted(Comparator.comparing(arrival::get)).toList();
  }

  private static FeedbackScoringOptions options(Duration window) {
    return JobOptions.ofEnds(SAMPLE, SuspectOptions.within(window));
  }

  /** What is suspect at the end, by id. */
  private static Map<String, Suspicion> marks(List<Line> feed, Duration window) throws Exception {
    Configuration configuration = FeedbackScoringJob.configuration();
    // Often, so that state is dropped while the feed runs.
    configuration.setString("pipeline.auto-watermark-interval", "1 ms");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(2);
    Collected<ScoredFeedback> scored = new Collected<>();
    Collected<DeadLetter> deadLetters = new Collected<>();
    List<String> lines = feed.stream().map(Line::json).collect(Collectors.toList());
    FeedbackScoringJob.define(
        env,
        options(window),
        new NeutralScoring(),
        new JobEnds(
            Arrivals.inOrder(
                new DataGeneratorSource<>(
                    i -> new RawRecord("feed:" + (i + 1), lines.get(i.intValue()), 100, null),
                    lines.size(),
                    TypeInformation.of(RawRecord.class)),
                false),
            SettingArrivals.none(),
            Collected.nothing(),
            s -> s.sinkTo(new IndexSink<>(scored, Duration.ofMinutes(1))),
            d -> d.sinkTo(new IndexSink<>(deadLetters, Duration.ofMinutes(1))),
            cells -> {},
            late -> {}));
    env.execute();
    assertThat(deadLetters.all()).isEmpty();
    Map<String, Suspicion> marks = new TreeMap<>();
    for (ScoredFeedback version : scored.all()) {
      marks.put(version.feedback().id(), version.suspicion());
      if (version.feedback().deleted() || !version.isSuspect()) {
        marks.remove(version.feedback().id());
      }
    }
    marks.replaceAll((id, s) -> new Suspicion(s.reasons(), idOf(s.duplicateOf())));
    return marks;
  }

  private static String idOf(String key) {
    return key == null ? null : key.substring(key.indexOf('/') + 1);
  }
}
