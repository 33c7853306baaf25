package org.vocstream.feedback;

/**
 * One record as it stands in an input, not yet understood.
 *
 * @param origin where it stands: {@code reviews.jsonl:17} (file and line) or {@code
 *     voc.reviews/3/1247} (topic, partition, offset); the same when read again
 * @param json the record, one JSON object; of a record that could not be cut out cleanly its
 *     beginning
 * @param size how many bytes of the input it took, for progress
 * @param problem why it could not be cut out cleanly, or null
 */
public record RawRecord(String origin, String json, long size, String problem) {
  /**
   * The record in a message of its own; never fails for what stands in it.
   *
   * @param origin where the message stands
   * @param message JSON in UTF-8; null for a message without a value
   */
  public static RawRecord ofMessage(String origin, byte[] message) {
    if (message == null) {
      return new RawRecord(
          origin,
          "",
          0,
          "the message has no value; to take a feedback back send {\"id\": ..., \"deleted\": true}");
    }
    if (message.length > RecordReader.MAX_RECORD_BYTES) {
      return new RawRecord(
          origin,
          Utf8.lenient(message, 0, RecordReader.KEPT_OF_A_PROBLEM),
          message.length,
          String.format(
              "the message is longer than %d MiB; one message holds one feedback, split it",
              RecordReader.MAX_RECORD_BYTES >> 20));
    }
    return Utf8.record(origin, message, 0, message.length, message.length);
  }
}
