package org.vocstream.jobs;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.RawRecord;

/**
 * Reads records as feedback or dead letters. Personal data is masked in here, so nothing behind
 * this operator (network, state, index) holds any.
 */
final class ReadEnvelopes extends RichMapFunction<RawRecord, Arrival> {
  private static final long serialVersionUID = 1L;

  private final EnvelopeReading reading;
  private transient Envelope envelope;

  ReadEnvelopes(EnvelopeReading reading) {
    this.reading = reading;
  }

  @Override
  public void open(OpenContext context) {
    envelope = reading.reader();
  }

  @Override
  public Arrival map(RawRecord raw) {
    return Arrival.of(raw, envelope);
  }
}
