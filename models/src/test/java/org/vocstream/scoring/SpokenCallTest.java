package org.vocstream.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.vocstream.call.RoleClassifier;
import org.vocstream.call.TranscriptImport;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.PackLoader;
import org.vocstream.text.PiiMask;

/** Calls from the file to the score. */
class SpokenCallTest {
  private static final Path CALLS = Path.of("../../shared/data/mobilecs_example/train.jsonl");
  private static final FeedbackScorer SCORER = FeedbackScorer.of(new PackLoader().load("commerce"));
  private static final TranscriptImport IMPORT =
      new TranscriptImport(new RoleClassifier(), new PiiMask()::mask);
  private static final Envelope ENVELOPE =
      new Envelope(
          EnvelopeOptions.defaults(),
          new PiiMask()::mask,
          new KeyedHash(new byte[KeyedHash.KEY_BYTES]),
          Customers.none());

  @Test
  void eachOpinionHasItsOwnClauseOfWhatWasSaid() {
    String said = "快递呃那个太太慢了我等了都一个星期了_客服的态度嗯挺好的";
    ScoredFeedback call = SCORER.score(Feedback.of("1", Channel.CALL, null, said));
    assertThat(call.mentions())
        .extracting(Mention::polarity, Mention::evidence)
        .contains(tuple(-1, "快递呃那个太太慢了"), tuple(1, "客服的态度嗯挺好的"));
    for (Mention mention : call.mentions()) {
      assertThat(said.substring(mention.start(), mention.end())).isEqualTo(mention.evidence());
    }
  }

  @Test
  void whatIsTypedIsReadAsItStands() {
    String typed = "那个那个快递太太慢了";
    ScoredFeedback chat = SCORER.score(Feedback.of("1", Channel.CHAT, null, typed));
    ScoredFeedback review = SCORER.score(Feedback.of("1", Channel.REVIEW, null, typed));
    assertThat(chat.tokens()).isEqualTo(review.tokens()).contains("那个 那个");
    assertThat(SCORER.score(Feedback.of("1", Channel.CALL, null, typed)).tokens())
        .doesNotContain("那个 那个");
  }

  @Test
  void realCallsAreImportedWithTheirRolesAndScored() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(CALLS), "the labelled data is not beside the project: no real calls");
    List<String> lines = Files.readAllLines(CALLS);
    assertThat(lines).hasSize(10);
    for (String line : lines) {
      List<Speaker> truth = new ArrayList<>();
      // The adapter: the speakers lose their names, as after a recogniser that only tells them
      // apart.
      StringBuilder file = new StringBuilder();
      for (JsonNode turn : new ObjectMapper().readTree(line).path("turns")) {
        boolean agent = turn.path("speaker").asText().equals("agent");
        truth.add(agent ? Speaker.AGENT : Speaker.CUSTOMER);
        file.append(agent ? "说话人1: " : "说话人2: ").append(turn.path("text").asText()).append('\n');
      }
      byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
      String envelope = IMPORT.read("call.txt", bytes, "call", Channel.CALL).toString();
      Intake intake = ENVELOPE.read(new RawRecord("call.txt", envelope, bytes.length, null));
      assertThat(intake.accepted()).as("%s", intake.deadLetter()).isTrue();
      List<Turn> turns = intake.feedback().turns();
      assertThat(turns).extracting(Turn::speaker).isEqualTo(merged(truth));
      assertThat(turns.stream().filter(t -> t.speaker() == Speaker.CUSTOMER))
          .anyMatch(t -> t.text().length() > 3);
      ScoredFeedback scored = SCORER.score(intake.feedback());
      assertThat(scored.transcript().turns()).hasSameSizeAs(turns);
      assertThat(scored.transcript().satisfaction()).isBetween(-1.0, 1.0);
    }
  }

  /** Speakers of turns where neighbours of one speaker are one. */
  private static List<Speaker> merged(List<Speaker> speakers) {
    List<Speaker> merged = new ArrayList<>();
    for (Speaker speaker : speakers) {
      if (merged.isEmpty() || merged.get(merged.size() - 1) != speaker) {
        merged.add(speaker);
      }
    }
    return merged;
  }
}
