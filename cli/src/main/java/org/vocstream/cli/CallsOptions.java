package org.vocstream.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vocstream.elasticsearch.CallInsightQuery;
import org.vocstream.elasticsearch.ComparisonQuestion;
import org.vocstream.elasticsearch.ScoreFilter;
import org.vocstream.statistics.Period;
import picocli.CommandLine.Option;

/** Which calls and chats are looked at, and by what they are grouped. */
final class CallsOptions {
  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description =
          "reason, brand, line, product, intent or resolution. Default: reason, the main contact reason.")
  CallInsightQuery.By by = CallInsightQuery.By.REASON;

  @Option(
      names = "--list",
      paramLabel = "VALUE",
      description =
          "Lists the transcripts of one row instead, with the words its numbers rest on: a contact reason such as invoice, or with --by a brand, line, ...")
  String list;

  @Option(
      names = "--brand",
      split = ",",
      paramLabel = "NAMES",
      description = "Only contacts about these brands.")
  List<String> brands = List.of();

  @Option(
      names = "--line",
      split = ",",
      paramLabel = "NAMES",
      description = "Only about these product lines of the competitor set (docs/competitors.md).")
  List<String> lines = List.of();

  @Option(
      names = "--product",
      split = ",",
      paramLabel = "NAMES",
      description = "Only about these products.")
  List<String> products = List.of();

  @Option(
      names = "--channel",
      split = ",",
      paramLabel = "CHANNELS",
      description = "Only contacts of these channels. Default: every transcript, call or chat.")
  List<String> channels = List.of();

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description =
          "Weeks (2026-W40..2026-W43), months (2026-10) or days (2026-10-01..2026-10-25), both ends included. Default: all contacts.")
  String period;

  @Option(
      names = "--wave-against",
      paramLabel = "PERIOD",
      description =
          "Also shows how the shares have changed since this period, or since \"previous\", the one of the same length before.")
  String waveAgainst;

  @Option(
      names = "--without-suspects",
      description = "Leaves out near-duplicates, reposts and bursts.")
  boolean withoutSuspects;

  @Option(names = "--labels", paramLabel = "LANG", description = "zh, en or both. Default: both.")
  Labels labels = Labels.BOTH;

  @Option(names = "--json", description = "Prints JSON (docs/calls.md) instead of text.")
  boolean json;

  @Option(
      names = "--pack",
      paramLabel = "PACK",
      description =
          "The pack that names the contact reasons. Default: the bundled ones that scored the contacts.")
  String pack;

  /** Says at once what is wrong with the options, before anything is started. */
  void check() {
    filter(null, ZoneOffset.UTC);
    before(period(LocalDate.MAX));
    if (list != null && waveAgainst != null) {
      throw UserError.usage("--list shows contacts, no changes; leave --wave-against out");
    }
  }

  /**
   * The period, or null for all contacts.
   *
   * @param today the day in the time zone of the cells
   */
  Period period(LocalDate today) {
    return UserError.unlessWrong(() -> ComparisonQuestion.days(period, today));
  }

  /** The earlier period; empty where no change is to be shown. */
  Optional<Period> before(Period now) {
    return waveAgainst == null
        ? Optional.empty()
        : Optional.of(UserError.unlessWrong(() -> ComparisonQuestion.before(waveAgainst, now)));
  }

  /** Which contacts. */
  ScoreFilter filter(Period days, ZoneId zone) {
    Map<String, List<String>> values =
        Map.of("brand", brands, "line", lines, "product", products, "channel", channels);
    ScoreFilter filter =
        new ScoreFilter(
            UserError.unlessWrong(() -> ComparisonQuestion.filter(values)).values(), days, zone);
    return withoutSuspects ? filter.withoutSuspects() : filter;
  }
}
