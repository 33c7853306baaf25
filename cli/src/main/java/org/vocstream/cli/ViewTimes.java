package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the views of a page wait for what they ask the server, drawing not included. */
final class ViewTimes {
  /** It reads every mention: asked once, and not to warm up. */
  private static final String BY_AUTHOR = "compare, by author";

  private final URI page;
  private final Map<String, List<String>> views = new LinkedHashMap<>();

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
    // What the command shows at once and no view does; and what reads every mention.
    views.put("compare, everything", List.of(compare + "&show=all"));
    views.put(BY_AUTHOR, List.of(compare + "&cluster=author"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Measures and prints each view.
   *
   * @param times how often, after once to warm up; what reads every mention is asked once
   * @param limit what a median may be, milliseconds
   * @return true where all medians keep to it
   */
  boolean measure(int times, long limit, PrintWriter out) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    out.printf(
        Locale.ROOT, "%-52s %10s %10s %10s%n", "view", "median ms", "best ms", "greatest ms");
    boolean kept = true;
    for (Map.Entry<String, List<String>> view : views.entrySet()) {
      boolean once = view.getKey().equals(BY_AUTHOR);
      if (!once) {
        ask(client, view.getValue());
      }
      long[] millis = new long[once ? 1 : times];
      for (int i = 0; i < millis.length; i++) {
        long begin = System.nanoTime();
        ask(client, view.getValue());
        millis[i] = (System.nanoTime() - begin) / 1_000_000;
      }
      Arrays.sort(millis);
      long median = millis[millis.length / 2];
      boolean above = median > limit;
      kept &= !above;
      out.printf(
          Locale.ROOT,
          "%-52s %,10d %,10d %,10d%s%n",
          view.getKey(),
          median,
          millis[0],
          millis[millis.length - 1],
          above ? "  above the limit" : "");
      out.flush();
    }
    return kept;
  }

  private void ask(HttpClient client, List<String> requests)
      throws IOException, InterruptedException {
    for (String request : requests) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(page.resolve("/api/" + request)).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() != 200) {
        throw UserError.failed(request + ": " + response.statusCode() + " " + response.body());
      }
    }
  }
}
