package org.vocstream.statistics.survey;

import java.util.Optional;
import org.vocstream.statistics.SatisfactionIndex;

/**
 * What respondents say of one brand on one indicator. A number that too few have answered is
 * missing (样本不足): below 10 answers or 10 respondents. Immutable.
 *
 * @param n number of answers on the performance
 * @param respondents how many gave them
 * @param index satisfaction index, the mean performance on the scale 0..100, with its 95% interval
 *     clustered by respondent
 * @param mean the same on the scale that was asked; empty where there were several scales
 * @param scale that scale, {@code 1-5}; empty where there were several
 * @param topTwo how many in a hundred chose one of the two best values
 * @param expected number of answers on the expectation
 * @param expectation mean expectation on the scale 0..100
 * @param gap performance less expectation of those who told both; negative: below expectation
 * @param before the index in the wave before; empty where none is compared or too few have answered
 * @param beforeN number of answers in the wave before
 * @param change now less before; empty where no wave is compared
 */
public record SurveyScore(
    long n,
    long respondents,
    Optional<SatisfactionIndex> index,
    Optional<Double> mean,
    String scale,
    Optional<SatisfactionIndex> topTwo,
    long expected,
    Optional<SatisfactionIndex> expectation,
    Judged gap,
    Optional<SatisfactionIndex> before,
    long beforeN,
    Optional<Judged> change) {}
