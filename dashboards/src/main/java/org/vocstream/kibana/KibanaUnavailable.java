package org.vocstream.kibana;

import java.io.IOException;

/**
 * Kibana cannot be used: not reached, not allowed, not the right version, or it refuses. The
 * message says which, and what to do.
 */
public final class KibanaUnavailable extends IOException {
  private static final long serialVersionUID = 1L;

  /** With what was wrong and what to do. */
  public KibanaUnavailable(String message) {
    super(message);
  }

  /** With what was wrong, what to do, and what it came from. */
  public KibanaUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
