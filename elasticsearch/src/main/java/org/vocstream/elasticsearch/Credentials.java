package org.vocstream.elasticsearch;

import java.net.URI;
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
 * @param plainHttp whether a key or password may go over plain http to another machine
 */
public record Credentials(
    String apiKey, String user, String password, Path caFile, boolean plainHttp) {
  /** Variable that holds the encoded API key. */
  public static final String API_KEY = "VOC_ES_API_KEY";

  /** Variable that holds the user name. */
  public static final String USER = "VOC_ES_USER";

  /** Variable that holds the password. */
  public static final String PASSWORD = "VOC_ES_PASSWORD";

  /** Variable that holds the path of the certificate file. */
  public static final String CA_FILE = "VOC_ES_CA_FILE";

  /** Variable that allows plain http to another machine. */
  public static final String PLAIN_HTTP = "VOC_ES_PLAIN_HTTP";

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
    return new Credentials(null, null, null, null, false);
  }

  /**
   * The credentials of an environment, each secret as {@link Secrets} finds it.
   *
   * @throws IllegalArgumentException where they contradict one another or a file cannot be read;
   *     names the variables
   */
  public static Credentials of(Map<String, String> environment) {
    String caFile = environment.getOrDefault(CA_FILE, "").strip();
    return new Credentials(
        Secrets.find(environment, API_KEY).orElse(null),
        Secrets.find(environment, USER).orElse(null),
        Secrets.find(environment, PASSWORD).orElse(null),
        caFile.isEmpty() ? null : Path.of(caFile),
        Boolean.parseBoolean(environment.getOrDefault(PLAIN_HTTP, "").strip()));
  }

  /**
   * Checks that nobody on the way can read what is shown to this address.
   *
   * @throws IllegalArgumentException where there is a key or password, the address is plain http to
   *     another machine, and it was not allowed
   */
  void checkFor(URI uri) {
    boolean secret = apiKey != null || user != null;
    if (secret && !plainHttp && uri.getScheme().equals("http") && !isLoopback(uri.getHost())) {
      throw new IllegalArgumentException(
          "%s is not encrypted, and everybody on the way could read the credentials and the feedback: use https, or set %s=true where the way is protected otherwise"
              .formatted(uri, PLAIN_HTTP));
    }
  }

  /** True for names and addresses of this machine alone; nobody is asked for the name. */
  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]+){3}");
  }

  @Override
  public String toString() {
    String kind = apiKey != null ? "API key" : user != null ? "user and password" : "none";
    return "Credentials[" + kind + "]";
  }
}
