package org.vocstream.feedback;

/**
 * One record as it stands in an input, not yet understood.
 *
 * @param origin where it stands: {@code reviews.jsonl:17} (file and line); the same when read again
 * @param json the record, one JSON object; of a record that could not be cut out cleanly its
 *     beginning
 * @param size how many bytes of the input it took, for progress
 * @param problem why it could not be cut out cleanly, or null
 */
public record RawRecord(String origin, String json, long size, String problem) {}
