package org.vocstream.elasticsearch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A comparison of answers to a questionnaire as people ask for it. Every method throws {@link
 * QuestionException} where what it reads is wrong. Immutable.
 *
 * @param brand the own brand
 * @param against its competitors; may be none
 * @param questionnaire id, with its wave behind a slash where there are several ({@code
 *     csat/2026Q3}); null for the one that was answered last
 * @param waveAgainst the wave, or questionnaire, to tell the change since; "previous" for the wave
 *     before; null for none
 * @param period as {@link org.vocstream.statistics.Period#parse} reads it, or null for all answers
 * @param values allowed values of product and segment; see {@link ScoreFilter}
 * @param indicators codes or names of the indicators that alone are shown; empty for all
 * @param pack the pack that names the indicators, or null for those that scored the open answers
 */
public record SurveyQuestion(
    String brand,
    List<String> against,
    String questionnaire,
    String waveAgainst,
    String period,
    Map<String, List<String>> values,
    List<String> indicators,
    String pack) {
  /** What stands for the wave before. */
  static final String PREVIOUS = "previous";

  /** Keeps copies. */
  public SurveyQuestion {
    against = List.copyOf(against);
    values = Map.copyOf(values);
    indicators = List.copyOf(indicators);
  }

  /** Says what is wrong as far as can be told without an index. */
  public void check() {
    brands();
    ComparisonQuestion.filter(values);
    ComparisonQuestion.days(period, LocalDate.MAX);
  }

  /** The brands, the own one first. */
  public List<String> brands() {
    return ComparisonQuestion.brands(brand, against);
  }

  /** The edition that is asked for. */
  SurveyEdition edition(List<SurveyEdition> editions) {
    return questionnaire == null
        ? editions.get(0)
        : find("questionnaire", questionnaire.strip(), null, editions);
  }

  /** The edition to tell the change since, or null for none. */
  SurveyEdition before(SurveyEdition now, List<SurveyEdition> editions) {
    if (waveAgainst == null) {
      return null;
    }
    if (!waveAgainst.strip().equals(PREVIOUS)) {
      SurveyEdition before = find("wave-against", waveAgainst.strip(), now, editions);
      if (before.equals(now)) {
        throw QuestionException.wrong(
            "wave-against", now.name() + " is what is looked at; name another wave");
      }
      return before;
    }
    return editions.subList(editions.indexOf(now) + 1, editions.size()).stream()
        .filter(edition -> edition.questionnaire().equals(now.questionnaire()))
        .findFirst()
        .orElseThrow(
            () ->
                QuestionException.wrong(
                    "wave-against", now.name() + " has no wave before it" + known(editions)));
  }

  private static SurveyEdition find(
      String parameter, String name, SurveyEdition now, List<SurveyEdition> editions) {
    List<SurveyEdition> found = new ArrayList<>();
    for (SurveyEdition edition : editions) {
      boolean wave =
          now != null
              && name.equals(edition.wave())
              && edition.questionnaire().equals(now.questionnaire());
      if (wave || edition.name().equals(name)) {
        return edition;
      }
      if (edition.questionnaire().equals(name)) {
        found.add(edition);
      }
    }
    if (found.isEmpty()) {
      throw QuestionException.wrong(
          parameter, "nobody answered \"" + name + "\" on these brands" + known(editions));
    }
    // Of several waves the last.
    return found.get(0);
  }

  private static String known(List<SurveyEdition> editions) {
    return "; known are "
        + String.join(", ", editions.stream().limit(20).map(SurveyEdition::name).toList());
  }
}
