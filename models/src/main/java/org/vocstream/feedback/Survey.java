package org.vocstream.feedback;

import java.util.List;

/**
 * What a feedback answers to a questionnaire, beside its text. Immutable.
 *
 * @param questionnaire id of the questionnaire, never blank
 * @param wave the round in which it was asked, such as {@code 2026Q3}, or null
 * @param answers the answers to questions on indicators, in order; may be empty
 */
public record Survey(String questionnaire, String wave, List<Answer> answers) {}
