package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vocstream.report.Report;
import org.vocstream.report.Unit;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.Verdict;
import org.vocstream.statistics.WaveChange;
import org.vocstream.statistics.comparison.BrandScore;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.CompetitorComparison;
import org.vocstream.statistics.comparison.JudgedGap;

/** What a manager must know, on one page. For one thread. */
final class FindingsChapter {
  private final ReportMaterial material;
  private final Terms terms;
  private final ChapterWriter chapter;

  FindingsChapter(ReportMaterial material, Terms terms) {
    this.material = material;
    this.terms = terms;
    this.chapter = new ChapterWriter("findings", terms.say("chapter.findings"));
  }

  Report.Chapter write() {
    Findings findings = material.findings();
    whole();
    chapter.subtitle(terms.say("findings.ahead"));
    gaps(findings.ahead(), "findings.ahead.none");
    chapter.subtitle(terms.say("findings.behind"));
    gaps(findings.behind(), "findings.behind.none");
    family();
    changes(findings.changes());
    alerts();
    return chapter.chapter();
  }

  private void whole() {
    material
        .comparison()
        .whole()
        .get(0)
        .scores()
        .get(material.own())
        .index()
        .ifPresentOrElse(
            index ->
                chapter.text(
                    terms.say(
                        "findings.whole",
                        "brand",
                        material.own(),
                        "index",
                        Terms.points(index),
                        "n",
                        Terms.count(index.n())),
                    Asked.COMPARISON),
            () ->
                chapter.text(
                    terms.say(
                        "findings.whole.few",
                        "brand",
                        material.own(),
                        "minimum",
                        SatisfactionIndex.MINIMUM),
                    Asked.COMPARISON));
  }

  /** How the verdicts came about, for whoever misses one. */
  private void family() {
    CompetitorComparison comparison = material.comparison();
    List<JudgedGap> all =
        Stream.of(
                Stream.of(comparison.whole(), comparison.indicators(), comparison.touchpoints())
                    .flatMap(List::stream)
                    .flatMap(
                        row ->
                            Stream.concat(row.gaps().values().stream(), row.industry().stream())),
                comparison.balances().values().stream())
            .flatMap(gaps -> gaps)
            .toList();
    chapter.note(
        terms.say(
            "findings.family",
            "judged",
            comparison.judged(),
            "few",
            all.stream().filter(gap -> !gap.gap().enough()).count()));
    long alone =
        all.stream()
            .filter(gap -> gap.verdict() == Verdict.NO_DIFFERENCE)
            .filter(gap -> gap.gap().low() > 0 || gap.gap().high() < 0)
            .count();
    if (alone > 0) {
      chapter.note(terms.say("findings.alone", "alone", alone));
    }
  }

  private void gaps(List<Findings.Claim> claims, String none) {
    for (Findings.Claim claim : claims) {
      chapter.finding(sentence(claim), Asked.COMPARISON);
    }
    if (claims.isEmpty()) {
      chapter.text(terms.say(none), Asked.COMPARISON);
    }
  }

  private String sentence(Findings.Claim claim) {
    JudgedGap gap = claim.gap();
    boolean ahead = gap.gap().value() > 0;
    String size = Terms.points(gap.gap());
    if (claim.row().isEmpty()) {
      return terms.say(
          ahead ? "gap.balance.ahead" : "gap.balance.behind",
          "brand",
          material.own(),
          "other",
          claim.other().orElseThrow(),
          "gap",
          size);
    }
    ComparisonRow row = claim.row().get();
    String basis = terms.say(gap.onMix() ? "gap.on.mix" : "gap.raw");
    if (claim.other().isEmpty()) {
      return terms.say(
          ahead ? "gap.industry.ahead" : "gap.industry.behind",
          "brand",
          material.own(),
          "subject",
          terms.fullName(row.subject()),
          "gap",
          size,
          "basis",
          basis);
    }
    String other = claim.other().get();
    BrandScore own = row.scores().get(material.own());
    BrandScore theirs = row.scores().get(other);
    return terms.say(
        ahead ? "gap.ahead" : "gap.behind",
        "brand",
        material.own(),
        "other",
        other,
        "subject",
        terms.fullName(row.subject()),
        "gap",
        size,
        "own",
        index(own, gap.onMix()),
        "theirs",
        index(theirs, gap.onMix()),
        "n",
        Terms.count(own.sums().n()),
        "m",
        Terms.count(theirs.sums().n()),
        "basis",
        basis);
  }

  /** The index on the same basis as the gap, so that the two differ by it. */
  private static String index(BrandScore score, boolean onMix) {
    return Unit.POINTS.of(
        onMix ? score.standardised().standardised().value() : score.sums().mean());
  }

  private void changes(List<Findings.Change> changes) {
    chapter.subtitle(terms.say("findings.changes", "before", material.before()));
    for (Findings.Change change : changes) {
      chapter.finding(sentence(change), Asked.COMPARISON);
    }
    List<String> unknown = new ArrayList<>();
    List<String> level = new ArrayList<>();
    for (String brand : material.brands()) {
      Optional<WaveChange> of = known(material.comparison(), brand);
      if (of.isEmpty()) {
        unknown.add(brand);
      } else if (changes.stream().noneMatch(c -> c.brand().equals(brand))) {
        level.add(brand);
      }
    }
    if (!level.isEmpty()) {
      chapter.text(
          terms.say("findings.changes.none", "brands", terms.words().list(level)),
          Asked.COMPARISON);
    }
    if (!unknown.isEmpty()) {
      chapter.text(
          terms.say("findings.changes.few", "brands", terms.words().list(unknown)),
          Asked.COMPARISON);
    }
  }

  /** The change of a brand; empty where one of the two periods has not enough. */
  static Optional<WaveChange> known(CompetitorComparison comparison, String brand) {
    return comparison.profiles().get(brand).change().filter(c -> c.change().enough());
  }

  private String sentence(Findings.Change change) {
    boolean rise = change.points() > 0;
    if (change.code().isEmpty()) {
      WaveChange whole = change.whole();
      return terms.say(
          rise ? "change.whole.up" : "change.whole.down",
          "brand",
          change.brand(),
          "change",
          Terms.points(whole.change()),
          "mix",
          Unit.DIFFERENCE.of(whole.mix()),
          "score",
          Unit.DIFFERENCE.of(whole.score()));
    }
    return terms.say(
        rise ? "change.part.up" : "change.part.down",
        "brand",
        change.brand(),
        "subject",
        terms.indicator(change.code()),
        "change",
        Terms.points(change.whole().parts().get(change.code()).change()));
  }

  private void alerts() {
    chapter.subtitle(terms.say("findings.alerts"));
    AlertWords words = new AlertWords(terms);
    List<AlertNote> alerts = material.alerts();
    for (AlertNote alert : alerts.subList(0, Math.min(alerts.size(), Findings.MOST))) {
      chapter.finding(words.sentence(alert), Asked.ALERTS);
    }
    if (alerts.isEmpty()) {
      chapter.text(terms.say("findings.alerts.none"), Asked.ALERTS);
    } else if (alerts.size() > Findings.MOST) {
      chapter.text(
          terms.say("findings.alerts.more", "n", alerts.size() - Findings.MOST), Asked.ALERTS);
    }
  }
}
