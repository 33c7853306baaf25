package org.vocstream.elasticsearch;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.vocstream.pack.Names;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Estimate;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.comparison.BrandScore;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.JudgedGap;

/** The parts of a {@link ComparisonDocument} that come more than once. Immutable. */
record ComparisonFields(PackOutline outline) {
  private static final double SIX_DECIMALS = 1e6;

  Fields row(ComparisonRow row) {
    Fields fields =
        new Fields()
            .put("scope", row.subject().scope().code())
            .put("code", row.subject().code())
            .put("label", names(outline.names(row.subject())))
            .put("brands", each(row.scores(), ComparisonFields::score))
            .put(
                "mix",
                new Fields()
                    .put("shares", shares(row.mix().shares()))
                    .put("left_out", rounded(row.mix().leftOut())))
            .put("gaps", each(row.gaps(), ComparisonFields::gap))
            .put("industry", row.industry().map(ComparisonFields::gap).orElse(null));
    row.weight().ifPresent(weight -> put(fields, weight));
    return fields;
  }

  private static void put(Fields fields, ComparisonRow.Weight weight) {
    weight
        .importance()
        .ifPresent(
            importance -> {
              Fields own = new Fields().put("stated", rounded(importance.stated()));
              importance.derived().ifPresent(derived -> own.put("derived", estimate(derived)));
              fields.put("importance", own);
            });
    weight
        .impact()
        .ifPresent(
            impact ->
                fields.put(
                    "impact",
                    new Fields()
                        .put("value", rounded(impact.value()))
                        .put("without", rounded(impact.without()))));
    Fields quadrants = new Fields();
    weight.quadrants().forEach((brand, quadrant) -> quadrants.put(brand, lower(quadrant)));
    fields.put("quadrants", quadrants);
  }

  private static Fields score(BrandScore score) {
    ClusterSums sums = score.sums();
    Fields fields =
        new Fields()
            .put("n", sums.n())
            .put("clusters", sums.clusters())
            .put("positive", sums.positive())
            .put("neutral", sums.neutral())
            .put("negative", sums.negative())
            .put("enough", score.index().isPresent());
    score
        .index()
        .ifPresent(
            index -> {
              put(fields, index);
              fields
                  .put("net", rounded(index.netSentiment()))
                  .put("net_low", rounded(index.netLow()))
                  .put("net_high", rounded(index.netHigh()))
                  .put("negative_share", rounded((double) sums.negative() / sums.n()));
            });
    if (score.standardised().enough()) {
      fields.put("on_mix", estimate(score.standardised().standardised()));
    }
    score
        .negative()
        .ifPresent(
            negative ->
                fields.put(
                    "negative_corrected",
                    new Fields()
                        .put("share", rounded(negative.share().value()))
                        .put("low", rounded(negative.share().low()))
                        .put("high", rounded(negative.share().high()))
                        .put("raw", rounded(negative.share().raw()))
                        .put("covered", rounded(negative.covered()))
                        .put(
                            "note",
                            negative.share().note().isEmpty() ? null : negative.share().note())));
    return fields;
  }

  /** An index by itself. */
  static Fields index(SatisfactionIndex index) {
    Fields fields = new Fields();
    put(fields, index);
    return fields.put("n", index.n());
  }

  private static void put(Fields fields, SatisfactionIndex index) {
    fields
        .put("index", rounded(index.value()))
        .put("low", rounded(index.low()))
        .put("high", rounded(index.high()));
  }

  /** A gap with its verdict. */
  static Fields gap(JudgedGap gap) {
    Fields fields = gap.gap().enough() ? interval(gap.gap()) : new Fields();
    if (gap.gap().enough()) {
      fields
          .put("p", rounded(gap.gap().pValue()))
          .put("adjusted_p", rounded(gap.adjusted()))
          .put("on_mix", gap.onMix())
          .put("raw", gap.raw().enough() ? interval(gap.raw()) : null);
    }
    return fields
        .put("verdict", lower(gap.verdict()))
        .put("label", names(new Names(gap.verdict().label(), gap.verdict().english())));
  }

  /** A gap by itself. */
  static Fields interval(Gap gap) {
    return new Fields()
        .put("value", rounded(gap.value()))
        .put("low", rounded(gap.low()))
        .put("high", rounded(gap.high()));
  }

  private static Fields estimate(Estimate estimate) {
    return new Fields()
        .put("value", rounded(estimate.value()))
        .put("standard_error", rounded(estimate.standardError()))
        .put("low", rounded(estimate.low()))
        .put("high", rounded(estimate.high()));
  }

  private static Fields shares(Map<String, Double> shares) {
    Fields fields = new Fields();
    new TreeMap<>(shares).forEach((channel, share) -> fields.put(channel, rounded(share)));
    return fields;
  }

  /** One object by key. */
  static <V> Fields each(Map<String, V> values, Function<V, Fields> write) {
    Fields fields = new Fields();
    values.forEach((key, value) -> fields.put(key, write.apply(value)));
    return fields;
  }

  static Fields names(Names names) {
    return new Fields().put("zh", names.zh()).put("en", names.en());
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static Double rounded(double number) {
    // 0 + x: -0.0 is 0.0 to a reader.
    return 0 + Math.round(number * SIX_DECIMALS) / SIX_DECIMALS;
  }
}
