package org.vocstream.servers;

import java.util.List;

/**
 * How a job is started from its jar. Immutable.
 *
 * @param mainClass its class, or null: that of the jar
 * @param savepoint where it begins, or null: at the beginning
 * @param arguments of its main
 */
public record Submission(String mainClass, String savepoint, List<String> arguments) {
  /** Keeps a copy. */
  public Submission {
    arguments = List.copyOf(arguments);
  }

  /** The jar's own main with these arguments, from the beginning. */
  public static Submission of(List<String> arguments) {
    return new Submission(null, null, arguments);
  }

  /** The same from a savepoint or checkpoint on. */
  public Submission from(String place) {
    return new Submission(mainClass, place, arguments);
  }

  /** The same with another main. */
  public Submission by(String main) {
    return new Submission(main, savepoint, arguments);
  }
}
