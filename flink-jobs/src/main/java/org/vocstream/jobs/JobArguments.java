package org.vocstream.jobs;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vocstream.elasticsearch.Secrets;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.jobs.kafka.FeedbackTopics;
import org.vocstream.jobs.kafka.KafkaConnection;
import org.vocstream.jobs.kafka.KafkaOptions;
import org.vocstream.jobs.kafka.KafkaProperties;
import org.vocstream.jobs.settings.SettingFile;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.pack.NearestName;
import org.vocstream.scoring.Effort;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.suspect.SuspectOptions;

/**
 * The arguments of {@link FeedbackScoringJob#main} and {@link RescoreJob#main}, {@code --name
 * value}: those of {@code voc run}, for a cluster on which there is no command line. The hash key
 * comes from {@code VOC_HASH_KEY} (or the file in {@code VOC_HASH_KEY_FILE}), for an argument would
 * stand on Flink's web page.
 */
final class JobArguments {
  private static final List<String> NAMES =
      List.of(
          "brand",
          "channel",
          "competitors",
          "corenlp",
          "corenlp-seconds",
          "corenlp-sure-from",
          "corenlp-words",
          "customers",
          "date-format",
          "dead-letter-topic",
          "effort",
          "elasticsearch",
          "encoder",
          "group",
          "idle-after",
          "input",
          "kafka",
          "kafka-properties",
          "map",
          "models",
          "once",
          "pack",
          "parallelism",
          "retry-for",
          "rules",
          "settings-topic",
          "source",
          "suspect-window",
          "topics",
          "watch",
          "watch-settings",
          "zone");

  private static final String HASH_KEY = "VOC_HASH_KEY";

  private final Map<String, String> values = new TreeMap<>();

