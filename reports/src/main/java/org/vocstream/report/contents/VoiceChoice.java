package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.CompetitorComparison;
import org.vocstream.statistics.comparison.Subject;

/**
 * From which cells a report quotes: first those of its findings, then, while there are fewer than
 * {@link #CELLS}, praise and blame of the own brand on the indicators that customers speak of most.
 * Immutable.
 *
 * @param brand whose mentions
 * @param subject of what
 * @param polarity 1 or -1
 * @param period published when
 */
record VoiceChoice(String brand, Subject subject, int polarity, Period period) {
  /** Cells that are quoted from, but for those of findings. */
  static final int CELLS = 8;

  /** Quotes of a cell. */
  static final int QUOTES = 2;

  /** The cells, in the order in which they are quoted. */
  static List<VoiceChoice> of(
      Findings findings, List<AlertNote> alerts, CompetitorComparison comparison, Period period) {
    String own = comparison.options().brand();
    List<VoiceChoice> cells = new ArrayList<>();
    findings.ahead().forEach(c -> add(cells, c, own, 1, period));
    findings.behind().forEach(c -> add(cells, c, own, -1, period));
    for (Findings.Change change : findings.changes()) {
      if (!change.code().isEmpty()) {
        Subject subject = new Subject(Scope.GROUP, change.code());
        cells.add(new VoiceChoice(change.brand(), subject, change.points() > 0 ? 1 : -1, period));
      }
    }
    alerts.stream()
        .limit(Findings.MOST)
        .forEach(a -> cells.add(new VoiceChoice(a.brand(), a.subject(), -1, a.window())));
    for (ComparisonRow row : Importances.most(comparison)) {
      for (int polarity : new int[] {1, -1}) {
        if (new HashSet<>(cells).size() < CELLS) {
          cells.add(new VoiceChoice(own, row.subject(), polarity, period));
        }
      }
    }
    Set<VoiceChoice> once = new LinkedHashSet<>(cells);
    return List.copyOf(once);
  }

  private static void add(
      List<VoiceChoice> cells, Findings.Claim claim, String own, int polarity, Period period) {
    // Of whole feedback no single words are the reason: what is said of the brand speaks for it.
    Subject subject = claim.subject().scope() == Scope.FEEDBACK ? Subject.BRAND : claim.subject();
    cells.add(new VoiceChoice(own, subject, polarity, period));
    claim.other().ifPresent(other -> cells.add(new VoiceChoice(other, subject, -polarity, period)));
  }
}
