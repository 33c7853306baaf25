package org.vocstream.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where every key, password and token comes from: the variable {@code NAME} of the environment, or
 * the file that {@code NAME_FILE} names, as Docker and Kubernetes hand secrets to a container.
 * Never an argument, which other users of a machine and Flink's web page show. Without state.
 */
public final class Secrets {
  /** Behind the name of a variable: it names a file that holds the value. */
  public static final String FILE = "_FILE";

  /** What is larger is no key, password or token. */
  private static final int MAX_BYTES = 64 * 1024;

  private Secrets() {}

  /**
   * The value under this name, without white space around it; blank ones count as missing. A file
   * is read anew each time, so that a secret that was changed there is found.
   *
   * @param environment variables of the process
   * @throws IllegalArgumentException where both forms are set, or the file cannot be used; the
   *     message names the variable and the file, never the value
   */
  public static Optional<String> find(Map<String, String> environment, String name) {
    Optional<String> direct = filled(environment.get(name));
    Optional<String> file = filled(environment.get(name + FILE));
    if (direct.isPresent() && file.isPresent()) {
      throw new IllegalArgumentException("set " + name + " or " + name + FILE + ", not both");
    }
    return file.isEmpty() ? direct : Optional.of(read(name + FILE, file.get()));
  }

  /**
   * Adds headers whose values are secrets.
   *
   * @param headers each with the name of the variable that holds its value
   * @throws IOException where a value cannot be read or sent; the message never holds it
   */
  public static void addHeaders(
      HttpRequest.Builder request, Map<String, String> headers, Map<String, String> environment)
      throws IOException {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      String value;
      try {
        value = find(environment, header.getValue()).orElse("");
      } catch (IllegalArgumentException e) {
        throw new IOException(e.getMessage(), e);
      }
      try {
        request.header(header.getKey(), value);
      } catch (IllegalArgumentException quotesTheValue) {
        throw new IOException(
            "%s with the value of %s is no header: letters, digits and signs of ASCII in one line are needed"
                .formatted(header.getKey(), header.getValue()));
      }
    }
  }

  private static String read(String variable, String file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          variable + " names " + file + ", which cannot be read: check the path and its rights", e);
    }
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "%s names %s, which is larger than %d bytes: it must hold the secret alone"
              .formatted(variable, file, MAX_BYTES));
    }
    return filled(new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    variable + " names " + file + ", which is empty: write the secret into it"));
  }

  private static Optional<String> filled(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }
}