  private JobArguments(String[] arguments) {
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].replaceFirst("^--", "");
      if (!arguments[i].startsWith("--") || !NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "unknown argument " + arguments[i] + NearestName.advice(name, NAMES));
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "--" + name + " needs a value (--watch true, for example)");
      }
      values.put(name, arguments[i + 1]);
    }
  }

  /**
   * The options that these arguments ask for.
   *
   * @param environment holds the hash key
   * @throws IllegalArgumentException where an argument is unknown, missing or wrong; the message
   *     says which and what to do
   * @throws IOException where the customers or the properties of Kafka cannot be read
   */
  static FeedbackScoringOptions parse(String[] arguments, Map<String, String> environment)
      throws IOException {
    JobArguments given = new JobArguments(arguments);
    byte[] hashKey =
        Secrets.find(environment, HASH_KEY)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        HASH_KEY
                            + " is not set: the secret under which authors and customers become pseudonyms"))
            .getBytes(StandardCharsets.UTF_8);
    String customers = given.values.get("customers");
    return new FeedbackScoringOptions(
        given.inputs(),
        given.isTrue("watch"),
        given.kafka(),
        given.required("pack"),
        given.scoring(),
        given.watchedSettings(),
        given.modelsAt(),
        given.envelope(),
        new FeedbackScoringOptions.Secret(hashKey),
        customers == null
            ? Customers.none()
            : Customers.read(Path.of(customers), new KeyedHash(hashKey)),
        URI.create(given.required("elasticsearch")),
        given.number("parallelism", 1),
        given.values.containsKey("rules")
            ? AlertRules.read(given.path("rules"))
            : AlertRules.bundled(),
        Duration.ofSeconds(given.number("retry-for", 900)),
        SuspectOptions.within(
            Duration.ofDays(
                given.number("suspect-window", (int) SuspectOptions.STANDARD.window().toDays()))));
  }

  /**
   * The options of {@link RescoreJob} that these arguments ask for.
   *
   * @throws IllegalArgumentException where an argument is unknown, missing or wrong; the message
   *     says which and what to do
   */
  static RescoreOptions rescoring(String[] arguments) {
    JobArguments given = new JobArguments(arguments);
    return new RescoreOptions(
        given.required("pack"),
        given.scoring(),
        given.modelsAt(),
        given.path("competitors"),
        given.or("zone", "UTC"),
        URI.create(given.required("elasticsearch")),
        given.number("parallelism", 1),
        Duration.ofSeconds(given.number("retry-for", 900)));
  }

  private List<Path> inputs() {
    if (!values.containsKey("kafka")) {
      return Arrays.stream(required("input").split(",")).map(Path::of).toList();
    }
    for (String ofFiles : List.of("input", "watch")) {
      if (values.containsKey(ofFiles)) {
        throw new IllegalArgumentException(
            "--" + ofFiles + " is for files and --kafka for topics; give one of the two");
      }
    }
    return List.of();
  }

  private List<SettingFile> watchedSettings() {
    if (!isTrue("watch-settings")) {
      return List.of();
    }
    if (!isTrue("watch") && (!values.containsKey("kafka") || isTrue("once"))) {
      throw new IllegalArgumentException(
          "--watch-settings is for a job that goes on; give --watch true, or --kafka without --once");
    }
    return SettingFile.watched(required("pack"), values.get("competitors"));
  }

  private KafkaOptions kafka() throws IOException {
    String brokers = values.get("kafka");
    if (brokers == null) {
      return null;
    }
    return new KafkaOptions(
        new KafkaConnection(
            brokers,
            FeedbackTopics.parse(or("topics", FeedbackTopics.STANDARD)),
            values.containsKey("kafka-properties")
                ? KafkaProperties.read(path("kafka-properties"))
                : KafkaProperties.NONE),
        or("group", KafkaOptions.GROUP),
        or("dead-letter-topic", KafkaOptions.DEAD_LETTERS),
        or("settings-topic", KafkaOptions.SETTINGS),
        !isTrue("once"),
        Duration.ofSeconds(number("idle-after", KafkaOptions.IDLE_SECONDS)));
  }

  private ScoringOptions scoring() {
    String effort = or("effort", Effort.STANDARD.code());
    return new ScoringOptions(
        Effort.of(effort)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--effort " + effort + " is unknown; one of fast, standard, deep")),
        ModelFolder.of(modelsLocation() == null ? path("models") : null),
        path("encoder"),
        values.containsKey("competitors")
            ? CompetitorSet.load(path("competitors"))
            : CompetitorSet.NONE,
        EnglishArguments.read(values));
  }

  private String modelsLocation() {
    return LocalCopy.isNeededFor(values.get("models")) ? values.get("models") : null;
  }

  /** Where models are to be copied from; read once here, so that what is wrong is said at once. */
  private String modelsAt() {
    String location = modelsLocation();
    if (location != null) {
      try (LocalCopy copy = LocalCopy.of(location)) {
        var unused = ModelFolder.of(copy.path());
      } catch (IOException e) {
        throw new IllegalArgumentException("--models " + location + ": " + e.getMessage(), e);
      }
    }
    return location;
  }

  private Path path(String name) {
    return values.containsKey(name) ? Path.of(values.get(name)) : null;
  }

  private EnvelopeOptions envelope() {
    String channel = values.get("channel");
    return new EnvelopeOptions(
        fields(),
        channel == null
            ? null
            : Channel.of(channel)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "--channel " + channel + " is unknown; one of " + Channel.codes())),
        values.get("brand"),
        or("source", "default"),
        or("zone", "UTC"),
        values.get("date-format"));
  }

  private Map<String, String> fields() {
    return Arrays.stream(or("map", "").split(","))
        .filter(pair -> !pair.isBlank())
        .map(pair -> pair.split("=", 2))
        .peek(
            pair -> {
              if (pair.length < 2) {
                throw new IllegalArgumentException("--map " + pair[0] + ": write FIELD=NAME");
              }
            })
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private int number(String name, int otherwise) {
    String value = or(name, Integer.toString(otherwise));
    if (!value.matches("[1-9][0-9]{0,6}")) {
      throw new IllegalArgumentException(
          "--" + name + " " + value + ": a whole number from 1 on is needed");
    }
    return Integer.parseInt(value);
  }

  private String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return value;
  }

  private boolean isTrue(String name) {
    return Boolean.parseBoolean(or(name, "false"));
  }

  private String or(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}
