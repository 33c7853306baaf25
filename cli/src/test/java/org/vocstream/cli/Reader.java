package org.vocstream.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody who reads the page in a window of their own. What goes wrong in it is written down:
 * errors and warnings of the console, requests that fail, requests to anybody else.
 */
final class Reader implements AutoCloseable {
  /** What is asked for and no longer wanted is given up by the page itself. */
  private static final String GIVEN_UP = "net::ERR_ABORTED";

  private final BrowserContext context;
  private final URI home;
  private final Page page;
  private final List<String> troubles = new ArrayList<>();

  Reader(BrowserContext context, URI home) {
    this.context = context;
    this.home = home;
    context.setDefaultTimeout(Chromium.PATIENCE);
    this.page = context.newPage();
    page.onConsoleMessage(
        said -> {
          if (said.type().equals("error") || said.type().equals("warning")) {
            troubles.add("console: " + said.text() + " at " + said.location());
          }
        });
    page.onPageError(error -> troubles.add("script: " + error));
    page.onDialog(
        dialog -> {
          troubles.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    context.onRequest(
        request -> {
          URI asked = URI.create(request.url());
          if ("http".equals(asked.getScheme())
              ? !home.getAuthority().equals(asked.getAuthority())
              : !List.of("data", "blob", "about").contains(asked.getScheme())
                  && !request.url().equals(home.toASCIIString())) {
            troubles.add("request to " + request.url());
          }
        });
    page.onRequestFailed(
        request -> {
          if (!GIVEN_UP.equals(request.failure())) {
            troubles.add("request: " + request.failure() + " " + request.url());
          }
        });
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            troubles.add("answer: " + response.status() + " " + response.url());
          }
        });
  }

  /** Opens an address of the page and waits until all of it is drawn. */
  Reader open(String... parameters) {
    page.navigate(home + address(parameters));
    return drawn();
  }

  /** Waits until the view is drawn with its charts. */
  Reader drawn() {
    assertThat(page.locator("#content")).hasAttribute("aria-busy", "false");
    for (Locator chart : page.locator("#content .chart").all()) {
      assertThat(chart).hasAttribute("data-drawn", "true");
    }
    return this;
  }

  /** The same once it shows this view. */
  Reader drawn(String view) {
    assertThat(page.locator("#content")).hasAttribute("data-view", view);
    return drawn();
  }

  /** Parameters, names and values in turn, as the end of an address. */
  static String address(String... parameters) {
    StringBuilder address = new StringBuilder();
    for (int i = 0; i < parameters.length; i += 2) {
      address
          .append(i == 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return address.toString();
  }

  /** The window. */
  Page page() {
    return page;
  }

  /** The first element that a CSS selector finds. */
  Locator find(String selector) {
    return page.locator(selector);
  }

  /** Saves what a link leads to. */
  byte[] download(String selector) {
    Download download = page.waitForDownload(() -> find(selector).click());
    try (InputStream file = download.createReadStream()) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True where the page is wider than the window. */
  boolean mustScrollSideways() {
    return (boolean)
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** Waits until the address holds this. */
  void waitForAddress(String part) {
    page.waitForURL(Pattern.compile(".*" + Pattern.quote(part) + ".*"));
  }

  /** What axe-core finds of the kinds serious and critical. */
  List<String> barriers() {
    page.evaluate(Axe.SCRIPT);
    Object found =
        page.evaluate(
            "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
                + ".filter(one => ['serious', 'critical'].includes(one.impact))"
                + ".flatMap(one => one.nodes.map(node => one.id + ': ' + node.html.slice(0, 160) + ' '"
                + " + (node.any[0]?.message ?? node.all[0]?.message ?? '')))");
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** What went wrong so far. */
  List<String> troubles() {
    return List.copyOf(troubles);
  }

  @Override
  public void close() {
    context.close();
  }

  /** The script of axe-core; only it is used of the library. */
  private static final class Axe {
    static final String SCRIPT = read();

    private static String read() {
      try (InputStream script = Reader.class.getResourceAsStream("/axe.min.js")) {
        return new String(script.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
