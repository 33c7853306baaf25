package org.vocstream.elasticsearch;

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
import org.vocstream.feedback.Channel;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.NearestName;
import org.vocstream.pack.Pack;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.comparison.Section;

/**
 * A comparison as people ask for it, by options of a command or parameters of a page. Every method
 * throws {@link QuestionException} where what it reads is wrong. Immutable.
 *
 * @param brand the own brand
 * @param against its competitors; together they are the industry
 * @param period as {@link Period#parse} reads it, or null for all feedback
 * @param waveAgainst the period to tell the change since, "previous" for the one of the same length
 *     before, or null
 * @param values allowed values of channel, product, segment, lang, suspect; see {@link ScoreFilter}
 * @param cluster what an interval takes as one voice
 * @param industryByBrand true where each competitor counts alike in the industry
 * @param byDerived true where derived importance decides on quadrants
 * @param raw true where gaps are judged over all feedback, whatever its channels
 * @param mix weight of each channel of the reference mix; empty for that of all brands together
 * @param show names of sections, or "all"; empty for the usual ones
 * @param indicators codes or names of the indicators that alone are shown; empty for all
 * @param pack the pack that orders and names the indicators, or null for the one that scored
 */
public record ComparisonQuestion(
    String brand,
    List<String> against,
    String period,
    String waveAgainst,
    Map<String, List<String>> values,
    CellQuery.Cluster cluster,
    boolean industryByBrand,
    boolean byDerived,
    boolean raw,
    Map<String, Double> mix,
    List<String> show,
    List<String> indicators,
    String pack) {
  private static final String PREVIOUS = "previous";
  private static final String ALL = "all";

  /** Keeps copies. */
  public ComparisonQuestion {
    against = List.copyOf(against);
    values = Map.copyOf(values);
    mix = Map.copyOf(mix);
    show = List.copyOf(show);
    indicators = List.copyOf(indicators);
  }

  /** Says what is wrong as far as can be told without an index. */
  public void check() {
    brands();
    filter();
    weights();
    sections();
  }

  /** The brands, the own one first. */
  public List<String> brands() {
    return brands(brand, against);
  }

  /**
   * Names of brands as people write them, the own one first.
   *
   * @param against its competitors; empty for none
   */
  static List<String> brands(String brand, List<String> against) {
    List<String> brands = new ArrayList<>(List.of(brand.strip()));
    for (String other : against) {
      String name = other.strip();
      if (name.isEmpty()) {
        throw wrong("against", "has an empty name; write names with commas between: A,B");
      }
      if (name.equals(brands.get(0))) {
        throw wrong("against", "names the own brand " + name + "; leave it out or name another");
      }
      if (brands.contains(name)) {
        throw wrong("against", "names " + name + " twice; name every competitor once");
      }
      brands.add(name);
    }
    return brands;
  }

  /**
   * The days, or null for all feedback.
   *
   * @param today the day in the time zone of the cells
   */
  public Period days(LocalDate today) {
    return days(period, today);
  }

  /** The days of a period as people write it, none of it yet to come; null for null. */
  public static Period days(String period, LocalDate today) {
    if (period == null) {
      return null;
    }
    Period parsed = parse("period", period);
    if (parsed.from().isAfter(today)) {
      throw wrong("period", period + " begins on " + parsed.from() + ", which is yet to come");
    }
    return parsed;
  }

  /** The earlier period; empty where no change is to be shown. */
  public Optional<Period> before(Period now) {
    return sections().contains(Section.WAVES)
        ? Optional.of(before(waveAgainst, now))
        : Optional.empty();
  }

  /**
   * The period to tell the change since, as people write it.
   *
   * @param waveAgainst a period, or "previous" or null for the one of the same length before
   * @param now the later period, or null where none is given, which is wrong
   */
  public static Period before(String waveAgainst, Period now) {
    if (now == null) {
      throw wrong("period", "a change needs a period, such as 2026-W43; give one");
    }
    if (waveAgainst == null || waveAgainst.equals(PREVIOUS)) {
      return now.previous();
    }
    Period before = parse("wave-against", waveAgainst);
    if (before.from().isBefore(now.to()) && now.from().isBefore(before.to())) {
      throw wrong(
          "wave-against",
          before
              + " overlaps the period "
              + now
              + ": what stands in both cannot have changed; give one that ends before the other begins");
    }
    return before;
  }

  private static Period parse(String parameter, String text) {
    try {
      return Period.parse(text.strip());
    } catch (IllegalArgumentException e) {
      throw wrong(parameter, e.getMessage());
    }
  }

  /** The sections that are shown, in order. */
  public Set<Section> sections() {
    EnumSet<Section> sections = EnumSet.noneOf(Section.class);
    List<String> codes =
        new ArrayList<>(Arrays.stream(Section.values()).map(Section::code).toList());
    codes.add(ALL);
    for (String name : shown()) {
      String code = name.strip();
      if (!codes.contains(code)) {
        throw wrong("show", name + " is no section" + NearestName.advice(code, codes));
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
  Set<String> only(Pack names) {
    Map<String, String> codes = new TreeMap<>();
    for (Indicator group : names.groups()) {
      codes.put(group.code(), group.code());
      codes.put(group.label().zh(), group.code());
      codes.put(group.label().en(), group.code());
    }
    Set<String> only = new TreeSet<>();
    for (String name : indicators) {
      String code = codes.get(name.strip());
      if (code == null) {
        throw wrong(
            "indicators",
            name
                + " is no indicator that "
                + names.id()
                + " reports"
                + NearestName.advice(name.strip(), codes.keySet()));
      }
      only.add(code);
    }
    return only;
  }

  /** Over which feedback, of all days. */
  public ScoreFilter filter() {
    return filter(values);
  }

  /** A filter by these values, of all days; a channel that there is not is wrong. */
  public static ScoreFilter filter(Map<String, List<String>> values) {
    ScoreFilter filter = ScoreFilter.all(ZoneOffset.UTC);
    for (Map.Entry<String, List<String>> value : new TreeMap<>(values).entrySet()) {
      List<String> allowed = value.getValue();
      if (value.getKey().equals("channel")) {
        allowed = allowed.stream().map(c -> channel("channel", c)).toList();
      }
      filter = filter.with(value.getKey(), allowed);
    }
    return filter;
  }

  /** The mix that was asked for, by channel; empty for that of all brands together. */
  Map<String, Double> weights() {
    if (raw && !mix.isEmpty()) {
      throw wrong("raw", "takes no mix of channels, and a mix is given; give one of the two");
    }
    Map<String, Double> weights = new TreeMap<>();
    mix.forEach(
        (channel, weight) -> {
          if (!(weight > 0) || weight.isInfinite()) {
            throw wrong("mix", channel + "=" + weight + ": a weight is above 0");
          }
          weights.put(channel("mix", channel), weight);
        });
    return weights;
  }

  private static String channel(String parameter, String text) {
    return Channel.of(text)
        .map(Channel::code)
        .orElseThrow(() -> wrong(parameter, text + " is unknown; one of " + Channel.codes()));
  }

  private static QuestionException wrong(String parameter, String message) {
    return QuestionException.wrong(parameter, message);
  }
}
