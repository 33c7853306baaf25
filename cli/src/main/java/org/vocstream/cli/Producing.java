package org.vocstream.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.RawRecord;
import org.vocstream.feedback.RecordReader;
import org.vocstream.jobs.kafka.FeedbackMessages;
import org.vocstream.jobs.kafka.MessageSender;

/**
 * Sends records one after the other. Each is read as the job will read it before it is sent, so
 * that what is wrong is said now. Only {@link #stop} may be called by another thread.
 */
final class Producing {
  private static final int SHOWN = 20;

  /** Records between two moments at which all is acknowledged. */
  private static final int FLUSH_EVERY = 2_000;

  private final Envelope envelope;
  private final FeedbackMessages messages;
  private final MessageSender sender;
  private final double rate;
  private final long bytes;
  private final Progress progress;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Map<String, Long> sent = new TreeMap<>();
  private final long start = System.nanoTime();
  private long read;
  private long refused;
  private long skipped;
  private long bytesRead;
  private long bytesSkipped;

  /**
   * Sending.
   *
   * @param rate records a second at the most, 0 for as many as possible
   * @param bytes of all the input, 0 where nobody knows
   */
  Producing(
      Envelope envelope,
      FeedbackMessages messages,
      MessageSender sender,
      double rate,
      long bytes,
      Progress progress) {
    this.envelope = envelope;
    this.messages = messages;
    this.sender = sender;
    this.rate = rate;
    this.bytes = bytes;
    this.progress = progress;
  }

  /** Says where one input is. */
  @FunctionalInterface
  interface Acknowledged {
    /** So many records of the input, from its first, are done with. */
    void upTo(long records) throws IOException;
  }

  /**
   * Sends the records of one input, until its end or {@link #stop}.
   *
   * @param from how many records at its beginning are done with already
   * @param acknowledged is told now and then, and at the end
   */
  void send(RecordReader records, long from, Acknowledged acknowledged)
      throws IOException, InterruptedException {
    long number = 0;
    while (!isStopped()) {
      RawRecord next = records.next();
      if (next == null) {
        break;
      }
      number++;
      if (number <= from) {
        skipped++;
        bytesSkipped += next.size();
        continue;
      }
      awaitTurn();
      send(next);
      if (number % FLUSH_EVERY == 0) {
        sender.flush();
        acknowledged.upTo(number);
      }
    }
    sender.flush();
    acknowledged.upTo(Math.max(number, from));
  }

  private void awaitTurn() throws InterruptedException {
    if (rate > 0) {
      long due = start + (long) (read / rate * 1e9);
      stopped.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
  }

  private void send(RawRecord raw) throws IOException {
    read++;
    bytesRead += raw.size();
    Intake intake = envelope.read(raw);
    if (!intake.accepted()) {
      refuse(raw.origin(), intake.deadLetter().reason());
      return;
    }
    Optional<ProducerRecord<byte[], byte[]>> message = messages.of(raw, intake.feedback());
    if (message.isEmpty()) {
      refuse(
          raw.origin(),
          "channel "
              + intake.feedback().channel().code()
              + " has no topic; give it one with --topics");
      return;
    }
    sender.send(message.get());
    sent.merge(message.get().topic(), 1L, Long::sum);
    show();
  }

  private void refuse(String origin, String reason) {
    refused++;
    if (refused <= SHOWN) {
      progress.step("not sent: " + origin + ": " + reason);
    }
  }

  private void show() {
    double share = bytes == 0 ? 0 : (double) bytesRead / Math.max(1, bytes - bytesSkipped);
    progress.show("sending: " + Progress.line(read, seconds(), share));
  }

  /** Ends it after the record that is being sent; what was sent before is still acknowledged. */
  void stop() {
    stopped.countDown();
  }

  /** Whether it was ended before the end of the input. */
  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** How many records could not be sent. */
  long refused() {
    return refused;
  }

  /** Tells how many there were and where they went. */
  void summarise() {
    progress.clear();
    progress.step(
        String.format(
            "read %,d records in %.1f s = sent %,d + not sent %,d",
            read, seconds(), read - refused, refused));
    if (skipped > 0) {
      progress.step(String.format("  %,d before them were sent by an earlier run", skipped));
    }
    if (isStopped()) {
      progress.step("  stopped before the end; the same command goes on from there with --resume");
    }
    sent.forEach((topic, count) -> progress.step(String.format("  %s: %,d", topic, count)));
    if (refused > SHOWN) {
      progress.step(String.format("  of those not sent the first %d are told", SHOWN));
    }
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
