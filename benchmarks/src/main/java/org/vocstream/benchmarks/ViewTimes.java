package org.vocstream.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.cli.UserError;

/** How long the views of a page wait for what they ask the server, drawing not included. */
final class ViewTimes {
  /** What the median of a view may be, milliseconds. */
  private static final double LIMIT = 2_000;

  /** Beyond this a view has failed. */
  private static final Duration VIEW = Duration.ofMinutes(5);

  private final URI page;
  private final Map<String, List<String>> views = new LinkedHashMap<>();

  /** What commands ask and no view does. */
  private final Map<String, List<String>> others = new LinkedHashMap<>();

  /**
   * The views over these brands, the first of them the own one.
   *
   * @param first first day that has feedback
   * @param days number of days
   */
  ViewTimes(URI page, List<String> brands, LocalDate first, int days) {
    this.page = page;
    StringBuilder asked = new StringBuilder("brand=" + encoded(brands.get(0)));
    brands.stream().skip(1).forEach(b -> asked.append("&against=").append(encoded(b)));
    String compare = "compare?" + asked;
    String half = first.plusDays(days / 2L) + ".." + first.plusDays(days - 1L);
    String trend = "trend?" + asked;
    String voices = "voices?size=50&brand=" + encoded(brands.get(0));
    views.put("overview", List.of("overview"));
    views.put("compare", List.of(compare + "&show=overall&show=indicators"));
    views.put("compare, touchpoints", List.of(compare + "&show=touchpoints"));
    views.put(
        "compare, half the days, one channel, no suspects",
        List.of(
            compare
                + "&show=overall&show=indicators&channel=review&suspects=without&period="
                + half));
    views.put("trend, days", List.of(trend + "&scope=brand&step=day"));
    views.put(
        "trend, weeks, with the change of half the days",
        List.of(
            trend + "&scope=brand&step=week&period=" + half,
            compare + "&show=waves&wave=previous&period=" + half));
    views.put("journey", List.of(compare + "&show=journey"));
    views.put("priorities", List.of(compare + "&show=importance"));
    views.put("head to head", List.of(compare + "&show=indicators&show=headtohead"));
    views.put("voices", List.of(voices));
    views.put("voices of an indicator", List.of(voices + "&scope=group&code=delivery&polarity=-1"));
    views.put("voices, searched", List.of(voices + "&q=" + encoded(MadeUpFeedback.RARE)));
    views.put("alerts", List.of("alerts?all=false"));
    others.put("compare, everything", List.of(compare + "&show=all"));
    // It reads every mention.
    others.put("compare, by author", List.of(compare + "&cluster=author"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Measures each view, then what is no view: that is asked once and not judged.
   *
   * @param times how often a view is asked, after once to warm up
   * @param patience how long to wait for what is no view
   */
  void measure(String benchmark, int times, Duration patience, Figures figures)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    for (Map.Entry<String, List<String>> view : views.entrySet()) {
      ask(client, view.getValue(), VIEW);
      long[] millis = new long[times];
      for (int i = 0; i < times; i++) {
        millis[i] = ask(client, view.getValue(), VIEW);
      }
      Arrays.sort(millis);
      figures.require(
          benchmark,
          view.getKey() + ", median",
          (double) millis[times / 2],
          "ms",
          Bound.atMost(LIMIT));
    }
    for (Map.Entry<String, List<String>> other : others.entrySet()) {
      try {
        figures.tell(
            benchmark,
            other.getKey() + " (no view), once",
            (double) ask(client, other.getValue(), patience),
            "ms");
      } catch (HttpTimeoutException e) {
        figures.tell(
            benchmark,
            other.getKey() + " (no view), no answer within",
            (double) patience.toMillis(),
            "ms");
      }
    }
  }

  /** Milliseconds until all are answered. */
  private long ask(HttpClient client, List<String> requests, Duration patience)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    for (String request : requests) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(page.resolve("/api/" + request)).timeout(patience).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() != 200) {
        throw UserError.failed(request + ": " + response.statusCode() + " " + response.body());
      }
    }
    return (System.nanoTime() - begin) / 1_000_000;
  }
}
