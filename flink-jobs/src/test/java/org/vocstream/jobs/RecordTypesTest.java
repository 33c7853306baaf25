package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vocstream.call.Contact;
import org.vocstream.call.Evidence;
import org.vocstream.call.Intent;
import org.vocstream.call.Resolution;
import org.vocstream.call.SatisfactionEvidence;
import org.vocstream.call.ToldReason;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.elasticsearch.LateFeedback;
import org.vocstream.elasticsearch.StoredFeedback;
import org.vocstream.feedback.Answer;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Survey;
import org.vocstream.feedback.Turn;
import org.vocstream.jobs.settings.Setting;
import org.vocstream.jobs.settings.SettingKind;
import org.vocstream.opinion.Comparison;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.Names;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.Suspicion;
import org.vocstream.scoring.TranscriptScore;
import org.vocstream.scoring.TurnScore;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Judgements;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.SharedSums;
import org.vocstream.suspect.Copy;
import org.vocstream.suspect.Finding;
import org.vocstream.suspect.Group;
import org.vocstream.suspect.InTime;
import org.vocstream.suspect.Trace;
import org.vocstream.text.Language;

class RecordTypesTest {
  private static final Instant T0 = Instant.parse("2026-10-05T09:00:00Z");
  private static final String SCORED_BY = "cosmetics@1.0.0+models@1f0c22aa";

  @ParameterizedTest
  @ValueSource(
      classes = {
        RawRecord.class,
        Arrival.class,
        Feedback.class,
        Turn.class,
        Survey.class,
        Answer.class,
        DeadLetter.class,
        ScoredFeedback.class,
        Mention.class,
        Names.class,
        Comparison.class,
        TurnScore.class,
        Contact.class,
        ToldReason.class,
        Evidence.class,
        Sentiment.class,
        Suspicion.class,
        FeedbackCells.class,
        CellChange.class,
        TracesLeft.class,
        Contributed.class,
        ScoreCell.class,
        CellKey.class,
        ClusterSums.class,
        SharedSums.class,
        Judgements.class,
        LateFeedback.class,
        StoredFeedback.class,
        LeftTrace.class,
        Trace.class,
        Finding.class,
        Group.class,
        Copy.class,
        InTime.class,
        MarkedFeedback.class,
        Setting.class
      })
  void whatTravelsBetweenOperatorsNeedsNoKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }

  @Test
  void aRecordTravelsWithAndWithoutItsProblem() throws IOException {
    travels(RawRecord.class, new RawRecord("a.jsonl:1", "{\"id\":\"😀\"}", 12, null));
    travels(RawRecord.class, new RawRecord("a.jsonl:2", "", 0, "the line is empty"));
    travels(DeadLetter.class, new DeadLetter("a.jsonl:2", DeadLetter.ENVELOPE, null, "empty", ""));
    travels(
        Setting.class,
        Setting.of(SettingKind.PACK, "pets.yaml", Map.of("pets.yaml", "pack: pets"), "a@1"));
    travels(Setting.class, Setting.unreadable("{", "voc.settings/0/1", "not JSON"));
    travels(Arrival.class, new Arrival(Feedback.of("r1", Channel.REVIEW, null, "快"), null, 12));
    DeadLetter letter = new DeadLetter("a.jsonl:2", DeadLetter.ENVELOPE, null, "empty", "");
    travels(Arrival.class, new Arrival(null, letter, 0));
    travels(DeadLetter.class, new DeadLetter("a.jsonl:3", DeadLetter.INDEX, "id", "no", "{}"));
  }

  @Test
  void aCellTravelsWithAndWithoutADay() throws IOException {
    for (Instant at : Arrays.asList(T0, null)) {
      FeedbackCells cells =
          FeedbackCells.of(CellStory.review("r1", at, 1, -1), ZoneId.of(CellStory.ZONE));
      travels(FeedbackCells.class, cells);
      travels(Contributed.class, new Contributed(true, List.of(cells)));
      travels(CellChange.class, new CellChange(cells.cells().get(0).negated(), false));
    }
    travels(LateFeedback.class, new LateFeedback("default/r1", null, "review", null, T0));
  }

  @Test
  void theSmallestFeedbackTravels() throws IOException {
    Feedback smallest = Feedback.of("r1", Channel.REVIEW, null, "发货快");
    travels(Feedback.class, smallest);
    travels(
        ScoredFeedback.class,
        new ScoredFeedback(
            smallest,
            null,
            Language.OTHER,
            "发货 快",
            null,
            List.of(),
            List.of(),
            List.of(),
            TranscriptScore.NONE,
            Suspicion.NONE,
            SCORED_BY));
  }

  @Test
  void aCallTravelsWithAllThatItCanCarry() throws IOException {
    travels(Feedback.class, call());
    travels(
        StoredFeedback.class,
        new StoredFeedback(call(), new Suspicion(List.of(Flag.BURST), "hotline/call-1")));
    Mention mention =
        new Mention(
            "delivery.speed",
            "delivery",
            new Names("物流", "Delivery"),
            "delivery",
            "cost.time",
            -1,
            0.75,
            0.875,
            "青禾",
            0,
            0,
            6,
            "快递三天没到",
            null,
            null,
            SCORED_BY);
    travels(
        ScoredFeedback.class,
        new ScoredFeedback(
            call(),
            null,
            Language.ZH,
            "快递 三 天 没 到 马上 查",
            new Sentiment(-1, -0.75),
            List.of(mention),
            List.of(),
            List.of(new Comparison("露白", "青禾", "overall", 0, 6)),
            new TranscriptScore(
                List.of(new TurnScore(new Sentiment(-1, -0.5), -1, -0.25), TurnScore.NONE),
                -1.0,
                -0.875,
                0.0,
                0.5,
                List.of(new SatisfactionEvidence(0, 2, 4, -0.25)),
                new Contact(
                    List.of(
                        new ToldReason(
                            "track-order",
                            new Names("查物流催件", "Where is my order"),
                            new Evidence(0, 0, 6))),
                    Intent.COMPLAINT,
                    new Evidence(0, 0, 6),
                    Resolution.UNKNOWN,
                    null,
                    null,
                    2_500L)),
            new Suspicion(List.of(Flag.DUPLICATE, Flag.BURST), "hotline/call-1"),
            SCORED_BY));
  }

  private static Feedback call() {
    return new Feedback(
        "call-17",
        "hotline",
        Channel.CALL,
        "快递三天没到\n马上查",
        List.of(
            new Turn(Speaker.CUSTOMER, "快递三天没到", 0, 0L, 2_500L),
            new Turn(Speaker.AGENT, "马上查", 7, null, null)),
        "zh-CN",
        "青禾",
        "面霜 50g",
        "a1b2c3",
        "c9d8e7",
        "gold",
        "repeat_buyer",
        T0,
        2.5,
        3,
        "delivery",
        "https://example.org/calls/17",
        "call-16",
        true,
        new TreeMap<>(Map.of("queue", "售后", "agent.id", "", "空", "\u0000")),
        new Survey(
            "csat",
            null,
            List.of(
                new Answer("delivery.speed", 2.0, 5.0, 1, 5),
                new Answer("price", null, 7.5, 0, 10))));
  }

  private static <T> void travels(Class<T> type, T value) throws IOException {
    TypeSerializer<T> serializer =
        TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(value);
    assertThat(serializer.copy(value)).isEqualTo(value);
  }
}
