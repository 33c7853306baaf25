package org.vocstream.jobs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Prometheus gets when it asks a process for its metrics. Immutable.
 *
 * @param text in the text format of Prometheus
 */
record Scrape(String text) {
  private static final Pattern SAMPLE =
      Pattern.compile("^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? (\\S+)$");

  /** Asks the process that listens on this port of the loopback address. */
  static Scrape of(int port) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
                HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + ": " + answer.body());
    }
    return new Scrape(answer.body());
  }

  /** The names of all samples. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    text.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(m -> names.add(m.group(1)));
    return names;
  }

  /** The sum of the samples of this name in whose labels all of this stands. */
  double sum(String name, String... labels) {
    return text.lines()
        .map(SAMPLE::matcher)
        .filter(m -> m.matches() && m.group(1).equals(name))
        .filter(m -> Set.of(labels).stream().allMatch(String.valueOf(m.group(2))::contains))
        .mapToDouble(m -> Double.parseDouble(m.group(3)))
        .sum();
  }
}
