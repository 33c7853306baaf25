package org.vocstream.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
  private static final KeyedHash HASH =
      new KeyedHash("a key for tests only".getBytes(StandardCharsets.UTF_8));

  @Test
  void aFullRecordKeepsEveryField() {
    Feedback f =
        taken(
            """
            {"id": "r1", "channel": "review", "source": "tmall", "text": "发货很快", "lang": "zh", "brand": "A",
             "product": "洁面", "author": "u1", "customer": "C1", "segment": "新客", "published_at": "2026-10-03T08:15:00+08:00",
             "rating": 4.5, "nps": 9, "touchpoint": "delivery", "url": "https://shop.example/1", "reply_to": "r0"}""");
    assertThat(f.key()).isEqualTo("tmall/r1");
    assertThat(f.channel()).isEqualTo(Channel.REVIEW);
    assertThat(f.text()).isEqualTo("发货很快");
    assertThat(f.publishedAt()).isEqualTo(Instant.parse("2026-10-03T00:15:00Z"));
    assertThat(f.rating()).isEqualTo(4.5);
    assertThat(f.nps()).isEqualTo(9);
    assertThat(f.author()).matches("[0-9a-f]{32}").isNotEqualTo(f.customer());
    assertThat(f.replyTo()).isEqualTo("r0");
    assertThat(f.attributes()).isEmpty();
  }

  @Test
  void aSlashInTheSourceDoesNotMakeTwoFeedbackOne() {
    String one = "{\"id\":\"b/c\",\"source\":\"a\",\"channel\":\"review\",\"text\":\"x\"}";
    String other = "{\"id\":\"c\",\"source\":\"a/b\",\"channel\":\"review\",\"text\":\"x\"}";
    assertThat(taken(one).key()).isEqualTo("a/b/c");
    assertThat(taken(other).key()).isEqualTo("a%2Fb/c");
  }

  @Test
  void unknownFieldsAreKeptAsAttributes() {
    Feedback f =
        taken(
            "{\"id\":1,\"channel\":\"social\",\"text\":\"x\",\"likes\":3,\"tags\":[\"a\",{\"b\":null}],\"none\":null}");
    assertThat(f.attributes()).isEqualTo(Map.of("likes", "3", "tags", "[\"a\",{\"b\":null}]"));
    assertThat(f.id()).isEqualTo("1");
  }

  @Test
  void personalDataIsMaskedInTextTurnsAttributesAndDeadLetters() {
    assertThat(
            taken(
                "{\"id\":\"1\",\"channel\":\"social\",\"text\":\"打13812345678\",\"tel\":\"13812345678\"}"))
        .satisfies(f -> assertThat(f.text()).isEqualTo("打***********"))
        .satisfies(f -> assertThat(f.attributes()).containsEntry("tel", "***********"));
    DeadLetter letter = refused("{\"channel\":\"fax\",\"id\":\"1\",\"text\":\"打13812345678\"}");
    assertThat(letter.raw()).contains("***********").doesNotContain("13812345678");
    assertThat(refused("13812345678 is my number").reason()).doesNotContain("13812345678");
  }

  @Test
  void aTranscriptBecomesOneTextAndItsTurnsKnowTheirPlace() {
    Feedback f =
        taken(
            """
            {"id":"c1","channel":"call","turns":[{"speaker":"agent","text":"您好","start_ms":0,"end_ms":900},
             {"speaker":"Customer","text":"我的电话138"},{"speaker":"agent","text":""},{"speaker":"customer","text":"12345678"}]}""");
    assertThat(f.text()).isEqualTo("您好\n我的电话138\n\n12345678");
    for (Turn turn : f.turns()) {
      assertThat(f.text().substring(turn.start(), turn.start() + turn.text().length()))
          .isEqualTo(turn.text());
    }
    assertThat(f.turns().get(1).speaker()).isEqualTo(Speaker.CUSTOMER);
    assertThat(f.turns().get(0).endMs()).isEqualTo(900);
    assertThat(f.isTranscript()).isTrue();
  }

  @Test
  void aNumberReadOutOverTwoTurnsIsMaskedAcrossThem() {
    UnaryOperator<String> acrossLines = t -> t.replaceAll("138\n12345678", "***\n********");
    Intake intake =
        envelope(EnvelopeOptions.defaults(), acrossLines)
            .read(
                record(
                    "{\"id\":\"c\",\"channel\":\"call\",\"turns\":[{\"speaker\":\"customer\",\"text\":\"138\"},{\"speaker\":\"customer\",\"text\":\"12345678\"}]}"));
    assertThat(intake.feedback().turns()).extracting(Turn::text).containsExactly("***", "********");
  }

  @Test
  void speakersMayGoByOtherNames() {
    Feedback f =
        taken(
            "{\"id\":\"c\",\"channel\":\"call\",\"turns\":[{\"speaker\":\"坐席01\",\"text\":\"您好\"},{\"speaker\":\"User\",\"text\":\"喂\"},{\"speaker\":\"helpdesk\",\"text\":\"在\"}]}");
    assertThat(f.turns())
        .extracting(Turn::speaker)
        .containsExactly(Speaker.AGENT, Speaker.CUSTOMER, Speaker.AGENT);
    assertThat(
            refused(
                    "{\"id\":\"c\",\"channel\":\"call\",\"turns\":[{\"speaker\":\"SPEAKER_00\",\"text\":\"喂\"}]}")
                .reason())
        .isEqualTo("turns[1]: speaker \"SPEAKER_00\" is unknown; customer or agent");
  }

  @Test
  void aTranscriptThatNamesNobodyIsToldFromItsWordsOrRefused() {
    String call =
        "{\"id\":\"c\",\"channel\":\"call\",\"turns\":[{\"text\":\"A\"},{\"text\":\"B\"}]}";
    Envelope telling =
        new Envelope(
            EnvelopeOptions.defaults(),
            t -> t,
            HASH,
            Customers.none(),
            turns ->
                turns.stream().map(t -> t.equals("A") ? Speaker.AGENT : Speaker.CUSTOMER).toList());
    Feedback told = telling.read(record(call)).feedback();
    assertThat(told.turns())
        .extracting(Turn::speaker)
        .containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(told.attributes()).containsEntry("speakers_from", "segment");
    assertThat(refused(call).reason())
        .isEqualTo("turns[1]: speaker is missing; customer or agent, in every turn or in none");
    assertThat(
            telling
                .read(
                    record(
                        call.replace("{\"text\":\"A\"", "{\"speaker\":\"agent\",\"text\":\"A\"")))
                .deadLetter()
                .reason())
        .startsWith("turns[2]: speaker is missing");
  }

  @Test
  void anEndBeforeItsBeginIsLeftOutAndANegativeTimeRefused() {
    String call =
        "{\"id\":\"c\",\"channel\":\"call\",\"turns\":[{\"speaker\":\"customer\",\"text\":\"喂\",\"start_ms\":900,\"end_ms\":500}]}";
    assertThat(taken(call).turns().get(0).startMs()).isEqualTo(900);
    assertThat(taken(call).turns().get(0).endMs()).isNull();
    assertThat(refused(call.replace("900", "-1")).reason())
        .startsWith("turns[1]: start_ms must be");
  }

  @Test
  void fieldsAreRenamedAndFilledFromTheOptions() {
    EnvelopeOptions options =
        new EnvelopeOptions(
            Map.of("text", "comment", "published_at", "ts"),
            Channel.REVIEW,
            "demo",
            "shop",
            "Asia/Shanghai",
            "M/d/yyyy H:mm");
    Feedback f =
        envelope(options, EnvelopeTest::maskDigits)
            .read(
                record(
                    "{\"id\":\"1\",\"comment\":\"好\",\"ts\":\"2/4/2026 7:49\",\"channel\":\"ecommerce_review\"}"))
            .feedback();
    assertThat(f.text()).isEqualTo("好");
    assertThat(f.brand()).isEqualTo("demo");
    assertThat(f.source()).isEqualTo("shop");
    assertThat(f.channel()).isEqualTo(Channel.REVIEW);
    assertThat(f.publishedAt()).isEqualTo(Instant.parse("2026-02-03T23:49:00Z"));
    assertThat(f.attributes())
        .as("what the option overrode is kept")
        .containsEntry("channel", "ecommerce_review");
  }

  @Test
  void aWithdrawalNeedsNoText() {
    Feedback f = taken("{\"id\":\"1\",\"channel\":\"review\",\"deleted\":true}");
    assertThat(f.deleted()).isTrue();
    assertThat(f.text()).isEmpty();
  }

  @Test
  void halfAnEmojiDoesNotCostTheFeedback() {
    Feedback f = taken("{\"id\":\"1\",\"channel\":\"review\",\"text\":\"好用\\ud83d\"}");
    assertThat(f.text()).isEqualTo("好用\uFFFD");
  }

  @Test
  void customersGetTheirSegmentAndStageUnlessTheRecordKnowsBetter(@TempDir Path dir)
      throws Exception {
    Path file =
        Files.writeString(dir.resolve("crm.csv"), "customer,segment,stage\nC1,VIP,repeat_buyer\n");
    Envelope envelope =
        new Envelope(
            EnvelopeOptions.defaults(), EnvelopeTest::maskDigits, HASH, Customers.read(file, HASH));
    String base = "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"好\",\"customer\":\"C1\"";
    assertThat(envelope.read(record(base + "}")).feedback())
        .satisfies(f -> assertThat(f.segment()).isEqualTo("VIP"))
        .satisfies(f -> assertThat(f.stage()).isEqualTo("repeat_buyer"));
    assertThat(envelope.read(record(base + ",\"segment\":\"会员\"}")).feedback().segment())
        .isEqualTo("会员");
  }

  @Test
  void aCustomersFileThatCannotBeReadNamesTheLine(@TempDir Path dir) throws IOException {
    Path otherEncoding = dir.resolve("gbk.csv");
    Files.write(otherEncoding, new byte[] {'c', ',', (byte) 0xC4, '\n', '1', ',', '2', '\n'});
    assertThatThrownBy(() -> Customers.read(otherEncoding, HASH))
        .hasMessage("gbk.csv:1: the CSV header is not valid UTF-8; save the file as UTF-8");
    Path otherColumns = Files.writeString(dir.resolve("other.csv"), "id,segment\n1,VIP\n");
    assertThatThrownBy(() -> Customers.read(otherColumns, HASH))
        .hasMessageEndingWith("other.csv: no column \"customer\"; its columns are id, segment");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "| | the line is empty; one line holds one JSON object",
        "hello | | not JSON (column 6: Unrecognized token 'hello'",
        "[1] | | a JSON object is needed, this is a list; write {\"id\": ..., ...}",
        "{\"id\":\"1\" | | not JSON (column",
        "{\"id\":\"1\"} {} | | not JSON (column",
        "{\"id\":\"1\",\"id\":\"2\"} | | JSON with a field that stands twice: Duplicate field 'id'",
        "{\"channel\":\"review\",\"text\":\"x\"} | id | id is missing; every feedback needs one, unique per source",
        "{\"id\":\" \",\"channel\":\"review\",\"text\":\"x\"} | id | id is missing; every feedback needs one, unique per source",
        "{\"id\":\"1\",\"text\":\"x\"} | channel | channel is missing; one of review, social, call, chat, survey, or give --channel",
        "{\"id\":\"1\",\"channel\":\"fax\",\"text\":\"x\"} | channel | channel \"fax\" is unknown; one of review, social, call, chat, survey, or give --channel",
        "{\"id\":\"1\",\"channel\":\"review\"} | text | text is missing or empty; text or turns is needed",
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"  \"} | text | text is missing or empty; text or turns is needed",
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"\\u3000\\u00a0\\u200b\"} | text | text is missing or empty; text or turns is needed",
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":5} | text | text must be text, not a number",
        "{\"id\":\"1\",\"channel\":\"call\",\"turns\":[]} | text | text is missing or empty; text or turns is needed",
        "{\"id\":\"1\",\"channel\":\"call\",\"turns\":{}} | turns | turns must be a list, not an object",
        "{\"id\":\"1\",\"channel\":\"call\",\"turns\":[{\"speaker\":\"boss\",\"text\":\"x\"}]} | turns | turns[1]: speaker \"boss\" is unknown; customer or agent",
        "{\"id\":\"1\",\"channel\":\"call\",\"turns\":[{\"speaker\":\"agent\",\"text\":\"\"}]} | turns | turns holds no words; at least one turn must say something",
        "{\"id\":\"1\",\"channel\":\"call\",\"turns\":[{\"speaker\":\"agent\",\"text\":\"x\",\"start_ms\":-5}]} | turns | turns[1]: start_ms must be a number from 0 to 604800000, not \"-5\"",
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"x\",\"rating\":11} | rating | rating must be a number from 1 to 5, not \"11\"",
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"x\",\"rating\":\"five\"} | rating | rating must be a number from 1 to 5, not \"five\"",
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"x\",\"nps\":7.5} | nps | nps must be a whole number from 0 to 10, not 7.5",
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"x\",\"brand\":[\"A\"]} | brand | brand must be text, not a list",
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"x\",\"deleted\":\"maybe\"} | deleted | deleted must be true or false, not \"maybe\"",
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"x\",\"published_at\":\"yesterday\"} | published_at | published_at \"yesterday\" is no date of the form ISO 8601",
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"x\",\"published_at\":\"2026-02-30\"} | published_at | published_at \"2026-02-30\" is no date",
        "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"x\",\"published_at\":\"+30000-01-01T00:00:00Z\"} | published_at | published_at \"+30000-01-01T00:00:00Z\" is no date",
      })
  void aRecordThatBreaksTheContractSaysWhy(String line, String field, String reason) {
    DeadLetter letter = refused(line == null ? "" : line);
    assertThat(letter.field()).isEqualTo(field);
    assertThat(letter.reason()).startsWith(reason);
    assertThat(letter.origin()).isEqualTo("test.jsonl:7");
    assertThat(letter.stage()).isEqualTo("envelope");
  }

  @Test
  void aSurveyKeepsWhatItAnswersBesideItsText() {
    Feedback f =
        taken(
            """
            {"id": "s1", "channel": "survey", "text": "送得慢", "questionnaire": "csat", "wave": "2026Q3", "nps": 6, "answers": [
             {"indicator": "delivery.speed", "performance": 2, "expectation": "5", "scale": "1-5"},
             {"indicator": "price", "performance": 7.5, "scale": "0-10"}]}""");
    assertThat(f.survey())
        .isEqualTo(
            new Survey(
                "csat",
                "2026Q3",
                List.of(
                    new Answer("delivery.speed", 2.0, 5.0, 1, 5),
                    new Answer("price", 7.5, null, 0, 10))));
    assertThat(f.text()).isEqualTo("送得慢");
    assertThat(f.nps()).isEqualTo(6);
    assertThat(f.attributes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"nps\": 3",
        "\"rating\": 4, \"text\": \" \"",
        "\"answers\": [{\"indicator\": \"price\", \"performance\": 1, \"scale\": \"1-5\"}]"
      })
  void whoAnswersAQuestionnaireNeedNotWrite(String answered) {
    Feedback f =
        taken("{\"id\":1,\"channel\":\"survey\",\"questionnaire\":\"csat\"," + answered + "}");
    assertThat(f.text()).isEmpty();
    assertThat(f.survey().wave()).isNull();
  }

  @Test
  void inOtherChannelsTheFieldsOfASurveyAreFieldsLikeAnyOther() {
    Feedback f =
        taken(
            "{\"id\":1,\"channel\":\"review\",\"text\":\"x\",\"questionnaire\":\"q\",\"wave\":2,\"answers\":\"none\"}");
    assertThat(f.survey()).isNull();
    assertThat(f.attributes())
        .isEqualTo(Map.of("questionnaire", "q", "wave", "2", "answers", "none"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"answers\":[{\"indicator\":\"price\",\"performance\":1,\"scale\":\"1-5\"}] | questionnaire | questionnaire is missing; answers need the id of what they answer",
        "\"questionnaire\":\"q\" | text | text is missing or empty; text, answers, nps or rating is needed",
        "\"questionnaire\":\"q\",\"answers\":[] | text | text is missing or empty; text, answers, nps or rating is needed",
        "\"questionnaire\":\"q\",\"answers\":{} | answers | answers must be a list, not an object",
        "\"questionnaire\":\"q\",\"answers\":[5] | answers | answers[1] must be an object, not a number",
        "\"questionnaire\":\"q\",\"answers\":[{\"performance\":1,\"scale\":\"1-5\"}] | answers | answers[1]: indicator is missing; write its code, such as delivery.speed",
        "\"questionnaire\":\"q\",\"answers\":[{\"indicator\":\"价格\",\"performance\":1,\"scale\":\"1-5\"}] | answers | answers[1]: indicator \"价格\" is no code; write one such as delivery.speed",
        "\"questionnaire\":\"q\",\"answers\":[{\"indicator\":\"price\",\"performance\":1}] | answers | answers[1]: scale is missing; write its worst and its best value, such as 1-5",
        "\"questionnaire\":\"q\",\"answers\":[{\"indicator\":\"price\",\"performance\":1,\"scale\":\"5-1\"}] | answers | answers[1]: scale \"5-1\" is none; write its worst and its best value, such as 1-5",
        "\"questionnaire\":\"q\",\"answers\":[{\"indicator\":\"price\",\"performance\":1,\"scale\":\"1-5\"},{\"indicator\":\"price\",\"performance\":6,\"scale\":\"1-5\"}] | answers | answers[2]: performance must be a number from 1 to 5, not \"6\"",
        "\"questionnaire\":\"q\",\"answers\":[{\"indicator\":\"price\",\"expectation\":\"high\",\"scale\":\"1-5\"}] | answers | answers[1]: expectation must be a number from 1 to 5, not \"high\"",
        "\"questionnaire\":\"q\",\"answers\":[{\"indicator\":\"price\",\"scale\":\"1-5\"}] | answers | answers[1]: neither performance nor expectation is given; leave out what was not answered",
      })
  void answersThatBreakTheContractSayWhy(String fields, String field, String reason) {
    DeadLetter letter = refused("{\"id\":1,\"channel\":\"survey\"," + fields + "}");
    assertThat(letter.field()).isEqualTo(field);
    assertThat(letter.reason()).isEqualTo(reason);
  }

  @Test
  void aTextOfAMegabyteIsRefusedAndItsLetterStaysSmall() {
    DeadLetter letter =
        refused("{\"id\":\"1\",\"channel\":\"review\",\"text\":\"" + "很".repeat(350_000) + "\"}");
    assertThat(letter.reason())
        .isEqualTo("text has 350,000 characters, the limit is 200,000; split it");
    assertThat(letter.raw()).hasSize(DeadLetter.MAX_RAW);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-03, 2026-10-03T00:00:00Z",
    "2026-10-03 08:15, 2026-10-03T08:15:00Z",
    "2026-10-03T08:15:00.123Z, 2026-10-03T08:15:00.123Z",
    "2026-10-03T08:15:00+0800, 2026-10-03T00:15:00Z",
    "2015-04-11T03:18:17+00:00, 2015-04-11T03:18:17Z",
  })
  void theFormsOfIso8601AreRead(String given, Instant expected) {
    assertThat(
            taken(
                    "{\"id\":\"1\",\"channel\":\"review\",\"text\":\"x\",\"published_at\":\""
                        + given
                        + "\"}")
                .publishedAt())
        .isEqualTo(expected);
  }

  private static Feedback taken(String json) {
    Intake intake =
        envelope(EnvelopeOptions.defaults(), EnvelopeTest::maskDigits).read(record(json));
    assertThat(intake.deadLetter()).isNull();
    return intake.feedback();
  }

  private static DeadLetter refused(String json) {
    Intake intake =
        envelope(EnvelopeOptions.defaults(), EnvelopeTest::maskDigits).read(record(json));
    assertThat(intake.feedback()).isNull();
    return intake.deadLetter();
  }

  private static Envelope envelope(EnvelopeOptions options, UnaryOperator<String> mask) {
    return new Envelope(options, mask, HASH, Customers.none());
  }

  private static String maskDigits(String text) {
    return text.replaceAll("1[0-9]{10}", "***********");
  }

  private static RawRecord record(String json) {
    return new RawRecord("test.jsonl:7", json, json.length(), null);
  }
}
