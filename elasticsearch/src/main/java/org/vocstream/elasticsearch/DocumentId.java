package org.vocstream.elasticsearch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.alert.AlertEvent;

/**
 * The {@code _id} of each kind of document. It depends on the record alone, so a record that is
 * written again overwrites what it wrote before.
 */
public final class DocumentId {
  /** Longest key, in UTF-8 bytes, that is its own id; Elasticsearch takes 512 with the ordinal. */
  static final int MAX_KEY_BYTES = 400;

  private DocumentId() {}

  /**
   * Id of a feedback: its key {@code source/id}, or of a key above 400 bytes its SHA-256 in hex.
   *
   * @param key {@link org.vocstream.feedback.Feedback#key()}
   */
  public static String feedback(String key) {
    String id = WellFormed.of(key);
    return id.getBytes(StandardCharsets.UTF_8).length <= MAX_KEY_BYTES ? id : sha256(id);
  }

  /**
   * Id of a mention.
   *
   * @param feedbackId id of its feedback
   * @param ordinal its place among the mentions of the feedback, from 0
   */
  public static String mention(String feedbackId, int ordinal) {
    return feedbackId + "#" + ordinal;
  }

  /**
   * Id of a dead letter: SHA-256 in hex of origin, stage and record. The record counts too, for the
   * next file of the same name has other records on the same lines.
   */
  public static String deadLetter(DeadLetter letter) {
    return sha256(WellFormed.of(letter.origin() + "\n" + letter.stage() + "\n" + letter.raw()));
  }

  /** Id of a daily cell: its own, or the SHA-256 in hex of one above 400 bytes. */
  public static String cell(CellKey key) {
    return feedback(key.id());
  }

  /** Id of an alert: rule, series and first day of its event. */
  public static String alert(AlertEvent event) {
    return feedback(event.id());
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
