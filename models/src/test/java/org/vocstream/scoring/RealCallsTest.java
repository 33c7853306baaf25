package org.vocstream.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.call.Contact;
import org.vocstream.call.Intent;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;
import org.vocstream.pack.PackLoader;

/** Ten real calls to a telephone company, as they were recognised, tell why the customer called. */
class RealCallsTest {
  private static final Path CALLS = Path.of("../../shared/data/mobilecs_example/train.jsonl");

  @Test
  void everyCallTellsItsReasonInTheCustomersWords() throws IOException {
    assumeTrue(Files.exists(CALLS), CALLS + " is not there: the labelled data are not shared here");
    FeedbackScorer scorer = FeedbackScorer.of(new PackLoader().load("telecom"));
    List<Contact> contacts = new ArrayList<>();
    for (String line : Files.readAllLines(CALLS)) {
      ScoredFeedback scored = scorer.score(call(new ObjectMapper().readTree(line)));
      Contact contact = scored.transcript().contact();
      contacts.add(contact);
      assertThat(contact.reasons()).isNotEmpty();
      contact
          .reasons()
          .forEach(
              reason -> {
                Turn turn = scored.feedback().turns().get(reason.at().turn());
                assertThat(turn.speaker()).isEqualTo(Speaker.CUSTOMER);
                assertThat(turn.text())
                    .contains(
                        scored.feedback().text().substring(reason.at().start(), reason.at().end()));
              });
    }
    assertThat(contacts).hasSize(10);
    // Nobody is angry in these ten: they ask, order and report.
    assertThat(contacts).extracting(Contact::intent).containsOnly(Intent.ENQUIRY);
  }

  private static Feedback call(JsonNode row) {
    List<Turn> turns = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (JsonNode turn : row.path("turns")) {
      String said = turn.path("text").asText().replace('_', ' ');
      text.append(turns.isEmpty() ? "" : "\n");
      Speaker speaker =
          turn.path("speaker").asText().equals("agent") ? Speaker.AGENT : Speaker.CUSTOMER;
      turns.add(new Turn(speaker, said, text.length(), null, null));
      text.append(said);
    }
    return new Feedback(
        row.path("id").asText(),
        "mobilecs",
        Channel.CALL,
        text.toString(),
        List.copyOf(turns),
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
        false,
        Map.of());
  }
}
