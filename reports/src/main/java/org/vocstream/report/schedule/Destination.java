package org.vocstream.report.schedule;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where a report is delivered. No secret stands in one. Immutable. */
sealed interface Destination {
  /** What identifies it in messages and in the history of runs; without addresses of people. */
  String name();

  /**
   * A directory.
   *
   * @param path of it; made where it is missing
   */
  record Directory(Path path) implements Destination {
    @Override
    public String name() {
      return "directory " + path;
    }
  }

  /** How a connection to a mail server is protected. */
  enum Security {
    /** It begins open and must become TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** Not at all: for a server on this machine, or where it is asked for by name. */
    NONE
  }

  /**
   * People, by e-mail.
   *
   * @param host of the server (SMTP)
   * @param port of it
   * @param security how the connection is protected
   * @param from address of the sender
   * @param to addresses
   * @param user name of the environment variable with the user's name, or null
   * @param password name of the environment variable with the password, or null
   */
  record Mail(
      String host,
      int port,
      Security security,
      String from,
      List<String> to,
      String user,
      String password)
      implements Destination {
    /** Copies the list. */
    public Mail {
      to = List.copyOf(to);
    }

    @Override
    public String name() {
      return "mail by " + host + ":" + port + " to " + to.size();
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /**
   * A service that takes JSON with the files in it.
   *
   * @param uri its address
   * @param headers each with the name of the environment variable that holds its value
   */
  record Webhook(URI uri, Map<String, String> headers) implements Destination {
    /** Copies the map. */
    public Webhook {
      headers = Map.copyOf(headers);
    }

    @Override
    public String name() {
      // An address may hold a secret after the host.
      return "webhook " + uri.getScheme() + "://" + uri.getAuthority();
    }

    @Override
    public String toString() {
      return name();
    }
  }
}
