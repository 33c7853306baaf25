package org.vocstream.pack;

/**
 * Where something stands.
 *
 * @param file the file
 * @param line from 1; 0 for the file as a whole
 * @param column from 1; 0 for the file as a whole
 */
public record Place(String file, int line, int column) {
  /** The file as a whole. */
  public static Place whole(String file) {
    return new Place(file, 0, 0);
  }

  PackFinding finding(String message) {
    return new PackFinding(file, line, column, message);
  }

  /** How another place in {@code from}'s file, or in another file, calls this one. */
  String seenFrom(Place from) {
    return from.file.equals(file) ? "line " + line : file + ":" + line;
  }
}
