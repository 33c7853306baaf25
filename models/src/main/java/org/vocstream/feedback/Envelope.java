package org.vocstream.feedback;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The door of the system: a record becomes a feedback, or a dead letter with a reason that a person
 * understands. Personal data is masked here, before anything else sees the text. Immutable,
 * thread-safe.
 */
public final class Envelope {
  /** UTF-16 units of text of one feedback at the most. */
  public static final int MAX_TEXT = 200_000;

  /** UTF-16 units of an id, a name or any other short field at the most. */
  public static final int MAX_NAME = 512;

  private static final int MAX_URL = 4096;

  private static final ObjectReader JSON =
      UntrustedJson.mapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readerFor(JsonNode.class)
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final EnvelopeOptions options;
  private final PublishedAt dates;
  private final UnaryOperator<String> mask;
  private final KeyedHash hash;
  private final Customers customers;
  private final SpeakerRoles roles;

  /**
   * An envelope reader.
   *
   * @param options what is renamed and filled
   * @param mask replaces personal data in a text by as many mask characters; thread-safe
   * @param hash makes pseudonyms of authors and customers
   * @param customers what is known of customers
   * @throws DateTimeException where the options name an unknown zone
   * @throws IllegalArgumentException where the date format is no pattern
   */
  public Envelope(
      EnvelopeOptions options, UnaryOperator<String> mask, KeyedHash hash, Customers customers) {
    this(options, mask, hash, customers, null);
  }

  /**
   * An envelope reader that takes in transcripts which name no speaker.
   *
   * @param roles tells who speaks in them; such a feedback has the attribute {@code speakers_from}
   *     with the value {@code segment}. Null: they are dead letters
   * @throws DateTimeException where the options name an unknown zone
   * @throws IllegalArgumentException where the date format is no pattern
   */
  public Envelope(
      EnvelopeOptions options,
      UnaryOperator<String> mask,
      KeyedHash hash,
      Customers customers,
      SpeakerRoles roles) {
    this.options = options;
    this.dates = new PublishedAt(options.zone(), options.dateFormat());
    this.mask = mask;
    this.hash = hash;
    this.customers = customers;
    this.roles = roles;
  }

  /** Reads one record; never throws for what stands in it. */
  public Intake read(RawRecord raw) {
    try {
      if (raw.problem() != null) {
        throw new EnvelopeException(null, raw.problem());
      }
      return new Intake(feedbackOf(new RecordFields(object(raw.json()), options.fields())), null);
    } catch (EnvelopeException e) {
      return new Intake(null, deadLetter(raw, e));
    }
  }

  private DeadLetter deadLetter(RawRecord raw, EnvelopeException e) {
    String text = raw.json();
    String kept = text.length() > DeadLetter.MAX_RAW ? text.substring(0, DeadLetter.MAX_RAW) : text;
    return new DeadLetter(
        raw.origin(),
        DeadLetter.ENVELOPE,
        e.field(),
        mask.apply(e.getMessage()),
        mask.apply(RecordFields.wellFormed(kept)));
  }

  private static ObjectNode object(String line) throws EnvelopeException {
    if (line.isBlank()) {
      throw new EnvelopeException(null, "the line is empty; one line holds one JSON object");
    }
    try {
      JsonNode node = JSON.readTree(line);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new EnvelopeException(
          null,
          "a JSON object is needed, this is "
              + RecordFields.kind(node)
              + "; write {\"id\": ..., ...}");
    } catch (JsonProcessingException e) {
      String what = e.getOriginalMessage().lines().findFirst().orElse("");
      if (what.startsWith("Duplicate field")) {
        throw new EnvelopeException(null, "JSON with a field that stands twice: " + what);
      }
      throw new EnvelopeException(
          null,
          String.format(
              "not JSON (column %d: %s); one line holds one JSON object",
              e.getLocation() == null ? 0 : e.getLocation().getColumnNr(), what));
    }
  }

