package org.vocstream.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.elasticsearch.FeedbackDocument;
import org.vocstream.elasticsearch.MentionDocument;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RawRecord;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.segment.HanLpSegmenter;
import org.vocstream.segment.Segmenter;
import org.vocstream.segment.Token;
import org.vocstream.text.PiiMask;
import org.vocstream.text.PreparedText;
import org.vocstream.text.TextPreparer;

/**
 * What the parts that a feedback passes take, each by itself, run by JMH in a process of its own.
 * Every call takes the next of some made-up reviews, so nothing is measured over and over.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Parts {
  private static final int REVIEWS = 1_000;
  private static final long SEED = 20_261_001;
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final List<RawRecord> records = new ArrayList<>();
  private final List<Feedback> feedback = new ArrayList<>();
  private final List<ScoredFeedback> scored = new ArrayList<>();
  private final List<String> folded = new ArrayList<>();
  private final TextPreparer preparer = new TextPreparer();
  private final Segmenter segmenter = new HanLpSegmenter();
  private final DataOutputSerializer bytes = new DataOutputSerializer(1 << 16);
  private final TypeSerializer<Feedback> feedbackSerializer =
      TypeInformation.of(Feedback.class).createSerializer(new SerializerConfigImpl());
  private final TypeSerializer<ScoredFeedback> scoredSerializer =
      TypeInformation.of(ScoredFeedback.class).createSerializer(new SerializerConfigImpl());
  private Envelope envelope;
  private FeedbackScorer scorer;
  private int next;

  /** Makes up the reviews. */
  @Setup
  public void setUp() {
    Pack pack = new PackLoader().load("cosmetics");
    scorer = FeedbackScorer.of(pack, ScoringOptions.STANDARD);
    PiiMask mask = new PiiMask();
    envelope =
        new Envelope(
            EnvelopeOptions.defaults(),
            mask::mask,
            new KeyedHash(new byte[KeyedHash.KEY_BYTES]),
            Customers.none());
    MadeUpRecords made = new MadeUpRecords(pack, 6, 10_000, SEED);
    for (int i = 0; i < REVIEWS; i++) {
      RawRecord record =
          RawRecord.ofMessage(
              "made-up/" + i, made.next("made-up").json().getBytes(StandardCharsets.UTF_8));
      Feedback read = envelope.read(record).feedback();
      records.add(record);
      feedback.add(read);
      folded.add(preparer.prepare(read.text()).folded());
      scored.add(scorer.score(read));
    }
  }

  private <T> T next(List<T> all) {
    next = (next + 1) % REVIEWS;
    return all.get(next);
  }

  /** JSON to feedback, personal data masked. */
  @Benchmark
  public Intake envelope() {
    return envelope.read(next(records));
  }

  /** Folded, with the way back to the original. */
  @Benchmark
  public PreparedText prepare() {
    return preparer.prepare(next(feedback).text());
  }

  /** Cut into words, nothing else. */
  @Benchmark
  public List<Token> segment() {
    return segmenter.segment(next(folded));
  }

  /** All that scoring is. */
  @Benchmark
  public ScoredFeedback score() {
    return scorer.score(next(feedback));
  }

  /** What a scored feedback adds to the daily cells. */
  @Benchmark
  public FeedbackCells cells() {
    return FeedbackCells.of(next(scored), ZoneOffset.UTC);
  }

  /** A feedback to bytes and back, as between two tasks. */
  @Benchmark
  public Feedback serialiseFeedback() throws IOException {
    return roundTrip(feedbackSerializer, next(feedback));
  }

  /** A scored feedback to bytes and back. */
  @Benchmark
  public ScoredFeedback serialiseScored() throws IOException {
    return roundTrip(scoredSerializer, next(scored));
  }

  private <T> T roundTrip(TypeSerializer<T> serializer, T value) throws IOException {
    bytes.clear();
    serializer.serialize(value, bytes);
    return serializer.deserialize(
        new DataInputDeserializer(bytes.getSharedBuffer(), 0, bytes.length()));
  }

  /** The documents of a feedback and its mentions as JSON. */
  @Benchmark
  public int documents() {
    ScoredFeedback all = next(scored);
    int length = FeedbackDocument.of(all, CLOCK).toString().getBytes(StandardCharsets.UTF_8).length;
    for (int i = 0; i < all.mentions().size(); i++) {
      length +=
          MentionDocument.of(all, i, CLOCK).toString().getBytes(StandardCharsets.UTF_8).length;
    }
    return length;
  }
}
