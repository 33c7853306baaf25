package org.vocstream.elasticsearch;

import java.io.IOException;

/**
 * Elasticsearch cannot be used: not started, not reached, not allowed, or not the right version.
 * The message says which, and what to do.
 */
public final class ElasticsearchUnavailable extends IOException {
  private static final long serialVersionUID = 1L;

  /** With what was wrong and what to do. */
  public ElasticsearchUnavailable(String message) {
    super(message);
  }

  /** With what was wrong, what to do, and what it came from. */
  public ElasticsearchUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
