package org.vocstream.elasticsearch;

import java.util.Optional;

/** A question that cannot be answered: something in it is wrong, or there is nothing to tell. */
public final class QuestionException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String parameter;

  private QuestionException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /**
   * One of its parameters is wrong.
   *
   * @param parameter its name, as options of commands and pages have it: {@code wave-against}
   * @param message what is wrong with it and what to do, a sentence of its own
   */
  public static QuestionException wrong(String parameter, String message) {
    return new QuestionException(parameter, message);
  }

  /** The index holds nothing to answer it with. */
  public static QuestionException nothing(String message) {
    return new QuestionException(null, message);
  }

  /** Which parameter is wrong; empty where none is, but there is nothing to tell. */
  public Optional<String> parameter() {
    return Optional.ofNullable(parameter);
  }
}
