package org.vocstream.jobs.kafka;

import java.io.IOException;

/** Kafka cannot be used as asked; the message says why and what to do. */
public final class KafkaUnavailable extends IOException {
  private static final long serialVersionUID = 1L;

  KafkaUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
