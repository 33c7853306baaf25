package org.vocstream.feedback;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How records are read as feedback. Immutable.
 *
 * @param fields envelope field to the field of the input that holds it: {@code published_at=ts}
 * @param channel channel of records that name none, or one that is none of ours; null: such records
 *     become dead letters
 * @param brand brand of records that name none, or null
 * @param source source of records that name none, never blank
 * @param zone time zone of dates without one, an IANA name such as {@code Asia/Shanghai}
 * @param dateFormat pattern (java.time) of dates that are not ISO 8601, or null
 */
public record EnvelopeOptions(
    Map<String, String> fields,
    Channel channel,
    String brand,
    String source,
    String zone,
    String dateFormat)
    implements Serializable {

  /** Nothing renamed, nothing filled, dates without a zone are UTC. */
  public static EnvelopeOptions defaults() {
    return new EnvelopeOptions(Map.of(), null, null, "default", "UTC", null);
  }

  /** Keeps a sorted, unmodifiable copy of the map. */
  public EnvelopeOptions {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }
}
