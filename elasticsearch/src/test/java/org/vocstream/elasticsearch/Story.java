package org.vocstream.elasticsearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vocstream.call.Contact;
import org.vocstream.call.Evidence;
import org.vocstream.call.Intent;
import org.vocstream.call.Resolution;
import org.vocstream.call.SatisfactionEvidence;
import org.vocstream.call.ToldReason;
import org.vocstream.feedback.Answer;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Survey;
import org.vocstream.feedback.Turn;
import org.vocstream.opinion.Comparison;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.Names;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.Suspicion;
import org.vocstream.scoring.TranscriptScore;
import org.vocstream.scoring.TurnScore;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.text.Language;

/** Scored feedback as tests need it; times are relative to T0. */
final class Story {
  static final Instant T0 = Instant.parse("2026-10-05T09:00:00Z");
  static final Clock CLOCK = Clock.fixed(T0.plus(Duration.ofDays(1)), ZoneOffset.UTC);
  static final Clock LATER = Clock.fixed(T0.plus(Duration.ofDays(2)), ZoneOffset.UTC);
  static final String SCORED_BY = "cosmetics@1.0.0+models@1f0c22aa";

  private Story() {}

  /** A review of 青禾 with one mention per polarity, alternately of delivery and price. */
  static ScoredFeedback review(String id, int... polarities) {
    return review(id, "青禾", polarities);
  }

  static ScoredFeedback review(String id, String brand, int... polarities) {
    Feedback feedback = Feedback.of(id, Channel.REVIEW, brand, "发货速度挺快，价格有点贵");
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < polarities.length; i++) {
      mentions.add(i % 2 == 0 ? delivery(brand, polarities[i]) : price(brand, polarities[i]));
    }
    return scored(feedback, mentions);
  }

  static ScoredFeedback scored(Feedback feedback, List<Mention> mentions) {
    return new ScoredFeedback(
        feedback,
        null,
        Language.ZH,
        "发货 速度 挺 快 ， 价格 有点 贵",
        new Sentiment(1, 0.25),
        mentions,
        List.of(),
        List.of(),
        TranscriptScore.NONE,
        Suspicion.NONE,
        SCORED_BY);
  }

  static ScoredFeedback withdrawn(String id) {
    return scored(
        new Feedback(
            id,
            "default",
            Channel.REVIEW,
            "",
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            true,
            Map.of()),
        List.of());
  }

  /** The same review by a known author, published so many days after T0. */
  static ScoredFeedback by(String author, int day, ScoredFeedback scored) {
    Feedback f = scored.feedback();
    return scored(
        new Feedback(
            f.id(),
            f.source(),
            f.channel(),
            f.text(),
            f.turns(),
            null,
            f.brand(),
            null,
            author,
            null,
            null,
            null,
            T0.plus(Duration.ofDays(day)),
            null,
            null,
            null,
            null,
            null,
            false,
            Map.of()),
        scored.mentions());
  }

  static Mention delivery(String brand, int polarity) {
    return new Mention(
        "delivery.speed",
        "delivery",
        new Names("物流", "Delivery"),
        "delivery",
        "cost.time",
        polarity,
        0.8,
        0.9,
        brand,
        null,
        0,
        6,
        "发货速度挺快",
        "发货",
        null,
        SCORED_BY);
  }

  static Mention price(String brand, int polarity) {
    return new Mention(
        "price",
        "price",
        new Names("价格", "Price"),
        "purchase",
        "cost.money",
        polarity,
        0.5,
        0.7,
        brand,
        null,
        7,
        12,
        "价格有点贵",
        null,
        null,
        SCORED_BY);
  }

  /** A call with everything that a feedback can carry. */
  static ScoredFeedback call() {
    String text = "快递三天没到\n马上为您查询\n比露白差远了";
    Feedback feedback =
        new Feedback(
            "call-17",
            "hotline",
            Channel.CALL,
            text,
            List.of(
                new Turn(Speaker.CUSTOMER, "快递三天没到", 0, 0L, 2_500L),
                new Turn(Speaker.AGENT, "马上为您查询", 7, 2_600L, 4_000L),
                new Turn(Speaker.CUSTOMER, "比露白差远了", 14, null, null)),
            "zh-CN",
            "青禾",
            "青禾 面霜 50g",
            "a1b2c3",
            "c9d8e7",
            "gold",
            "repeat_buyer",
            T0,
            2.0,
            3,
            "delivery",
            "https://example.org/calls/17",
            "call-16",
            false,
            Map.of("queue", "售后", "agent.id", "42"),
            new Survey(
                "csat",
                "2026Q3",
                List.of(
                    new Answer("delivery.speed", 2.0, 5.0, 1, 5),
                    new Answer("price", 7.5, null, 0, 10))));
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
            "没到",
            null,
            SCORED_BY);
    return new ScoredFeedback(
        feedback,
        "面霜",
        Language.ZH,
        "快递 三 天 没 到 马上 为 您 查询 比 露白 差 远 了",
        new Sentiment(-1, -0.75),
        List.of(mention),
        List.of(),
        List.of(new Comparison("露白", "青禾", "overall", 14, 20)),
        new TranscriptScore(
            List.of(
                new TurnScore(new Sentiment(-1, -0.5), -1, -0.5),
                TurnScore.NONE,
                new TurnScore(new Sentiment(-1, -0.875), -1, -0.875)),
            -1.0,
            -0.875,
            -0.875,
            -0.375,
            List.of(new SatisfactionEvidence(0, 0, 2, -0.25)),
            new Contact(
                List.of(
                    new ToldReason(
                        "track-order",
                        new Names("查物流催件", "Where is my order"),
                        new Evidence(0, 0, 6))),
                Intent.COMPLAINT,
                new Evidence(0, 0, 6),
                Resolution.UNRESOLVED,
                new Evidence(2, 14, 20),
                100L,
                4_000L)),
        new Suspicion(List.of(Flag.DUPLICATE), "hotline/call-1"),
        SCORED_BY);
  }
}