  private Feedback feedbackOf(RecordFields fields) throws EnvelopeException {
    String id = fields.takeText("id", MAX_NAME);
    if (id == null) {
      throw new EnvelopeException(
          "id", "id is missing; every feedback needs one, unique per source");
    }
    boolean deleted = fields.takeFlag("deleted");
    String givenChannel = fields.takeText("channel", MAX_NAME);
    Channel channel = channelOf(givenChannel);
    Survey survey = channel == Channel.SURVEY ? SurveyFields.take(fields, mask) : null;
    Double rating = fields.takeNumber("rating", 1, 5);
    Double nps = fields.takeNumber("nps", 0, 10);
    if (nps != null && nps != Math.rint(nps)) {
      throw new EnvelopeException("nps", "nps must be a whole number from 0 to 10, not " + nps);
    }
    boolean answered =
        survey != null && (!survey.answers().isEmpty() || nps != null || rating != null);
    Transcript transcript = Transcript.read(fields.take("turns"), mask, roles);
    String text = textOf(fields.take("text"), transcript, survey, deleted || answered);
    String author = pseudonym(fields.takeText("author", MAX_NAME));
    String customer = pseudonym(fields.takeText("customer", MAX_NAME));
    Customers.Customer known = customers.find(customer);
    String segment = fields.takeText("segment", MAX_NAME);
    String stage = fields.takeText("stage", MAX_NAME);
    return new Feedback(
        id,
        orElse(fields.takeText("source", MAX_NAME), options.source()),
        channel,
        text,
        transcript.turns(),
        fields.takeText("lang", MAX_NAME),
        orElse(fields.takeText("brand", MAX_NAME), options.brand()),
        masked(fields.takeText("product", MAX_NAME)),
        author,
        customer,
        segment == null && known != null ? known.segment() : segment,
        stage == null && known != null ? known.stage() : stage,
        publishedAt(fields.takeText("published_at", MAX_NAME)),
        rating,
        nps == null ? null : nps.intValue(),
        fields.takeText("touchpoint", MAX_NAME),
        masked(fields.takeText("url", MAX_URL)),
        fields.takeText("reply_to", MAX_NAME),
        deleted,
        attributes(fields, givenChannel, channel, transcript.guessed()),
        survey);
  }

  /** With a channel in the options, a channel of the input that is none of ours gives way to it. */
  private Channel channelOf(String given) throws EnvelopeException {
    Channel known = given == null ? null : Channel.of(given).orElse(null);
    if (known != null) {
      return known;
    }
    if (options.channel() != null) {
      return options.channel();
    }
    throw new EnvelopeException(
        "channel",
        given == null
            ? "channel is missing; one of " + Channel.codes() + ", or give --channel"
            : "channel \""
                + given
                + "\" is unknown; one of "
                + Channel.codes()
                + ", or give --channel");
  }

  private String textOf(JsonNode given, Transcript transcript, Survey survey, boolean mayBeMissing)
      throws EnvelopeException {
    if (!transcript.turns().isEmpty()) {
      return transcript.text();
    }
    if (given != null && !given.isTextual()) {
      throw new EnvelopeException("text", "text must be text, not " + RecordFields.kind(given));
    }
    if (given == null || RecordFields.isBlank(given.asText())) {
      if (mayBeMissing) {
        return "";
      }
      throw new EnvelopeException(
          "text",
          "text is missing or empty; "
              + (survey == null ? "text or turns" : "text, answers, nps or rating")
              + " is needed");
    }
    // Checked before it is masked: masking costs time in proportion to the length.
    return mask.apply(checked(RecordFields.wellFormed(given.asText())));
  }

  static String checked(String text) throws EnvelopeException {
    if (text.length() > MAX_TEXT) {
      throw new EnvelopeException(
          "text",
          String.format(
              "text has %,d characters, the limit is %,d; split it", text.length(), MAX_TEXT));
    }
    return text;
  }

  private Instant publishedAt(String given) throws EnvelopeException {
    try {
      return given == null ? null : dates.read(given);
    } catch (DateTimeException e) {
      String form =
          options.dateFormat() == null
              ? "ISO 8601 such as 2026-10-03T08:15:00+08:00"
              : options.dateFormat();
      throw new EnvelopeException(
          "published_at",
          "published_at \"" + given + "\" is no date of the form " + form + ", 1990 to 2100");
    }
  }

  private Map<String, String> attributes(
      RecordFields fields, String givenChannel, Channel channel, boolean guessed) {
    Map<String, String> attributes = new TreeMap<>();
    fields.rest().forEach((name, value) -> attributes.put(name, masked(value)));
    if (givenChannel != null && Channel.of(givenChannel).orElse(null) != channel) {
      attributes.put("channel", givenChannel);
    }
    if (guessed) {
      attributes.put("speakers_from", "segment");
    }
    return attributes;
  }

  private String pseudonym(String person) {
    return person == null ? null : hash.of(person);
  }

  private String masked(String text) {
    return text == null ? null : mask.apply(text);
  }

  private static String orElse(String given, String otherwise) {
    return given == null ? otherwise : given;
  }
}
