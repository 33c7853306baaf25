package org.vocstream.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * One line about long work that is renewed in place on a terminal and written anew every few
 * seconds elsewhere. Not thread-safe.
 */
public final class Progress {
  private static final long EVERY_NANOS_ELSEWHERE = 5_000_000_000L;

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private long lastShown;
  private int width;

  /**
   * Progress.
   *
   * @param terminal whether a line can be renewed in place
   * @param nanoTime a clock, for what is shown now and then only
   */
  public Progress(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.lastShown = nanoTime.getAsLong();
  }

  /** Progress on standard error: in place only where that is a terminal, as scripts/voc tells. */
  public static Progress onStandardError(PrintWriter err) {
    return new Progress(err, Boolean.getBoolean("voc.terminal"), System::nanoTime);
  }

  /** Shows a step that is reached once; always written. */
  public void step(String text) {
    clear();
    out.println(text);
    out.flush();
  }

  /** Shows where the work stands; on anything but a terminal only now and then. */
  public void show(String text) {
    if (terminal) {
      out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
      out.flush();
      width = text.length();
    } else if (nanoTime.getAsLong() - lastShown > EVERY_NANOS_ELSEWHERE) {
      out.println(text);
      out.flush();
      lastShown = nanoTime.getAsLong();
    }
  }

  /** Takes the renewed line away. */
  public void clear() {
    if (terminal && width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      out.flush();
      width = 0;
    }
  }

  /**
   * {@code 12,345 records, 3,210/s, 84%, about 4 s left}; the last two only where the end is known.
   */
  public static String line(long records, double seconds, double share) {
    String line =
        String.format("%,d records, %,.0f/s", records, seconds > 0 ? records / seconds : 0);
    if (share <= 0 || share > 1) {
      return line;
    }
    return String.format(
        "%s, %.0f%%, about %.0f s left", line, 100 * share, seconds / share * (1 - share));
  }
}
