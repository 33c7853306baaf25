package org.vocstream.elasticsearch;

import java.time.Instant;

/**
 * A questionnaire as it was asked once. Immutable.
 *
 * @param questionnaire its id
 * @param wave the round in which it was asked, or null
 * @param sheets how many answered, on any of the brands
 * @param last when the last of them did, or null where none has a date
 */
public record SurveyEdition(String questionnaire, String wave, long sheets, Instant last) {

  /** As people write it: {@code csat/2026Q3}, or {@code csat} where there are no waves. */
  public String name() {
    return wave == null ? questionnaire : questionnaire + "/" + wave;
  }
}
