package org.vocstream.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.call.Contact;
import org.vocstream.call.Evidence;
import org.vocstream.call.Intent;
import org.vocstream.call.Resolution;
import org.vocstream.call.SatisfactionEvidence;
import org.vocstream.call.ToldReason;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.Names;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.text.Language;

class ScoringOutputTest {
  private final ScoringOutput output = new ScoringOutput();
  private final Feedback feedback = Feedback.of("r\"1", Channel.REVIEW, null, "发货快");

  @Test
  void writesTheNamesOfTheContractInOrder() {
    Mention mention =
        new Mention(
            "delivery.speed",
            "delivery",
            new Names("物流", "Delivery"),
            "delivery",
            "cost.time",
            1,
            0.98765432,
            0.9,
            null,
            null,
            0,
            3,
            "发货快",
            "发货",
            null,
            "cosmetics@1.0.0+models@00000000");
    ScoredFeedback scored =
        scored(new Sentiment(1, 0.123456), List.of(mention), TranscriptScore.NONE);

    assertThat(output.line(scored))
        .isEqualTo(
            "{\"id\":\"r\\\"1\",\"sentiment\":{\"label\":1,\"score\":0.1235},\"mentions\":["
                + "{\"indicator\":\"delivery.speed\",\"group\":\"delivery\","
                + "\"label\":{\"zh\":\"物流\",\"en\":\"Delivery\"},\"touchpoint\":\"delivery\","
                + "\"polarity\":1,\"strength\":0.9877,\"confidence\":0.9,\"start\":0,\"end\":3,"
                + "\"evidence\":\"发货快\",\"cue\":\"发货\","
                + "\"scored_by\":\"cosmetics@1.0.0+models@00000000\"}],"
                + "\"unassigned\":[],\"comparisons\":[],\"flags\":[],\"turns\":[]}");
  }

  @Test
  void writesTurnsAndTheNullSentiment() {
    ScoredFeedback scored =
        scored(
            null,
            List.of(),
            new TranscriptScore(
                List.of(TurnScore.NONE, new TurnScore(new Sentiment(-1, -0.5), -1, -0.62346)),
                -0.5,
                -0.5,
                -0.5,
                1.25,
                List.of(new SatisfactionEvidence(1, 3, 5, -0.04123)),
                Contact.NONE));

    assertThat(output.line(scored))
        .isEqualTo(
            "{\"id\":\"r\\\"1\",\"sentiment\":null,\"mentions\":[],\"unassigned\":[],\"comparisons\":[],\"flags\":[],\"turns\":["
                + "{\"sentiment\":null,\"satisfaction\":null,\"satisfaction_score\":null},"
                + "{\"sentiment\":{\"label\":-1,\"score\":-0.5},\"satisfaction\":-1,\"satisfaction_score\":-0.6235}],"
                + "\"satisfaction\":-0.5,\"peak\":-0.5,\"end\":-0.5,\"slope\":1.25,\"satisfaction_evidence\":"
                + "[{\"turn\":1,\"start\":3,\"end\":5,\"contribution\":-0.0412}]}");
  }

  @Test
  void writesWhyTheCustomerMadeContactAndHowItEnded() {
    Contact contact =
        new Contact(
            List.of(new ToldReason("invoice", new Names("发票", "Invoice"), new Evidence(1, 4, 6))),
            Intent.ENQUIRY,
            new Evidence(1, 4, 6),
            Resolution.UNKNOWN,
            null,
            1_500L,
            null);

    assertThat(output.line(of(contact)))
        .endsWith(
            "\"contact_reasons\":[{\"code\":\"invoice\",\"label\":{\"zh\":\"发票\",\"en\":\"Invoice\"},"
                + "\"turn\":1,\"start\":4,\"end\":6}],\"intent\":\"enquiry\","
                + "\"intent_at\":{\"turn\":1,\"start\":4,\"end\":6},"
                + "\"resolution\":\"unknown\",\"response_ms\":1500,\"line\":\"护肤\"}");
  }

  private ScoredFeedback of(Contact contact) {
    return new ScoredFeedback(
        feedback,
        "护肤",
        Language.ZH,
        "发票",
        new Sentiment(0, 0.0),
        List.of(),
        List.of(),
        List.of(),
        new TranscriptScore(List.of(TurnScore.NONE), null, null, null, null, List.of(), contact),
        Suspicion.NONE,
        "cosmetics@1.0.0+models@00000000");
  }

  private ScoredFeedback scored(
      Sentiment sentiment, List<Mention> mentions, TranscriptScore transcript) {
    return new ScoredFeedback(
        feedback,
        null,
        Language.ZH,
        "发货 快",
        sentiment,
        mentions,
        List.of(),
        List.of(),
        transcript,
        Suspicion.NONE,
        "cosmetics@1.0.0+models@00000000");
  }
}
