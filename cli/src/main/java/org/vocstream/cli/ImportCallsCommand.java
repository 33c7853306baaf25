package org.vocstream.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.KeyedHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes envelopes of transcript files, for score and run. */
@Command(
    name = "import-calls",
    description = {
      "Makes envelopes (JSON lines) of transcripts: WebVTT, SRT, the JSON of recognisers, plain text (客户: …), or directories of them.",
      "Who is agent and who customer is told from the labels, or else from what they say. Personal data is masked.",
      "A file that cannot be read is told with its reason, and the others are imported; exit code 1 where none could be."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc import-calls recordings/ --metadata calls.csv --map file=录音文件,id=通话ID --out calls.jsonl",
      "  scripts/voc import-calls call.vtt --out - | scripts/voc score --pack commerce --input -"
    })
final class ImportCallsCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Transcripts (.vtt, .srt, .json, .txt), or directories (with all below them).")
  List<Path> paths;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "File of envelopes to write, or - for standard output. What could not be read stands beside it, in FILE.dead-letters.")
  String out;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      defaultValue = "call",
      description = "call, or chat for what was typed. Default: ${DEFAULT-VALUE}.")
  String channel;

  @Option(names = "--brand", paramLabel = "NAME", description = "Brand of calls that name none.")
  String brand;

  @Option(
      names = "--product",
      paramLabel = "NAME",
      description = "Product of calls that name none.")
  String product;

  @Option(names = "--source", paramLabel = "NAME", description = "Source of calls that name none.")
  String source;

  @Option(names = "--lang", paramLabel = "CODE", description = "Language that the envelopes claim.")
  String lang;

  @Option(
      names = "--published-at",
      paramLabel = "TIME",
      description =
          "When the calls were, ISO 8601 with zone; or file: when each file was last changed. Default: no time.")
  String publishedAt;

  @Option(
      names = "--metadata",
      paramLabel = "FILE",
      description =
          "CSV, TSV or JSON lines with a column file and any fields of the envelope: id, brand, product, published_at, customer, segment, ...")
  Path metadata;

  @Option(
      names = "--map",
      split = ",",
      paramLabel = "FIELD=NAME",
      description = "Columns of --metadata that are named otherwise: file=录音,published_at=开始时间.")
  Map<String, String> fields = new LinkedHashMap<>();

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("brand", brand);
    given.put("product", product);
    given.put("source", source);
    given.put("lang", lang);
    given.put("published_at", time());
    List<CallFiles.CallFile> files = CallFiles.of(paths);
    CallImporting importing =
        new CallImporting(
            kind(),
            given,
            "file".equals(publishedAt),
            table(),
            new KeyedHash(WorkDirectory.ofUser().hashKey().bytes()),
            Progress.onStandardError(spec.commandLine().getErr()));
    if (out.equals("-")) {
      Writer writer =
          new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
      importing.run(files, writer, null);
      writer.flush();
    } else {
      toFile(importing, files, Path.of(out).toAbsolutePath());
    }
    importing.summarise();
    if (importing.imported() == 0) {
      throw UserError.failed("no transcript could be read");
    }
    return 0;
  }

  /** Written beside and moved into place, so that nobody reads half a result. */
  private static void toFile(CallImporting importing, List<CallFiles.CallFile> files, Path target)
      throws IOException {
    if (!Files.isDirectory(target.getParent()) || Files.isDirectory(target)) {
      throw UserError.usage("--out " + target + ": no file can be written there");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Path dead = target.resolveSibling(target.getFileName() + ".dead-letters");
    Files.deleteIfExists(dead);
    try (Writer writer = Files.newBufferedWriter(part)) {
      importing.run(files, writer, dead);
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private Channel kind() {
    return Channel.of(channel)
        .filter(c -> c == Channel.CALL || c == Channel.CHAT)
        .orElseThrow(
            () -> UserError.usage("--channel " + channel + ": transcripts are call or chat"));
  }

  private String time() {
    if (publishedAt == null || publishedAt.equals("file")) {
      return null;
    }
    try {
      return OffsetDateTime.parse(publishedAt).toString();
    } catch (DateTimeException e) {
      throw UserError.usage(
          "--published-at "
              + publishedAt
              + " is neither file nor a time such as 2026-10-03T08:15:00+08:00");
    }
  }

  private CallMetadata table() {
    if (metadata == null) {
      if (!fields.isEmpty()) {
        throw UserError.usage("--map names columns of a table; give it with --metadata");
      }
      return CallMetadata.none();
    }
    if (!Files.isRegularFile(metadata)) {
      throw UserError.usage("--metadata " + metadata + ": no such file");
    }
    return CallMetadata.read(metadata, fields);
  }
}
