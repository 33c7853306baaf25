package org.vocstream.servers;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs the {@code main} of another class for as long as its standard input is open, so that it
 * cannot outlive who started it, however that one ends.
 */
final class Child {
  private Child() {}

  /** The class to run, and its arguments. */
  public static void main(String[] arguments) throws Throwable {
    Thread watch = new Thread(Child::awaitEndOfParent, "voc-parent-watch");
    watch.setDaemon(true);
    watch.start();
    try {
      Class.forName(arguments[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void awaitEndOfParent() {
    try {
      while (System.in.read() >= 0) {
        // Nobody says anything; only the end counts.
      }
    } catch (IOException e) {
      // The same as the end.
    }
    System.exit(0);
  }
}
