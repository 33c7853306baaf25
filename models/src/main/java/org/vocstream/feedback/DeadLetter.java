package org.vocstream.feedback;

/**
 * A record that could not be taken in, kept with the reason. Immutable.
 *
 * @param origin where it stood: {@code reviews.jsonl:17}; unique per record of an input, and the
 *     same when the input is read again
 * @param stage {@code envelope} (it breaks the contract), {@code index} (Elasticsearch refused it)
 *     or {@code settings} (a pack or competitor set that cannot take effect)
 * @param field the field at fault, or null where the record as a whole is
 * @param reason what is wrong and what to do, one sentence for a person
 * @param raw the record as it came, personal data masked, cut at {@value #MAX_RAW} characters
 */
public record DeadLetter(String origin, String stage, String field, String reason, String raw) {
  /** Characters of a record that are kept, so that one huge record cannot swell the index. */
  public static final int MAX_RAW = 32_768;

  /** Stage of a record that breaks the envelope's contract. */
  public static final String ENVELOPE = "envelope";

  /** Stage of a record that Elasticsearch refused. */
  public static final String INDEX = "index";

  /** Stage of a pack or competitor set that a running job has refused. */
  public static final String SETTINGS = "settings";
}
