package org.vocstream.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vocstream.elasticsearch.CellQuery;
import org.vocstream.elasticsearch.ScoreFilter;
import org.vocstream.feedback.Channel;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.NearestName;
import org.vocstream.pack.Pack;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.comparison.Section;
import picocli.CommandLine.Option;

/** What is compared, over which feedback, and what of it is shown. */
final class CompareOptions {
  private static final String PREVIOUS = "previous";
  private static final String ALL = "all";

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

  /** Says at once what is wrong with the options, before anything is started. */
  void check() {
    brands();
    filter();
    weights();
    sections();
  }

  /** The brands with the own one first; wrong usage where one stands twice. */
  List<String> brands() {
    List<String> brands = new ArrayList<>(List.of(brand.strip()));
    for (String other : against) {
      String name = other.strip();
      if (name.isEmpty()) {
        throw UserError.usage("--against has an empty name; write names with commas between: A,B");
      }
      if (name.equals(brands.get(0))) {
        throw UserError.usage(
            "--against names the own brand " + name + "; leave it out or name another");
      }
      if (brands.contains(name)) {
        throw UserError.usage("--against names " + name + " twice; name every competitor once");
      }
      brands.add(name);
    }
    return brands;
  }

  /**
   * The period, or null for all feedback.
   *
   * @param today the day in the time zone of the cells
   */
  Period period(LocalDate today) {
    return period(period, today);
  }

  /** The same of the text of any {@code --period}. */
  static Period period(String period, LocalDate today) {
    if (period == null) {
      return null;
    }
    Period parsed = parse("--period", period);
    if (parsed.from().isAfter(today)) {
      throw UserError.usage(
          "--period " + period + " begins on " + parsed.from() + ", which is yet to come");
    }
    return parsed;
  }

  /** The earlier period; empty where no change is to be shown. */
  Optional<Period> before(Period now) {
    return sections().contains(Section.WAVES) ? before(waveAgainst, now) : Optional.empty();
  }

  /** The same of the text of any {@code --wave-against}; null is the previous period. */
  static Optional<Period> before(String waveAgainst, Period now) {
    if (now == null) {
      throw UserError.usage("a change needs a --period, such as 2026-W43; give one");
    }
    if (waveAgainst == null || waveAgainst.equals(PREVIOUS)) {
      return Optional.of(now.previous());
    }
    Period before = parse("--wave-against", waveAgainst);
    if (before.from().isBefore(now.to()) && now.from().isBefore(before.to())) {
      throw UserError.usage(
          "--wave-against "
              + before
              + " overlaps --period "
              + now
              + ": what stands in both cannot have changed; give one that ends before the other begins");
    }
    return Optional.of(before);
  }

  private static Period parse(String option, String text) {
    try {
      return Period.parse(text.strip());
    } catch (IllegalArgumentException e) {
      throw UserError.usage(option + ": " + e.getMessage());
    }
  }

  /** The sections that are shown, in order. */
  Set<Section> sections() {
    EnumSet<Section> sections = EnumSet.noneOf(Section.class);
    List<String> codes =
        new ArrayList<>(Arrays.stream(Section.values()).map(Section::code).toList());
    codes.add(ALL);
    for (String name : shown()) {
      String code = name.strip();
      if (!codes.contains(code)) {
        throw UserError.usage(
            "--show " + name + " is no section" + NearestName.advice(code, codes));
      }
      for (Section section : Section.values()) {
        // A change needs a period; "all" shows it where there is one.
        boolean all = code.equals(ALL) && (section != Section.WAVES || period != null);
        if (all || section.code().equals(code)) {
          sections.add(section);
        }
      }
    }
    if (waveAgainst != null) {
      sections.add(Section.WAVES);
    }
    return sections;
  }

  private List<String> shown() {
    if (!show.isEmpty()) {
      return show;
    }
    String alone = Section.INDICATORS.code();
    return indicators.isEmpty() ? List.of(Section.OVERALL.code(), alone) : List.of(alone);
  }

  /** Codes of the indicators that alone are shown; empty for all. */
  Set<String> only(Pack pack) {
    Map<String, String> codes = new TreeMap<>();
    for (Indicator group : pack.groups()) {
      codes.put(group.code(), group.code());
      codes.put(group.label().zh(), group.code());
      codes.put(group.label().en(), group.code());
    }
    Set<String> only = new TreeSet<>();
    for (String name : indicators) {
      String code = codes.get(name.strip());
      if (code == null) {
        throw UserError.usage(
            "--indicators "
                + name
                + " is no indicator that "
                + pack.id()
                + " reports"
                + NearestName.advice(name.strip(), codes.keySet()));
      }
      only.add(code);
    }
    return only;
  }

  /** Over which feedback, of all days. */
  ScoreFilter filter() {
    ScoreFilter filter = ScoreFilter.all(ZoneOffset.UTC);
    if (!channels.isEmpty()) {
      filter = filter.with("channel", channels.stream().map(c -> channel("--channel", c)).toList());
    }
    if (!langs.isEmpty()) {
      filter = filter.with("lang", langs);
    }
    Map<String, List<String>> values = new TreeMap<>();
    for (String segment : segments) {
      int at = segment.indexOf('=');
      String key = at < 0 ? segment : segment.substring(0, at);
      List<String> keys = List.of("product", "segment");
      if (at < 0 || !keys.contains(key)) {
        throw UserError.usage(
            "--segment "
                + segment
                + ": write product=NAME or segment=NAME"
                + (at < 0 ? "" : NearestName.advice(key, keys)));
      }
      values.computeIfAbsent(key, k -> new ArrayList<>()).add(segment.substring(at + 1));
    }
    for (Map.Entry<String, List<String>> value : values.entrySet()) {
      filter = filter.with(value.getKey(), value.getValue());
    }
    return withoutSuspects ? filter.withoutSuspects() : filter;
  }

  /** The mix that was asked for, by channel; empty for that of all brands together. */
  Map<String, Double> weights() {
    if (raw && !mix.isEmpty()) {
      throw UserError.usage("--raw takes no mix of channels, --mix gives one; give one of the two");
    }
    Map<String, Double> weights = new TreeMap<>();
    mix.forEach(
        (channel, weight) -> {
          if (!(weight > 0) || weight.isInfinite()) {
            throw UserError.usage("--mix " + channel + "=" + weight + ": a weight is above 0");
          }
          weights.put(channel("--mix", channel), weight);
        });
    return weights;
  }

  static String channel(String option, String text) {
    return Channel.of(text)
        .map(Channel::code)
        .orElseThrow(
            () -> UserError.usage(option + " " + text + " is unknown; one of " + Channel.codes()));
  }
}
