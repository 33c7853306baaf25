package org.vocstream.jobs;

import java.io.Serializable;
import java.util.Map;

/**
 * Where alerts are delivered: a webhook or a file, one of the two. Immutable.
 *
 * @param webhook address to which each alert is posted as JSON, or null
 * @param headers headers of the webhook, each with the name of the environment variable that holds
 *     its value: no secret stands in the rules
 * @param file path of a file to which each alert is appended as a line of JSON, or null
 */
public record AlertDestination(String webhook, Map<String, String> headers, String file)
    implements Serializable {
  /** Keeps a copy. */
  public AlertDestination {
    headers = Map.copyOf(headers);
  }

  @Override
  public String toString() {
    return webhook == null ? "file " + file : "webhook " + webhook;
  }
}
