package org.vocstream.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.elasticsearch.CellQuery;
import org.vocstream.elasticsearch.ComparisonQuestion;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.pack.NearestName;
import picocli.CommandLine.Option;

/** What is compared, over which feedback, and what of it is shown. */
final class CompareOptions {
  /** How the brands of the industry count. */
  enum Industry {
    BY_MENTION,
    BY_BRAND
  }

  /** Which importance decides on quadrants. */
  enum By {
    STATED,
    DERIVED
  }

  @Option(names = "--brand", required = true, paramLabel = "NAME", description = "The own brand.")
  String brand;

  @Option(
      names = "--against",
      required = true,
      split = ",",
      paramLabel = "NAMES",
      description = "The competitors, with commas between; together they are the industry.")
  List<String> against;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description =
          "Weeks (2026-W40..2026-W43), months (2026-10) or days (2026-10-01..2026-10-25), both ends included. Default: all feedback.")
  String period;

  @Option(
      names = "--wave-against",
      paramLabel = "PERIOD",
      description =
          "Also shows the change since this period, or since \"previous\", the one of the same length before.")
  String waveAgainst;

  @Option(
      names = "--channel",
      split = ",",
      paramLabel = "CHANNELS",
      description = "Only feedback of these channels.")
  List<String> channels = List.of();

  @Option(
      names = "--lang",
      split = ",",
      paramLabel = "LANGS",
      description = "Only texts in these languages: zh, en, mixed, other.")
  List<String> langs = List.of();

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
      names = "--cluster",
      paramLabel = "UNIT",
      description =
          "What counts as one voice: feedback (quick, from the daily scores) or author (from every mention). Default: feedback.")
  CellQuery.Cluster cluster = CellQuery.Cluster.FEEDBACK;

  @Option(
      names = "--industry",
      paramLabel = "HOW",
      description =
          "by-mention or by-brand, which counts every competitor alike. Default: by-mention.")
  Industry industry = Industry.BY_MENTION;

  @Option(
      names = "--mix",
      split = ",",
      paramLabel = "CHANNEL=WEIGHT",
      description =
          "The mix of channels on which brands are compared: review=0.6,call=0.4. Default: that of all brands together.")
  Map<String, Double> mix = Map.of();

  @Option(
      names = "--raw",
      description =
          "Judges gaps over all feedback, whatever its channels, instead of on one mix of channels.")
  boolean raw;

  @Option(
      names = "--importance",
      paramLabel = "KIND",
      description = "Which importance decides on quadrants, stated or derived. Default: stated.")
  By importance = By.STATED;

  @Option(
      names = "--indicators",
      split = ",",
      paramLabel = "CODES",
      description =
          "Only these indicators, by code or name: delivery,价格. The fewer gaps are judged together, the smaller ones are told.")
  List<String> indicators = List.of();

  @Option(
      names = "--show",
      split = ",",
      paramLabel = "SECTIONS",
      description =
          "overall, indicators, touchpoints, importance, value, journey, nps, headtohead, waves, or all. Verdicts hold for all that is shown together: ask for what you need. Default: overall,indicators; with --indicators, these alone.")
  List<String> show = List.of();

  @Option(names = "--labels", paramLabel = "LANG", description = "zh, en or both. Default: both.")
  Labels labels = Labels.BOTH;

  @Option(names = "--json", description = "Prints JSON (docs/comparison.md) instead of text.")
  boolean json;

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
    try {
      ComparisonQuestion question = question();
      question.check();
      question.before(question.days(today));
    } catch (QuestionException e) {
      throw UserError.of(e);
    }
  }

  /**
   * The question that these options ask.
   *
   * @throws QuestionException where a segment is not written as one
   */
  ComparisonQuestion question() {
    return new ComparisonQuestion(
        brand,
        against,
        period,
        waveAgainst,
        values(),
        cluster,
        industry == Industry.BY_BRAND,
        importance == By.DERIVED,
        raw,
        mix,
        show,
        indicators,
        pack);
  }

  /**
   * The filters, as {@link ComparisonQuestion#values} has them.
   *
   * @throws QuestionException where a segment is not written as one
   */
  Map<String, List<String>> values() {
    Map<String, List<String>> values = new TreeMap<>();
    if (!channels.isEmpty()) {
      values.put("channel", channels);
    }
    if (!langs.isEmpty()) {
      values.put("lang", langs);
    }
    for (String segment : segments) {
      int at = segment.indexOf('=');
      String key = at < 0 ? segment : segment.substring(0, at);
      List<String> keys = List.of("product", "segment");
      if (at < 0 || !keys.contains(key)) {
        throw QuestionException.wrong(
            "segment",
            segment
                + ": write product=NAME or segment=NAME"
                + (at < 0 ? "" : NearestName.advice(key, keys)));
      }
      values.computeIfAbsent(key, k -> new ArrayList<>()).add(segment.substring(at + 1));
    }
    if (withoutSuspects) {
      values.put("suspect", List.of("false"));
    }
    return values;
  }
}
