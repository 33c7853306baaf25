package org.vocstream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.call.RoleClassifier;
import org.vocstream.call.TranscriptException;
import org.vocstream.call.TranscriptImport;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RawRecord;
import org.vocstream.text.PiiMask;

/**
 * Imports transcript files one after the other. Every envelope is read as {@code score} and {@code
 * run} will read it before it is written, so that what is wrong is said now. Not thread-safe.
 */
final class CallImporting {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 20;

  private final Channel channel;
  private final Map<String, String> given;
  private final boolean timeOfFile;
  private final CallMetadata metadata;
  private final KeyedHash hash;
  private final Progress progress;
  private final PiiMask mask = new PiiMask();
  private final TranscriptImport reader =
      new TranscriptImport(new RoleClassifier(), new PiiMask()::mask);
  private final Envelope envelope;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, Integer> bases = new TreeMap<>();
  private final long start = System.nanoTime();
  private int imported;
  private int refused;
  private int withoutRow;

  /**
   * An import.
   *
   * @param given fields of calls whose metadata do not name them; values may be null
   * @param timeOfFile whether a call is as old as its file
   * @param hash makes ids of file names that hold personal data
   */
  CallImporting(
      Channel channel,
      Map<String, String> given,
      boolean timeOfFile,
      CallMetadata metadata,
      KeyedHash hash,
      Progress progress) {
    this.channel = channel;
    this.given = given;
    this.timeOfFile = timeOfFile;
    this.metadata = metadata;
    this.hash = hash;
    this.progress = progress;
    this.envelope = new Envelope(EnvelopeOptions.defaults(), mask::mask, hash, Customers.none());
  }

  /**
   * Writes one line for each file that can be read.
   *
   * @param dead where to write what cannot, made only where there is any; or null
   */
  void run(List<CallFiles.CallFile> files, Writer writer, Path dead) throws IOException {
    int done = 0;
    for (CallFiles.CallFile file : files) {
      try {
        writer.write(JSON.writeValueAsString(envelope(file)));
        writer.write('\n');
        imported++;
      } catch (TranscriptException e) {
        refuse(file, null, e.getMessage(), dead);
      } catch (RefusedException e) {
        refuse(file, e.letter.field(), e.letter.reason(), dead);
      }
      done++;
      progress.show(
          "importing: "
              + Progress.line(
                  done, (System.nanoTime() - start) / 1e9, done / (double) files.size()));
    }
  }

  /** An envelope that the system would not take in. */
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient DeadLetter letter;

    RefusedException(DeadLetter letter) {
      super(letter.reason());
      this.letter = letter;
    }
  }

  private ObjectNode envelope(CallFiles.CallFile file)
      throws IOException, TranscriptException, RefusedException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file.path())) {
      bytes = in.readNBytes(TranscriptImport.MAX_BYTES + 1);
    }
    ObjectNode call = reader.read(file.name(), bytes, file.id(), channel);
    ObjectNode row = metadata.of(file.path());
    withoutRow += row.isEmpty() && metadata.isThere() ? 1 : 0;
    given.forEach(
        (field, value) -> {
          if (value != null) {
            call.put(field, value);
          }
        });
    if (timeOfFile) {
      call.put("published_at", Files.getLastModifiedTime(file.path()).toInstant().toString());
    }
    row.fields()
        .forEachRemaining(
            e -> {
              if (!e.getValue().isNull()) {
                call.set(field(e.getKey(), e.getValue().asText()), e.getValue());
              }
            });
    call.put("id", withoutPersonalData(call.path("id").asText()));
    Intake intake = envelope.read(new RawRecord(file.name(), call.toString(), bytes.length, null));
    if (!intake.accepted()) {
      throw new RefusedException(intake.deadLetter());
    }
    String key = intake.feedback().key();
    String first = ids.putIfAbsent(key, file.name());
    if (first != null) {
      throw new RefusedException(
          new DeadLetter(
              file.name(),
              DeadLetter.ENVELOPE,
              "id",
              "the id is that of "
                  + mask.mask(first)
                  + " already; is it the same call in two formats? Give ids with --metadata",
              ""));
    }
    bases.merge(call.path(TranscriptImport.SPEAKERS_FROM).asText(), 1, Integer::sum);
    return call;
  }

  /** A platform's own "channel" and number of "turns" are kept, under names that are free. */
  private static String field(String column, String value) {
    boolean taken =
        column.equals("turns")
            || column.equals("text")
            || (column.equals("channel") && Channel.of(value).isEmpty());
    return taken ? "given_" + column : column;
  }

  /** Recordings are often named by the number that called. */
  private String withoutPersonalData(String id) {
    String masked = mask.mask(id);
    return masked.equals(id) ? id : masked + "-" + hash.of(id).substring(0, 12);
  }

  private void refuse(CallFiles.CallFile file, String field, String reason, Path dead)
      throws IOException {
    String origin = mask.mask(file.name());
    refused++;
    if (refused <= SHOWN) {
      progress.step("not imported: " + origin + ": " + reason);
    }
    if (dead != null) {
      ObjectNode line = JSON.createObjectNode().put("origin", origin);
      line.put("field", field).put("error", reason);
      Files.writeString(dead, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  /** How many were imported. */
  int imported() {
    return imported;
  }

  /** Tells how many there were, how their speakers are known, and what is missing. */
  void summarise() {
    progress.clear();
    progress.step(
        String.format(
            "read %,d files = imported %,d + not imported %,d",
            imported + refused, imported, refused));
    if (bases.containsKey("speaker") || bases.containsKey("segment")) {
      progress.step(
          String.format(
              "who speaks is known by labels in %,d, told from all that each speaker says in %,d, from single stretches of speech in %,d",
              bases.getOrDefault("label", 0),
              bases.getOrDefault("speaker", 0),
              bases.getOrDefault("segment", 0)));
    }
    if (withoutRow > 0 || metadata.unused() > 0) {
      progress.step(
          String.format(
              "%,d files have no row in the metadata, %,d rows have no file",
              withoutRow, metadata.unused()));
    }
  }
}
