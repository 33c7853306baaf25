package org.vocstream.report.contents;

import java.util.Optional;
import org.vocstream.elasticsearch.PackOutline;
import org.vocstream.pack.Pack;
import org.vocstream.report.Cell;
import org.vocstream.report.Chart;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Unit;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Estimate;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.Share;
import org.vocstream.statistics.Verdict;
import org.vocstream.statistics.comparison.Subject;

/** How a report names subjects and writes numbers, in its language. Immutable. */
final class Terms {
  private final PackOutline outline;
  private final Wording words;

  Terms(Pack pack, Wording words) {
    this.outline = new PackOutline(pack);
    this.words = words;
  }

  Wording words() {
    return words;
  }

  ReportLanguage language() {
    return words.language();
  }

  /** A template's text, see {@link Wording#of}. */
  String say(String key, Object... values) {
    return words.of(key, values);
  }

  /** The name of a subject. */
  String name(Subject subject) {
    return language().of(outline.names(subject));
  }

  /** The same where touchpoints stand among indicators, which may have the same names. */
  String fullName(Subject subject) {
    return subject.scope() == Scope.TOUCHPOINT
        ? words.of("touchpoint", "name", name(subject))
        : name(subject);
  }

  /** The name of an indicator by its code. */
  String indicator(String code) {
    return name(new Subject(Scope.GROUP, code));
  }

  String label(Verdict verdict) {
    return language().of(verdict.label(), verdict.english());
  }

  String notEnough() {
    return label(Verdict.NOT_ENOUGH);
  }

  Cell missing() {
    return new Cell.Missing(notEnough());
  }

  /** No number, for there is nothing to have one. */
  static Cell none() {
    return new Cell.Missing("–");
  }

  static String count(long n) {
    return Unit.COUNT.of((double) n);
  }

  static String points(SatisfactionIndex index) {
    return Unit.POINTS.of(index.value(), index.low(), index.high());
  }

  static String points(Gap gap) {
    return Unit.DIFFERENCE.of(gap.value(), gap.low(), gap.high());
  }

  Cell index(Optional<SatisfactionIndex> index) {
    return index
        .<Cell>map(i -> new Cell.Interval(i.value(), i.low(), i.high(), Unit.POINTS))
        .orElseGet(this::missing);
  }

  Cell gap(Gap gap) {
    return gap.enough()
        ? new Cell.Interval(gap.value(), gap.low(), gap.high(), Unit.DIFFERENCE)
        : missing();
  }

  Cell estimate(Estimate estimate) {
    return new Cell.Interval(estimate.value(), estimate.low(), estimate.high(), Unit.PLAIN);
  }

  Cell share(Share share) {
    return share.enough()
        ? new Cell.Interval(share.value(), share.low(), share.high(), Unit.SHARE)
        : missing();
  }

  Cell verdict(Verdict verdict) {
    return switch (verdict) {
      case AHEAD -> new Cell.Text(label(verdict), Cell.Tone.AHEAD);
      case BEHIND -> new Cell.Text(label(verdict), Cell.Tone.BEHIND);
      case NO_DIFFERENCE -> new Cell.Text(label(verdict), Cell.Tone.PLAIN);
      case NOT_ENOUGH -> new Cell.Text(label(verdict), Cell.Tone.MUTED);
    };
  }

  /** Whether a change may be claimed, and which way it went. */
  Cell change(Gap change, boolean significant) {
    if (!change.enough()) {
      return new Cell.Text(notEnough(), Cell.Tone.MUTED);
    }
    if (!significant) {
      return Cell.text(words.of("change.level"));
    }
    return change.value() > 0
        ? new Cell.Text(words.of("change.up"), Cell.Tone.AHEAD)
        : new Cell.Text(words.of("change.down"), Cell.Tone.BEHIND);
  }

  static Cell points(double points) {
    return new Cell.Amount(points, Unit.DIFFERENCE);
  }

  /** A point of a chart; empty where there is not enough. */
  static Optional<Chart.Point> point(Optional<SatisfactionIndex> index) {
    return index.map(i -> new Chart.Point(i.value(), i.low(), i.high()));
  }

  /** A point of a chart of gaps. */
  static Optional<Chart.Point> point(Gap gap) {
    return gap.enough()
        ? Optional.of(new Chart.Point(gap.value(), gap.low(), gap.high()))
        : Optional.empty();
  }

  /** The index of these sums; empty where there is not enough. */
  static Optional<SatisfactionIndex> index(ClusterSums sums) {
    return Optional.of(sums).filter(SatisfactionIndex::enough).map(SatisfactionIndex::of);
  }
}
