package org.vocstream.kibana;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.vocstream.elasticsearch.Secrets;

/**
 * Which Kibana, and how to show it who we are. Never printed whole: {@link #toString} leaves the
 * key out. Immutable.
 *
 * @param uri {@code https://host:5601}, with a base path where Kibana has one
 * @param space id of the space, {@code default} for the one that always is
 * @param apiKey encoded API key, or null for a Kibana without security
 * @param caFile certificate (PEM) of the authority that signed Kibana's, or null for the system's
 *     trust store
 * @param answerTimeout longest silence before a request counts as failed
 */
public record KibanaOptions(
    URI uri, String space, String apiKey, Path caFile, Duration answerTimeout) {
  /** Variable that holds the encoded API key. */
  public static final String API_KEY = "VOC_KIBANA_API_KEY";

  /** Variable that holds the path of the certificate file. */
  public static final String CA_FILE = "VOC_KIBANA_CA_FILE";

  /** The space that always is. */
  public static final String DEFAULT_SPACE = "default";

  /** Long enough for an import into a busy Kibana. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

  /**
   * Checks address and space.
   *
   * @throws IllegalArgumentException where one of them is none
   */
  public KibanaOptions {
    if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
      throw new IllegalArgumentException(
          "not an address of Kibana, such as https://host:5601: "
              + uri.toString().replaceFirst("//[^/]*@", "//"));
    }
    if (uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "leave user and password out of the address, which is printed: set " + API_KEY);
    }
    if (!space.matches("[a-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "\"" + space + "\" is no id of a space: lower-case letters, digits, _ and - only");
    }
  }

  /**
   * With what the environment says, the key as {@link Secrets} finds it.
   *
   * @throws IllegalArgumentException where address, space or key cannot be used
   */
  public static KibanaOptions of(URI uri, String space, Map<String, String> environment) {
    String caFile = environment.getOrDefault(CA_FILE, "").strip();
    return new KibanaOptions(
        uri,
        space,
        Secrets.find(environment, API_KEY).orElse(null),
        caFile.isEmpty() ? null : Path.of(caFile),
        ANSWER_TIMEOUT);
  }

  @Override
  public String toString() {
    return uri + " space " + space + (apiKey == null ? "" : " with an API key");
  }
}
