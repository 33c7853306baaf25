package org.vocstream.feedback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One item of customer voice: a review, post, transcript or survey answer, as {@link Envelope} took
 * it in. Personal data is masked already, so a feedback may stand in state, logs and indices.
 * Immutable.
 *
 * @param id unique per source, never blank
 * @param source where it came from, never blank; {@code default} where the input names none
 * @param channel the way by which it came
 * @param text the stored text: the original with personal data masked, mask as long as what it
 *     masks; of a transcript its turns joined with a line feed. All offsets refer to it, in UTF-16
 *     units. Empty only where {@code deleted}, or where a respondent answered a questionnaire
 *     without a word
 * @param turns the turns of a transcript in order; empty for anything else
 * @param declaredLang the language the input claims, or null
 * @param brand whose product it is about, or null
 * @param product the product, or null
 * @param author keyed hash of the author, or null
 * @param customer keyed hash of the customer, or null
 * @param segment customer segment, or null
 * @param stage loyalty stage (suspect, prospect, first_buyer, repeat_buyer, advocate), or null
 * @param publishedAt when it was published, or null where the input does not say
 * @param rating 1..5, or null
 * @param nps 0..10, or null
 * @param touchpoint the touchpoint at which it was given, or null
 * @param url where it can be read, or null
 * @param replyTo the id of the feedback on which this is a later comment (追评), or null
 * @param deleted true: the feedback with this id is taken back
 * @param attributes fields that the envelope does not know, as text, in order of name
 * @param survey what it answers to a questionnaire, or null
 */
public record Feedback(
    String id,
    String source,
    Channel channel,
    String text,
    List<Turn> turns,
    String declaredLang,
    String brand,
    String product,
    String author,
    String customer,
    String segment,
    String stage,
    Instant publishedAt,
    Double rating,
    Integer nps,
    String touchpoint,
    String url,
    String replyTo,
    boolean deleted,
    Map<String, String> attributes,
    Survey survey) {

  /** A feedback that answers no questionnaire. */
  public Feedback(
      String id,
      String source,
      Channel channel,
      String text,
      List<Turn> turns,
      String declaredLang,
      String brand,
      String product,
      String author,
      String customer,
      String segment,
      String stage,
      Instant publishedAt,
      Double rating,
      Integer nps,
      String touchpoint,
      String url,
      String replyTo,
      boolean deleted,
      Map<String, String> attributes) {
    this(
        id,
        source,
        channel,
        text,
        turns,
        declaredLang,
        brand,
        product,
        author,
        customer,
        segment,
        stage,
        publishedAt,
        rating,
        nps,
        touchpoint,
        url,
        replyTo,
        deleted,
        attributes,
        null);
  }

  /**
   * Identity across sources: {@code source/id}, with a slash in the source written {@code %2F} so
   * that no two feedback share a key. Two records with one key are versions of one feedback.
   */
  @JsonIgnore
  public String key() {
    return key(id);
  }

  /**
   * Key of the feedback on which this is a later comment, or its own where it is none: the same for
   * all that belongs together.
   */
  @JsonIgnore
  public String threadKey() {
    return key(replyTo == null ? id : replyTo);
  }

  private String key(String ofSource) {
    boolean plain = source.indexOf('/') < 0 && source.indexOf('%') < 0;
    return (plain ? source : source.replace("%", "%25").replace("/", "%2F")) + "/" + ofSource;
  }

  /** True for a call or chat, which is scored turn by turn. */
  @JsonIgnore
  public boolean isTranscript() {
    return !turns.isEmpty();
  }

  /** The same feedback about a brand of this name. */
  public Feedback ofBrand(String name) {
    return new Feedback(
        id,
        source,
        channel,
        text,
        turns,
        declaredLang,
        name,
        product,
        author,
        customer,
        segment,
        stage,
        publishedAt,
        rating,
        nps,
        touchpoint,
        url,
        replyTo,
        deleted,
        attributes,
        survey);
  }

  /** The same feedback with these answers to a questionnaire. */
  public Feedback withSurvey(Survey answered) {
    return new Feedback(
        id,
        source,
        channel,
        text,
        turns,
        declaredLang,
        brand,
        product,
        author,
        customer,
        segment,
        stage,
        publishedAt,
        rating,
        nps,
        touchpoint,
        url,
        replyTo,
        deleted,
        attributes,
        answered);
  }

  /** The same feedback as a call or chat of these turns. */
  public Feedback withTurns(List<Turn> said) {
    return new Feedback(
        id,
        source,
        channel,
        text,
        said,
        declaredLang,
        brand,
        product,
        author,
        customer,
        segment,
        stage,
        publishedAt,
        rating,
        nps,
        touchpoint,
        url,
        replyTo,
        deleted,
        attributes,
        survey);
  }

  /** The smallest feedback: the given text and nothing else known. For tests and quick trials. */
  public static Feedback of(String id, Channel channel, String brand, String text) {
    return new Feedback(
        id, "default", channel, text, List.of(), null, brand, null, null, null, null, null, null,
        null, null, null, null, null, false, Map.of());
  }
}
