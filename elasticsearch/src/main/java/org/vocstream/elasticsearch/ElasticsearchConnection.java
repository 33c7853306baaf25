package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/**
 * A connection to one Elasticsearch, the embedded one or a user's own (8.x, or 9.x which serves
 * this client in its compatibility mode). Safe for several threads.
 */
public final class ElasticsearchConnection implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Long enough for a bulk request that waits for a busy cluster. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

  private final URI uri;
  private final ElasticsearchClient client;

  private ElasticsearchConnection(URI uri, ElasticsearchClient client) {
    this.uri = uri;
    this.client = client;
  }

  /**
   * Makes the client; nothing is sent yet, see {@link #verify}.
   *
   * @param uri {@code http://host:9200} or {@code https://host:9200/path}
   * @throws IllegalArgumentException where the address is none of these
   * @throws ElasticsearchUnavailable where the certificate file cannot be read
   */
  public static ElasticsearchConnection open(URI uri, Credentials credentials)
      throws ElasticsearchUnavailable {
    return open(uri, credentials, ANSWER_TIMEOUT);
  }

  /**
   * Makes a client that waits so long for an answer.
   *
   * @param answerTimeout longest silence before a request counts as failed
   * @throws IllegalArgumentException where the address is not usable
   * @throws ElasticsearchUnavailable where the certificate file cannot be read
   */
  public static ElasticsearchConnection open(
      URI uri, Credentials credentials, Duration answerTimeout) throws ElasticsearchUnavailable {
    check(uri);
    credentials.checkFor(uri);
    HttpHost host = new HttpHost(uri.getHost(), uri.getPort(), uri.getScheme());
    RestClientBuilder builder = RestClient.builder(host);
    if (uri.getPath() != null && uri.getPath().length() > 1) {
      builder.setPathPrefix(uri.getPath());
    }
    authorization(credentials)
        .ifPresent(
            value ->
                builder.setDefaultHeaders(
                    new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, value)}));
    builder.setRequestConfigCallback(
        config ->
            config
                .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                .setSocketTimeout((int) answerTimeout.toMillis()));
    if (credentials.caFile() != null) {
      SSLContext trust = TlsTrust.in(credentials.caFile(), Credentials.CA_FILE);
      builder.setHttpClientConfigCallback(http -> http.setSSLContext(trust));
    }
    return new ElasticsearchConnection(
        uri,
        new ElasticsearchClient(
            new RestClientTransport(builder.build(), new JacksonJsonpMapper())));
  }

  /** The official client. It belongs to this connection and is closed with it. */
  public ElasticsearchClient client() {
    return client;
  }

  /** The address. */
  public URI uri() {
    return uri;
  }

  /**
   * Asks for the version, which shows that the address, the credentials and the version are right.
   *
   * @return the version, {@code 8.19.21}
   * @throws ElasticsearchUnavailable with what is wrong and what to do
   */
  public String verify() throws ElasticsearchUnavailable {
    String version;
    try {
      version = client.info().version().number();
    } catch (ElasticsearchException e) {
      throw refused(e.status(), e);
    } catch (IOException e) {
      int status = RequestFailure.of(e).status();
      throw status == RequestFailure.NO_ANSWER ? unreachable(e) : refused(status, e);
    }
    if (!version.startsWith("8.") && !version.startsWith("9.")) {
      throw new ElasticsearchUnavailable(
          uri + " is Elasticsearch " + version + "; version 8 or 9 is needed");
    }
    return version;
  }

  private ElasticsearchUnavailable refused(int status, Exception e) {
    String what =
        switch (status) {
          case 401 ->
              " does not accept the credentials (401): set %s, or %s and %s"
                  .formatted(Credentials.API_KEY, Credentials.USER, Credentials.PASSWORD);
          case 403 ->
              " does not allow this user to ask for its version (403): grant the cluster privilege"
                  + " monitor";
          default ->
              status >= 200 && status < 300
                  ? " answers, but is no Elasticsearch of version 8 or 9: check the address"
                  : " answers with status " + status + ": check the address, and that it is up";
        };
    return new ElasticsearchUnavailable(uri + what, e);
  }

  private ElasticsearchUnavailable unreachable(IOException e) {
    Optional<String> insecure = TlsTrust.trouble(uri, e, Credentials.CA_FILE);
    if (insecure.isPresent()) {
      return new ElasticsearchUnavailable(insecure.get(), e);
    }
    return new ElasticsearchUnavailable(
        "no Elasticsearch answers at %s (%s): check the address, and that it is up"
            .formatted(uri, e.getMessage() == null ? e : e.getMessage()),
        e);
  }

  private static void check(URI uri) {
    if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
      throw new IllegalArgumentException(
          "not an address of Elasticsearch, such as https://host:9200: " + withoutUser(uri));
    }
    if (uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "leave user and password out of the address, which is printed: set "
              + Credentials.USER
              + " and "
              + Credentials.PASSWORD);
    }
  }

  private static String withoutUser(URI uri) {
    return uri.toString().replaceFirst("//[^/]*@", "//");
  }

  private static Optional<String> authorization(Credentials credentials) {
    if (credentials.apiKey() != null) {
      return Optional.of("ApiKey " + credentials.apiKey());
    }
    if (credentials.user() == null) {
      return Optional.empty();
    }
    String pair = credentials.user() + ":" + credentials.password();
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public void close() throws IOException {
    client._transport().close();
  }
}
