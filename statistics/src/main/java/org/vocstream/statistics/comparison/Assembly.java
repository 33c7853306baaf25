package org.vocstream.statistics.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Confusion;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.ReferenceMix;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.StandardisedIndex;
import org.vocstream.statistics.Wave;
import org.vocstream.statistics.WaveChange;

/**
 * Makes one comparison: measures all gaps that are shown, then judges them together. For one
 * thread, once.
 */
final class Assembly {
  private final ComparisonSums now;
  private final Optional<ComparisonSums> before;
  private final ComparisonOptions options;
  private final GapFamily<Key> family = new GapFamily<>();

  /**
   * Tells the gaps apart.
   *
   * @param subject of which, or null for the balance of benefits and costs
   * @param other the competitor, or null for the industry
   */
  private record Key(Subject subject, String other) {}

  Assembly(ComparisonSums now, Optional<ComparisonSums> before, ComparisonOptions options) {
    this.now = now;
    this.before = before;
    this.options = options;
  }

  CompetitorComparison comparison() {
    List<Subject> whole =
        options.shows(Section.OVERALL) ? List.of(Subject.BRAND, Subject.FEEDBACK) : List.of();
    List<Subject> indicators =
        options.shows(Section.INDICATORS) || options.shows(Section.IMPORTANCE)
            ? inOrder(Scope.GROUP, options.outline().indicators()).stream()
                .filter(s -> options.only().isEmpty() || options.only().contains(s.code()))
                .toList()
            : List.of();
    List<Subject> touchpoints =
        options.shows(Section.TOUCHPOINTS)
            ? inOrder(Scope.TOUCHPOINT, options.outline().touchpoints())
            : List.of();
    Map<Subject, ReferenceMix> mixes = new LinkedHashMap<>();
    Stream.of(whole, indicators, touchpoints)
        .flatMap(Collection::stream)
        .forEach(subject -> mixes.put(subject, mix(subject)));
    mixes.forEach(this::measure);
    SortedMap<String, BrandProfile> profiles = new TreeMap<>();
    options
        .brands()
        .forEach(
            brand ->
                profiles.put(
                    brand, BrandProfile.of(now.of(brand), options.outline(), change(brand))));
    if (options.shows(Section.VALUE)) {
      measureBalances(profiles);
    }
    family.judge();
    Weights weights = new Weights(now, options);
    SortedMap<String, JudgedGap> balances = new TreeMap<>();
    if (options.shows(Section.VALUE)) {
      options.competitors().forEach(c -> balances.put(c, family.of(new Key(null, c))));
    }
    return new CompetitorComparison(
        options,
        whole.stream().map(s -> row(s, mixes.get(s))).toList(),
        weights.put(indicators.stream().map(s -> row(s, mixes.get(s))).toList()),
        touchpoints.stream().map(s -> row(s, mixes.get(s))).toList(),
        profiles,
        balances,
        now.headToHead(),
        family.judged());
  }

  /** The subjects of the outline, then what else the brands have, by code. */
  private List<Subject> inOrder(Scope scope, List<String> codes) {
    TreeSet<String> others = new TreeSet<>();
    options.brands().forEach(brand -> others.addAll(now.of(brand).totals(scope).keySet()));
    codes.forEach(others::remove);
    List<Subject> subjects = new ArrayList<>();
    Stream.concat(codes.stream(), others.stream())
        .forEach(code -> subjects.add(new Subject(scope, code)));
    return subjects;
  }

  /** Of the brands that have enough of the subject: one with little must not hide all channels. */
  private ReferenceMix mix(Subject subject) {
    if (options.raw()) {
      return new ReferenceMix(Map.of(), 0);
    }
    List<Map<String, ClusterSums>> brands = new ArrayList<>();
    for (String brand : options.brands()) {
      SubjectSums sums = now.of(brand).of(subject);
      if (SatisfactionIndex.enough(sums.total())) {
        brands.add(sums.byChannel());
      }
    }
    return options.mix().isEmpty()
        ? ReferenceMix.pooled(brands)
        : ReferenceMix.of(options.mix(), brands);
  }

  private void measure(Subject subject, ReferenceMix mix) {
    SubjectSums own = now.of(options.brand()).of(subject);
    StandardisedIndex ownOnMix = StandardisedIndex.of(own.byChannel(), mix);
    List<SubjectSums> others = new ArrayList<>();
    List<StandardisedIndex> othersOnMix = new ArrayList<>();
    for (String competitor : options.competitors()) {
      SubjectSums other = now.of(competitor).of(subject);
      StandardisedIndex otherOnMix = StandardisedIndex.of(other.byChannel(), mix);
      others.add(other);
      othersOnMix.add(otherOnMix);
      family.add(
          new Key(subject, competitor),
          GapFamily.Measured.of(
              Gap.between(ownOnMix, otherOnMix), Gap.between(own.total(), other.total())));
    }
    if (others.size() > 1) {
      List<ClusterSums> totals = others.stream().map(SubjectSums::total).toList();
      SubjectSums all = others.stream().reduce(SubjectSums.NONE, SubjectSums::plus);
      family.add(
          new Key(subject, null),
          options.industryByBrand()
              ? GapFamily.Measured.of(
                  Gap.toIndustryByBrand(ownOnMix, othersOnMix),
                  Gap.toIndustryByBrand(own.total(), totals))
              : GapFamily.Measured.of(
                  Gap.between(ownOnMix, StandardisedIndex.of(all.byChannel(), mix)),
                  Gap.toIndustry(own.total(), totals)));
    }
  }

  private void measureBalances(Map<String, BrandProfile> profiles) {
    for (String competitor : options.competitors()) {
      Gap gap = profiles.get(options.brand()).value().against(profiles.get(competitor).value());
      family.add(new Key(null, competitor), new GapFamily.Measured(gap, false, gap));
    }
  }

  private ComparisonRow row(Subject subject, ReferenceMix mix) {
    Map<Stratum, Confusion> errors =
        subject.scope() == Scope.FEEDBACK
            ? options.errors().feedback()
            : options.errors().mentions();
    SortedMap<String, BrandScore> scores = new TreeMap<>();
    SortedMap<String, JudgedGap> gaps = new TreeMap<>();
    options.brands().forEach(b -> scores.put(b, BrandScore.of(now.of(b).of(subject), mix, errors)));
    options.competitors().forEach(c -> gaps.put(c, family.of(new Key(subject, c))));
    return new ComparisonRow(
        subject,
        scores,
        mix,
        gaps,
        options.competitors().size() > 1
            ? Optional.of(family.of(new Key(subject, null)))
            : Optional.empty(),
        Optional.empty());
  }

  private Optional<WaveChange> change(String brand) {
    if (before.isEmpty() || !options.shows(Section.WAVES)) {
      return Optional.empty();
    }
    Optional<Wave> old = wave(before.get().of(brand));
    Optional<Wave> recent = wave(now.of(brand));
    return old.isEmpty() || recent.isEmpty()
        ? Optional.empty()
        : Optional.of(WaveChange.between(old.get(), recent.get()));
  }

  /** Empty also where the cells of the whole and of its parts were not written alike yet. */
  private static Optional<Wave> wave(BrandSums sums) {
    ClusterSums total = sums.of(Subject.BRAND).total();
    Map<String, ClusterSums> parts = sums.totals(Scope.GROUP);
    long n = parts.values().stream().mapToLong(ClusterSums::n).sum();
    return total.n() == 0 || n != total.n()
        ? Optional.empty()
        : Optional.of(new Wave(total, parts));
  }
}
