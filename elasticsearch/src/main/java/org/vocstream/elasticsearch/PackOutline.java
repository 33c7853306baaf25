package org.vocstream.elasticsearch;

import org.vocstream.pack.Indicator;
import org.vocstream.pack.Names;
import org.vocstream.pack.Pack;
import org.vocstream.pack.Touchpoint;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.Outline;
import org.vocstream.statistics.comparison.Subject;

/**
 * What a pack has to compare, and what it is called. Immutable.
 *
 * @param pack the pack by which the feedback was scored
 */
public record PackOutline(Pack pack) {
  /** Code, in every pack, of the touchpoint of loyalty; those of its indicators begin with it. */
  private static final String LOYALTY = "loyalty";

  /** Indicators, journey and intentions in the order of the pack. */
  public Outline outline() {
    return new Outline(
        pack.groups().stream().map(Indicator::code).toList(),
        pack.touchpoints().stream().map(Touchpoint::code).toList(),
        pack.indicators().stream()
            .map(Indicator::code)
            .filter(code -> code.startsWith(LOYALTY + "."))
            .toList(),
        LOYALTY);
  }

  /** The name of a subject; its code where the pack does not know it. */
  public Names names(Subject subject) {
    String code = subject.code();
    return switch (subject.scope()) {
      case BRAND -> new Names("全部观点", "All mentions");
      case FEEDBACK -> new Names("整条反馈", "Whole feedback");
      case TOUCHPOINT ->
          pack.touchpoints().stream()
              .filter(t -> t.code().equals(code))
              .map(Touchpoint::label)
              .findFirst()
              .orElse(new Names(code, code));
      case GROUP, INDICATOR ->
          pack.indicators().stream()
              .filter(i -> i.code().equals(code))
              .map(Indicator::label)
              .findFirst()
              .orElse(new Names(code, code));
      case VALUE ->
          code.equals(Scope.COST) ? new Names("成本", "Costs") : new Names("利益", "Benefits");
    };
  }
}
