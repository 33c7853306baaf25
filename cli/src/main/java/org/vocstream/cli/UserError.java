package org.vocstream.cli;

import java.util.Optional;
import java.util.function.Supplier;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.elasticsearch.Secrets;
import picocli.CommandLine;

/**
 * Something a user can put right: the message says what was wrong, where, and what to do. Shown
 * without a stack trace.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exitCode;

  private UserError(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** What was asked for could not be done. */
  public static UserError failed(String message) {
    return new UserError(CommandLine.ExitCode.SOFTWARE, message, null);
  }

  /** What was asked for could not be done, because of this. */
  public static UserError failed(String message, Throwable cause) {
    return new UserError(CommandLine.ExitCode.SOFTWARE, message, cause);
  }

  /** It was asked for wrongly. */
  public static UserError usage(String message) {
    return new UserError(CommandLine.ExitCode.USAGE, message, null);
  }

  /** A question was put wrongly, or there is nothing to answer it with. */
  static UserError of(QuestionException e) {
    return e.parameter()
        .map(parameter -> usage("--" + parameter + ": " + e.getMessage()))
        .orElseGet(() -> failed(e.getMessage()));
  }

  /** What is answered; where the question is wrong, this error says so. */
  static <T> T unlessWrong(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (QuestionException e) {
      throw of(e);
    }
  }

  /** A secret out of the environment of this process; where it cannot be read, this error. */
  static Optional<String> secret(String name) {
    try {
      return Secrets.find(System.getenv(), name);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  /** 1 or 2. */
  public int exitCode() {
    return exitCode;
  }
}
