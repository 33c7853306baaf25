package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.settings.SettingFile;
import org.vocstream.jobs.settings.SettingKind;
import org.vocstream.opinion.Mention;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.ScoringOptions;

class JobArgumentsTest {
  private static final Map<String, String> SECRET =
      Map.of("VOC_HASH_KEY", "a key that only tests know");
  private static final String[] LEAST = {
    "--input", "a.jsonl", "--pack", "cosmetics", "--elasticsearch", "http://host:9200"
  };

  @Test
  void whatIsNotGivenHasADefault() throws Exception {
    FeedbackScoringOptions options = JobArguments.parse(LEAST, SECRET);
    assertThat(options.inputs()).containsExactly(Path.of("a.jsonl"));
    assertThat(options.elasticsearch()).isEqualTo(URI.create("http://host:9200"));
    assertThat(options.watch()).isFalse();
    assertThat(options.scoring()).isEqualTo(ScoringOptions.STANDARD);
    assertThat(options.retryFor()).isEqualTo(Duration.ofMinutes(15));
    assertThat(options.envelope().source()).isEqualTo("default");
  }

  @Test
  void fieldsAndFillsAreThoseOfVocRun() throws Exception {
    FeedbackScoringOptions options =
        parse(
            "--map",
            "text=comment,published_at=ts",
            "--channel",
            "call",
            "--watch",
            "true",
            "--models",
            "../models/trained",
            "--effort",
            "fast",
            "--competitors",
            "../sample/competitors.yaml");
    assertThat(options.scoring().competitors().own()).isEqualTo("沐禾");
    assertThat(options.scoring().models().folder()).contains(Path.of("../models/trained"));
    assertThat(options.scoring().effort()).isEqualTo(Effort.FAST);
    assertThat(options.envelope().fields())
        .isEqualTo(Map.of("text", "comment", "published_at", "ts"));
    assertThat(options.envelope().channel()).isEqualTo(Channel.CALL);
    assertThat(options.watch()).isTrue();
  }

  @Test
  void settingsComeFromATopicOrFromFilesWhereTheJobGoesOn() throws Exception {
    assertThat(ofKafka().kafka().settingsTopic()).isEqualTo("voc.settings");
    assertThat(ofKafka("--settings-topic", "none").kafka().settingsTopic()).isNull();
    assertThat(ofKafka("--once", "true").kafka().settingsTopic()).as("it ends").isNull();
    assertThatThrownBy(() -> ofKafka("--settings-topic", "voc.calls"))
        .hasMessageContaining("--settings-topic voc.calls is read as feedback");
    assertThat(
            parse(
                    "--watch",
                    "true",
                    "--watch-settings",
                    "true",
                    "--competitors",
                    "../sample/competitors.yaml")
                .watchedSettings())
        .containsExactly(new SettingFile(SettingKind.COMPETITORS, "../sample/competitors.yaml"));
    assertThatThrownBy(() -> parse("--watch-settings", "true"))
        .hasMessageContaining("--watch-settings is for a job that goes on");
    assertThatThrownBy(() -> parse("--watch", "true", "--watch-settings", "true"))
        .hasMessageContaining("is a bundled one, which never changes");
  }

