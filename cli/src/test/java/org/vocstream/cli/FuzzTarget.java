package org.vocstream.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A reader of what strangers or authors write.
 *
 * @param name in lower case, as the folder of its kept inputs is called
 * @param samples sound inputs, to be changed
 * @param words what means something in this format
 * @param reader what is tried
 */
record FuzzTarget(String name, List<byte[]> samples, List<String> words, Reading reader) {
  /** Reads an input of any bytes. */
  interface Reading {
    /**
     * Ends with a result.
     *
     * @param work an empty folder, for readers of files
     * @throws Told where there is a reason instead
     * @throws IOException where the disk fails
     */
    void read(byte[] bytes, Path work) throws Told, IOException;
  }

  /** A reason that the reader gave, in its own kind of exception. */
  static final class Told extends Exception {
    private static final long serialVersionUID = 1L;

    Told(Throwable reason) {
      super(reason.getMessage(), reason);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
