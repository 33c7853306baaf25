package org.vocstream.survey;

/** A row of answers cannot be used; the message says why, and what to do. */
public final class SurveyRowException extends Exception {
  private static final long serialVersionUID = 1L;

  SurveyRowException(String message) {
    super(message);
  }
}