  @Test
  void feedbackIsReadFromKafkaWhereThatIsGiven() throws Exception {
    FeedbackScoringOptions options = ofKafka();
    assertThat(options.inputs()).isEmpty();
    assertThat(options.kafka().connection().topics().names())
        .containsExactly("voc.calls", "voc.reviews", "voc.social", "voc.surveys");
    assertThat(options.kafka().connection().topics().channelOf("voc.calls"))
        .isEqualTo(Channel.CALL);
    assertThat(options.kafka().deadLetterTopic()).isEqualTo("voc.dead-letters");
    assertThat(options.kafka().endless()).isTrue();

    KafkaOptions other =
        ofKafka(
                "--topics",
                "survey=acme.nps,review=acme.voices,social=acme.voices",
                "--dead-letter-topic",
                "none",
                "--once",
                "true",
                "--idle-after",
                "5")
            .kafka();
    assertThat(other.connection().topics().names()).containsExactly("acme.nps", "acme.voices");
    assertThat(other.connection().topics().channelOf("acme.voices")).isEqualTo(Channel.REVIEW);
    assertThat(other.deadLetterTopic()).isNull();
    assertThat(other.endless()).isFalse();
    assertThat(other.idleAfter()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void whatKafkaIsToldWronglyIsNamedWithWhatToDo() {
    assertThatThrownBy(() -> ofKafka("--input", "a.jsonl"))
        .hasMessage("--input is for files and --kafka for topics; give one of the two");
    assertThatThrownBy(() -> ofKafka("--topics", "voc.reviews"))
        .hasMessageStartingWith("--topics voc.reviews: write CHANNEL=TOPIC, as in review=voc");
    assertThatThrownBy(() -> ofKafka("--topics", "fax=voc.fax"))
        .hasMessage(
            "--topics fax=voc.fax: channel fax is unknown; one of review, social, call, chat, survey");
    assertThatThrownBy(() -> ofKafka("--topics", "review=a,review=b"))
        .hasMessage("--topics: channel review stands twice; give it one topic");
    assertThatThrownBy(() -> ofKafka("--topics", "review=客户"))
        .hasMessageContaining("a topic's name has 1 to 249 letters");
    assertThatThrownBy(() -> ofKafka("--dead-letter-topic", "voc.calls"))
        .hasMessageContaining("is read as feedback");
    assertThatThrownBy(() -> ofKafka("--kafka", "broker"))
        .hasMessage("--kafka broker: write HOST:PORT, several with commas between");
    assertThatThrownBy(() -> ofKafka("--kafka-properties", "nowhere.properties"))
        .hasMessageContaining("nowhere.properties: no such file");
  }

  @Test
  void modelsAndPackMayStandOnAFileSystemOfFlinks() throws Exception {
    String models = Path.of("../models/trained").toRealPath().toUri().toString();
    String pack = Path.of("../models/packs/hotel.yaml").toRealPath().toUri().toString();
    FeedbackScoringOptions options = parse("--models", models, "--pack", pack);
    ScoredFeedback scored =
        Scoring.with(options.pack(), options.scoring(), options.modelsAt())
            .scorer()
            .score(Feedback.of("r1", Channel.REVIEW, null, "房间很脏，前台态度差"));
    assertThat(scored.mentions()).extracting(Mention::polarity).contains(-1);
    assertThat(scored.scoredBy()).startsWith("hotel@");

    assertThatThrownBy(() -> parse("--models", "s9://bucket/models"))
        .hasMessageStartingWith("--models s9://bucket/models: ")
        .hasMessageContaining("scheme");
  }

  @Test
  void aRescoringTakesThemFromThereTooAndSoDoesWhoeverCompletesIt() {
    String models = Path.of("../models/trained").toUri().toString();
    String pack = Path.of("../models/packs/hotel.yaml").toUri().toString();
    RescoreOptions options =
        JobArguments.rescoring(
            new String[] {
              "--pack", pack, "--models", models, "--elasticsearch", "http://host:9200"
            });
    assertThat(options.scoredBy()).startsWith("hotel@");
    assertThat(
            RescoreOptions.of(
                options.scores(),
                options.elasticsearch(),
                options.parallelism(),
                options.retryFor()))
        .isEqualTo(options);
    assertThatThrownBy(
            () ->
                JobArguments.rescoring(
                    new String[] {"--pack", "hotel", "--models", "s9://bucket/models"}))
        .hasMessageStartingWith("--models s9://bucket/models: ");
  }

  @Test
  void aRescoringNeedsPackAndIndexAlone() {
    RescoreOptions options =
        JobArguments.rescoring(
            new String[] {
              "--pack", "hotel", "--elasticsearch", "http://host:9200", "--effort", "fast"
            });
    assertThat(options.pack()).isEqualTo("hotel");
    assertThat(options.scoring().effort()).isEqualTo(Effort.FAST);
    assertThat(
            RescoreOptions.of(
                options.scores(),
                options.elasticsearch(),
                options.parallelism(),
                options.retryFor()))
        .as("what a generation keeps is enough to score like it")
        .isEqualTo(options);
  }

  @Test
  void aMistakeIsNamedWithWhatToDo() {
    assertThatThrownBy(() -> parse("--chanel", "call"))
        .hasMessageContaining("unknown argument --chanel; did you mean \"channel\"?");
    assertThatThrownBy(() -> parse("--channel", "fax"))
        .hasMessageStartingWith("--channel fax is unknown; one of review");
    assertThatThrownBy(() -> parse("--effort", "great"))
        .hasMessage("--effort great is unknown; one of fast, standard, deep");
    assertThatThrownBy(() -> parse("--encoder", "mine")).hasMessageContaining("--effort deep");
    assertThatThrownBy(() -> parse("--models", "nowhere"))
        .hasMessageContaining("nowhere: no such directory");
    assertThatThrownBy(() -> parse("--competitors", "nobody.yaml"))
        .hasMessage("nobody.yaml: there is no such file; correct the path");
    assertThatThrownBy(() -> parse("--map", "text")).hasMessage("--map text: write FIELD=NAME");
    assertThatThrownBy(() -> parse("--parallelism", "0"))
        .hasMessage("--parallelism 0: a whole number from 1 on is needed");
    assertThatThrownBy(() -> parse("--watch")).hasMessageStartingWith("--watch needs a value");
    assertThatThrownBy(() -> JobArguments.parse(new String[0], SECRET))
        .hasMessage("--input is missing");
    assertThatThrownBy(() -> JobArguments.parse(LEAST, Map.of()))
        .hasMessageStartingWith("VOC_HASH_KEY is not set");
  }

  @Test
  void theTextFormHidesTheSecret() throws Exception {
    assertThat(JobArguments.parse(LEAST, SECRET).toString())
        .contains("cosmetics")
        .doesNotContain("only tests know");
  }

  private static FeedbackScoringOptions ofKafka(String... more) throws Exception {
    String[] least = {
      "--kafka", "a:9092,b:9092", "--pack", "cosmetics", "--elasticsearch", "http://host:9200"
    };
    String[] all = Stream.of(least, more).flatMap(Arrays::stream).toArray(String[]::new);
    return JobArguments.parse(all, SECRET);
  }

  private static FeedbackScoringOptions parse(String... more) throws Exception {
    String[] all = Stream.of(LEAST, more).flatMap(Arrays::stream).toArray(String[]::new);
    return JobArguments.parse(all, SECRET);
  }
}
