package org.vocstream.page;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the page is served, and to whom. Immutable.
 *
 * @param host name or address to bind
 * @param port port, 0 for a free one
 * @param token what a reader must show; null where none is needed, on the loopback alone
 */
public record PageOptions(String host, int port, String token) {
  private static final int SHORTEST_TOKEN = 16;

  /** On the loopback, for whoever works on this machine. */
  public static PageOptions local(int port) {
    return new PageOptions("127.0.0.1", port, null);
  }

  /**
   * Checks that nobody else can read without a token.
   *
   * @throws IllegalArgumentException where the host is no loopback and there is no token of at
   *     least 16 characters, or the host is unknown
   */
  public PageOptions {
    if (token != null && token.length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "the token has fewer than " + SHORTEST_TOKEN + " characters; take a longer one");
    }
    if (token == null && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "the page shows what customers said to whoever reaches "
              + host
              + "; it needs a token, or bind it to 127.0.0.1");
    }
  }

  /** Whether only this machine reaches the page. */
  boolean loopback() {
    return isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(host + " is no host that is known here", e);
    }
  }

  @Override
  public String toString() {
    return host + ":" + port + (token == null ? "" : " with a token");
  }
}
