package org.vocstream.survey;

/** A file holds no table of answers that can be read. */
public final class AnswerTableException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param message what is wrong and what to do, to stand behind the name of the file
   */
  public AnswerTableException(String message) {
    super(message);
  }
}
