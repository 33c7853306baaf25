package org.vocstream.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vocstream.pack.NearestName;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.contents.ReportQuestion;
import org.vocstream.report.format.ReportFormats;
import picocli.CommandLine.Option;

/** Which report is wanted, and where to put it. */
final class ReportOptions {
  /** The weeks in which most is planted, with as many before to compare with. */
  private static final String SAMPLE_PERIOD = "2026-W42..2026-W43";

  @Option(names = "--brand", paramLabel = "NAME", description = "The own brand. With --sample: 沐禾.")
  String brand;

  @Option(
      names = "--against",
      split = ",",
      paramLabel = "NAMES",
      description =
          "The competitors, with commas between, the one to compare segments with first; together they are the industry. With --sample: the two others.")
  List<String> against = List.of();

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description =
          "Weeks (2026-W40..2026-W43), months (2026-10) or days (2026-10-01..2026-10-25), both ends included. With --sample: its last two weeks.")
  String period;

  @Option(
      names = "--wave-against",
      paramLabel = "PERIOD",
      description =
          "The period to tell the change since, or \"previous\", the one of the same length before. Default: previous.")
  String waveAgainst;

  @Option(
      names = "--formats",
      split = ",",
      paramLabel = "FORMATS",
      description = "pdf, docx, xlsx, html, with commas between. Default: all of them.")
  List<String> formats = List.of();

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "Language of the report, zh or en. Default: zh.")
  String language = ReportLanguage.ZH.code();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the files; made where there is none.")
  Path out;

  @Option(
      names = "--sample",
      description =
          "Reports on the bundled sample feed, scored into an Elasticsearch of its own that is gone afterwards.")
  boolean sample;

  @Option(
      names = "--channel",
      split = ",",
      paramLabel = "CHANNELS",
      description = "Only feedback of these channels.")
  List<String> channels = List.of();

  @Option(
      names = "--segment",
      paramLabel = "KEY=VALUE",
      description =
          "Only feedback on product=NAME, or by customers of segment=NAME; may be given more than once.")
  List<String> segments = List.of();

  @Option(
      names = "--without-suspects",
      description = "Leaves out near-duplicates, default praise, reposts and bursts.")
  boolean withoutSuspects;

  @Option(
      names = "--indicators",
      split = ",",
      paramLabel = "CODES",
      description =
          "Only these indicators, by code or name: delivery,价格. The fewer gaps are judged together, the smaller ones are told.")
  List<String> indicators = List.of();

  @Option(
      names = "--pack",
      paramLabel = "PACK",
      description =
          "The pack that orders and names the indicators. Default: the one that scored the mentions.")
  String pack;

  /**
   * Says at once what is wrong with the options, before anything is started.
   *
   * @param today the day in the time zone that is farthest ahead
   */
  void check(LocalDate today) {
    formats();
    UserError.unlessWrong(() -> question().check(today));
    requireWritable();
  }

  /** The question that these options ask. */
  ReportQuestion question() {
    CompareOptions defaults = DemoCommand.comparison();
    if (brand == null && !sample) {
      throw UserError.usage("--brand: name the own brand, or give --sample");
    }
    String own = brand == null ? defaults.brand : brand;
    List<String> others = against;
    if (sample && against.isEmpty()) {
      others = new ArrayList<>(defaults.against);
      others.add(defaults.brand);
      others.remove(own);
      others = others.subList(0, 2);
    }
    return new ReportQuestion(
        own,
        others,
        period == null && sample ? SAMPLE_PERIOD : period,
        waveAgainst,
        language(),
        pack,
        indicators,
        values());
  }

  private ReportLanguage language() {
    List<String> known = List.of(ReportLanguage.ZH.code(), ReportLanguage.EN.code());
    String code = language.strip().toLowerCase(Locale.ROOT);
    if (!known.contains(code)) {
      throw UserError.usage(
          "--lang: a report is written in zh or en, not "
              + language
              + NearestName.advice(code, known));
    }
    return ReportLanguage.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private Map<String, List<String>> values() {
    CompareOptions filters = new CompareOptions();
    filters.channels = channels;
    filters.segments = segments;
    filters.withoutSuspects = withoutSuspects;
    return new TreeMap<>(UserError.unlessWrong(filters::values));
  }

  /** The formats that are wanted, each once. */
  Set<ReportFormat> formats() {
    Set<ReportFormat> known = ReportFormats.all().keySet();
    List<String> codes = known.stream().map(ReportFormat::code).toList();
    Set<ReportFormat> wanted = EnumSet.noneOf(ReportFormat.class);
    for (String format : formats) {
      String code = format.strip().toLowerCase(Locale.ROOT);
      if (!codes.contains(code)) {
        throw UserError.usage(
            "--formats: " + format + " is no format of reports" + NearestName.advice(code, codes));
      }
      wanted.add(ReportFormat.valueOf(code.toUpperCase(Locale.ROOT)));
    }
    return wanted.isEmpty() ? known : wanted;
  }

  private void requireWritable() {
    Path there = out.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw UserError.failed("--out " + out + ": " + there + " is no folder; name another place");
    }
    if (!Files.isWritable(there)) {
      throw UserError.failed(
          "--out " + out + ": " + there + " cannot be written to; name another place, or allow it");
    }
  }
}
