package org.vocstream.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vocstream.pack.Names;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.survey.SurveyComparison;

/**
 * What the answers to a questionnaire say of some brands. They are told by themselves and never
 * added to what texts say. Immutable.
 *
 * @param edition the questionnaire that is looked at
 * @param before the one that changes are told from; empty for none
 * @param period the days of the answers, but not of those before; empty for all
 * @param values allowed values of product and segment
 * @param comparison index, expectation, gaps and changes, and who answered
 * @param names names of the indicators by code; one that no pack knows is missing
 */
public record SurveyAnswer(
    SurveyEdition edition,
    Optional<SurveyEdition> before,
    Optional<Period> period,
    Map<String, List<String>> values,
    SurveyComparison comparison,
    Map<String, Names> names) {
  /** Keeps copies. */
  public SurveyAnswer {
    values = Map.copyOf(values);
    names = Map.copyOf(names);
  }

  /** What people call an indicator; its code where no pack names it. */
  public Names name(String indicator) {
    return names.getOrDefault(indicator, new Names(indicator, indicator));
  }
}
