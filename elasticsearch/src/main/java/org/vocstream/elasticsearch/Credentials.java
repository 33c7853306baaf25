package org.vocstream.elasticsearch;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to show an Elasticsearch cluster who we are, and how to know it. Never printed: {@link
 * #toString} names the kind alone. Immutable.
 *
 * @param apiKey encoded API key, or null
 * @param user user name, or null; with a password
 * @param password password of the user, or null
 * @param caFile certificate (PEM) of the authority that signed the cluster's, or null for the
 *     system's trust store
 */
public record Credentials(String apiKey, String user, String password, Path caFile) {
  /** Variable that holds the encoded API key. */
  public static final String API_KEY = "VOC_ES_API_KEY";

  /** Variable that holds the user name. */
  public static final String USER = "VOC_ES_USER";

  /** Variable that holds the password. */
  public static final String PASSWORD = "VOC_ES_PASSWORD";

  /** Variable that holds the path of the certificate file. */
  public static final String CA_FILE = "VOC_ES_CA_FILE";

  /** Checks that they are one kind or none. */
  public Credentials {
    if (apiKey != null && user != null) {
      throw new IllegalArgumentException("set " + API_KEY + " or " + USER + ", not both");
    }
    if ((user == null) != (password == null)) {
      throw new IllegalArgumentException(
          (user == null ? USER : PASSWORD)
              + " is missing: "
              + USER
              + " and "
              + PASSWORD
              + " go together");
    }
  }

  /** No credentials, as for the embedded server. */
  public static Credentials none() {
    return new Credentials(null, null, null, null);
  }

  /**
   * The credentials of an environment; blank variables count as missing.
   *
   * @throws IllegalArgumentException where they contradict one another; names the variables
   */
  public static Credentials of(Map<String, String> environment) {
    String caFile = value(environment, CA_FILE);
    return new Credentials(
        value(environment, API_KEY),
        value(environment, USER),
        value(environment, PASSWORD),
        caFile == null ? null : Path.of(caFile));
  }

  private static String value(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  @Override
  public String toString() {
    String kind = apiKey != null ? "API key" : user != null ? "user and password" : "none";
    return "Credentials[" + kind + "]";
  }
}
