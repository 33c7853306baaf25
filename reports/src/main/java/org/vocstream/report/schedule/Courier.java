package org.vocstream.report.schedule;

import java.io.IOException;

/** Brings parcels to destinations. Safe for several threads. */
@FunctionalInterface
interface Courier {
  /**
   * Delivers once, all of it or nothing.
   *
   * @throws IOException where that fails; the message says what and why, without addresses of
   *     people or secrets
   */
  void deliver(Parcel parcel, Destination to) throws IOException, InterruptedException;
}
