package org.vocstream.pack;

/**
 * One thing that is wrong with a pack or a competitor set, told so that its author can put it
 * right. Immutable.
 *
 * @param file the file, as its reader named it
 * @param line line in the file, from 1; 0 where the file as a whole is at fault
 * @param column column in that line, from 1; 0 where {@code line} is
 * @param message what is wrong and what to do
 */
public record PackFinding(String file, int line, int column, String message) {

  /** {@code cosmetics.yaml:41:7: message}, or {@code cosmetics.yaml: message}. */
  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
  }
}
