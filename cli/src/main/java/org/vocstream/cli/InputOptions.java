package org.vocstream.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.vocstream.call.RoleClassifier;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RecordReader;
import org.vocstream.text.PiiMask;
import picocli.CommandLine.Option;

/** What is read and how: shared by the commands that read feedback. */
final class InputOptions {
  @Option(
      names = "--input",
      paramLabel = "PATH",
      description = {
        "A file, a directory (read with all below it) or - for standard input; repeatable.",
        "JSON lines (.jsonl, .ndjson, .json) or CSV with a header (.csv, .tsv), each also .gz."
      })
  List<String> inputs = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description =
          "Format of standard input: jsonl, csv or tsv, plain or gzip. Default: ${DEFAULT-VALUE}. Files tell theirs by name.")
  String format = "jsonl";

  @Option(
      names = "--map",
      split = ",",
      paramLabel = "FIELD=NAME",
      description = "Fields that the input names otherwise: published_at=ts,text=comment.")
  Map<String, String> fields = new LinkedHashMap<>();

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description =
          "Channel of records that name none, or none of these: review, social, call, chat, survey.")
  String channel;

  @Option(names = "--brand", paramLabel = "NAME", description = "Brand of records that name none.")
  String brand;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      defaultValue = "default",
      description =
          "Source of records that name none; ids are unique per source. Default: ${DEFAULT-VALUE}.")
  String source;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description =
          "Time zone of dates without one, such as Asia/Shanghai. Default: ${DEFAULT-VALUE}.")
  String zone;

  @Option(
      names = "--date-format",
      paramLabel = "PATTERN",
      description = "Form of dates that are not ISO 8601, such as M/d/yyyy H:mm.")
  String dateFormat;

  @Option(
      names = "--customers",
      paramLabel = "FILE",
      description = "CSV with customer,segment,stage: joined to feedback by its customer.")
  Path customers;

  /** How records are read. */
  EnvelopeOptions envelope() {
    Channel known =
        channel == null
            ? null
            : Channel.of(channel)
                .orElseThrow(
                    () ->
                        UserError.usage(
                            "--channel " + channel + " is unknown; one of " + Channel.codes()));
    EnvelopeOptions options = new EnvelopeOptions(fields, known, brand, source, zone, dateFormat);
    check(options);
    return options;
  }

  private void check(EnvelopeOptions options) {
    try {
      var unused =
          new Envelope(
              options, t -> t, new KeyedHash(new byte[KeyedHash.KEY_BYTES]), Customers.none());
    } catch (DateTimeException e) {
      throw UserError.usage(
          "--zone " + zone + " is no time zone; write one like Asia/Shanghai or UTC");
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--date-format " + dateFormat + " is no pattern: " + e.getMessage());
    }
  }

  /** What is known of customers. */
  Customers customers(KeyedHash hash) {
    if (customers == null) {
      return Customers.none();
    }
    try {
      return Customers.read(existing(customers, "--customers"), hash);
    } catch (IOException e) {
      throw UserError.usage("--customers: " + e.getMessage());
    }
  }

  /** The reader of records that these options ask for. */
  Envelope reader(KeyedHash hash) {
    return new Envelope(
        envelope(), new PiiMask()::mask, hash, customers(hash), new RoleClassifier());
  }

  /** Standard input in the format that these options name. */
  StandardInput standardInput() throws IOException {
    if (!List.of("jsonl", "csv", "tsv").contains(format)) {
      throw UserError.usage("--format " + format + " is unknown; one of jsonl, csv, tsv");
    }
    return new StandardInput(System.in, format);
  }

  /** True where one of the inputs is standard input. */
  boolean readsStandardInput() {
    return inputs.contains("-");
  }

  /**
   * The input files: each as given, of a directory all that is named like an input, in order of
   * their paths. Standard input is left out.
   *
   * @throws UserError where a directory has none
   */
  List<Path> files() {
    return files(false);
  }

  /** The same, for a watched directory that files may come to later. */
  List<Path> filesSoFar() {
    return files(true);
  }

  private List<Path> files(boolean moreMayCome) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths()) {
      if (Files.isDirectory(path)) {
        files.addAll(filesBelow(path, moreMayCome));
      } else {
        files.add(path);
      }
    }
    files.forEach(this::checkHeader);
    return files;
  }

  /** Bytes of all these files; 0 where one is packed, which hides them. */
  static long bytesOf(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      if (file.toString().endsWith(".gz")) {
        return 0;
      }
      bytes += Files.size(file);
    }
    return bytes;
  }

  /** Files and directories as given, all of which exist. */
  List<Path> paths() {
    if (inputs.isEmpty()) {
      throw UserError.usage("--input PATH is missing: what to read");
    }
    return inputs.stream()
        .filter(input -> !input.equals("-"))
        .map(input -> existing(Path.of(input), "--input"))
        .toList();
  }

  private static Path existing(Path path, String option) {
    if (!Files.isReadable(path)) {
      throw UserError.usage(
          option + " " + path + ": no such file or directory, or it may not be read");
    }
    return path;
  }

  private static List<Path> filesBelow(Path directory, boolean mayBeNone) {
    try (Stream<Path> found = Files.walk(directory)) {
      List<Path> files =
          found
              .filter(
                  f -> Files.isRegularFile(f) && RecordReader.isInput(f.getFileName().toString()))
              .sorted()
              .toList();
      if (files.isEmpty() && !mayBeNone) {
        throw UserError.usage(
            "--input "
                + directory
                + ": no .jsonl, .ndjson, .json, .csv or .tsv file (or one of these with .gz) is in this directory");
      }
      return files;
    } catch (IOException e) {
      throw UserError.failed("--input " + directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * A CSV without a column that --map names would become dead letters from end to end: said before
   * it starts.
   */
  private void checkHeader(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).matches(".*\\.[ct]sv(\\.gz)?")
        || fields.isEmpty()) {
      return;
    }
    try (InputStream in = Files.newInputStream(file);
        RecordReader reader = RecordReader.open(in, file.toString())) {
      List<String> header = reader.header();
      for (Map.Entry<String, String> field : fields.entrySet()) {
        if (!header.isEmpty() && !header.contains(field.getValue())) {
          throw UserError.usage(
              String.format(
                  "--map %s=%s: %s has no column \"%s\"; its columns are %s",
                  field.getKey(),
                  field.getValue(),
                  file,
                  field.getValue(),
                  String.join(", ", header)));
        }
      }
    } catch (IOException e) {
      throw UserError.failed(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
