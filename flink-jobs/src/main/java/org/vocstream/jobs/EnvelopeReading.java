package org.vocstream.jobs;

import java.io.Serializable;
import java.util.function.Function;
import org.vocstream.call.RoleClassifier;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.text.PiiMask;

/**
 * How records are read as feedback; the reader itself is made where the job runs. Immutable.
 *
 * @param options what is renamed and filled
 * @param hashKey secret key of the pseudonyms
 * @param customers what is known of customers
 */
public record EnvelopeReading(
    EnvelopeOptions options, FeedbackScoringOptions.Secret hashKey, Customers customers)
    implements Serializable {

  /** As these options of the job say. */
  static EnvelopeReading of(FeedbackScoringOptions options) {
    return new EnvelopeReading(options.envelope(), options.hashKey(), options.customers());
  }

  /** A new reader: takes a moment. */
  Envelope reader() {
    return byChannel().apply(null);
  }

  /**
   * New readers that share what is costly. Each fills the given channel into records that name
   * none, unless the options name one to fill.
   */
  Function<Channel, Envelope> byChannel() {
    PiiMask mask = new PiiMask();
    RoleClassifier roles = new RoleClassifier();
    KeyedHash hash = new KeyedHash(hashKey.bytes());
    return channel -> new Envelope(filling(channel), mask::mask, hash, customers, roles);
  }

  private EnvelopeOptions filling(Channel channel) {
    return options.channel() != null
        ? options
        : new EnvelopeOptions(
            options.fields(),
            channel,
            options.brand(),
            options.source(),
            options.zone(),
            options.dateFormat());
  }
}
